import { parentPort, Worker } from 'node:worker_threads';

/** A worker that is asked questions; it starts at the first one, and a worker that broke is replaced at the next. */
export interface AskedWorker<Question, Answer> {
  /** @throws what the worker threw, or that it has stopped: whatever it held in memory is lost then */
  ask(question: Question): Promise<Answer>;
  /** How many workers have broken so far: who keeps something in the worker has to bring it again when this grows. */
  broken(): number;
  close(): Promise<void>;
}

interface Numbered<T> {
  id: number;
  content: T;
}

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * @param file the worker's module, which calls answerQuestions
 * @param given what the module finds in `workerData`
 * @param name for the error that tells that it has stopped
 */
export function openWorker<Question, Answer>(
  file: URL,
  name: string,
  given?: unknown,
): AskedWorker<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | undefined;
  let lastId = 0;
  let broken = 0;
  let isClosed = false;

  /** Its last words may come after another has taken its place: they concern nobody then. */
  const ended = (which: Worker, error: unknown) => {
    if (worker !== which) return;
    worker = undefined;
    broken += 1;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(file, { workerData: given });
    started.on('message', ({ id, content }: Numbered<Answer>) => {
      waiting.get(id)?.resolve(content);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => ended(started, error));
    started.on('exit', () => ended(started, new Error(`the ${name} has stopped`)));
    return started;
  };

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error(`the ${name} has stopped`));
          return;
        }
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        // A process that waits for an answer must live until it has it, and no longer.
        worker.ref();
        worker.postMessage({ id: lastId, content: question } satisfies Numbered<Question>);
      }),
    broken: () => broken,
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

/** In the worker's module: answers each question, one after the other. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer): void {
  parentPort?.on('message', ({ id, content }: Numbered<Question>) => {
    parentPort?.postMessage({ id, content: answer(content) } satisfies Numbered<Answer>);
  });
}
