import { openWorker } from '../../platform/worker.ts';
import type { Detection, PrivacyLists } from './detect.ts';

/** Looks for personal data without making anybody wait: in a worker that starts at the first question. */
export interface Detector {
  /** One answer for each text, in order. */
  detect(texts: readonly string[]): Promise<Detection[]>;
  close(): Promise<void>;
}

/**
 * Opens the detector. Analyser and lists are loaded once, in the worker, when somebody first asks; whoever asks
 * afterwards shares them. A worker that breaks is replaced at the next question.
 */
export function openDetector(lists: PrivacyLists): Detector {
  const file = new URL('./detectorWorker.ts', import.meta.url);
  const { ask, close } = openWorker<readonly string[], Detection[]>(file, 'detector', lists);
  return { detect: ask, close };
}
