import { Worker } from 'node:worker_threads';
import type { Detection, PrivacyLists } from './detect.ts';

/** Looks for personal data without making anybody wait: in a worker that starts at the first question. */
export interface Detector {
  /** One answer for each text, in order. */
  detect(texts: readonly string[]): Promise<Detection[]>;
  close(): Promise<void>;
}

/** What goes to the worker. */
export interface DetectorQuestion {
  id: number;
  texts: readonly string[];
}

/** What comes back. */
export interface DetectorAnswer {
  id: number;
  detections: Detection[];
}

interface Waiting {
  resolve: (detections: Detection[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Opens the detector. Analyser and lists are loaded once, in the worker, when somebody first asks; whoever asks
 * afterwards shares them. A worker that breaks is replaced at the next question.
 */
export function openDetector(lists: PrivacyLists): Detector {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let isClosed = false;

  /** Its last words may come after another has taken its place: they concern nobody then. */
  const ended = (which: Worker, error: unknown) => {
    if (worker !== which) return;
    worker = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./detectorWorker.ts', import.meta.url), { workerData: lists });
    started.on('message', ({ id, detections }: DetectorAnswer) => {
      waiting.get(id)?.resolve(detections);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => ended(started, error));
    started.on('exit', () => ended(started, new Error('the detector has stopped')));
    return started;
  };

  return {
    detect: (texts) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error('the detector has stopped'));
          return;
        }
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        // A process that waits for an answer must live until it has it, and no longer.
        worker.ref();
        worker.postMessage({ id: lastId, texts } satisfies DetectorQuestion);
      }),
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
