import { Worker } from 'node:worker_threads';
import type { ProposalToCompare } from './proposalIndex.ts';
import type { ProposalQuery, SimilarOptions, SimilarProposal } from './similarProposals.ts';

/**
 * Finds proposals like one that somebody writes, without making anybody wait: the index lives in a worker that starts
 * at the first question.
 */
export interface ProposalSearch {
  /** The most alike of what it holds; of what it is still being filled with, those that are there already. */
  similar(query: ProposalQuery, options?: SimilarOptions): Promise<SimilarProposal[]>;
  /** Adds proposals, or takes in their changes. */
  put(proposals: readonly ProposalToCompare[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** When everything that `load` has is in it. */
  filled(): Promise<void>;
  close(): Promise<void>;
}

/** What goes to the worker. */
export type SearchTask =
  | { id: number; kind: 'put'; proposals: readonly ProposalToCompare[] }
  | { id: number; kind: 'fill'; proposals: readonly ProposalToCompare[] }
  | { id: number; kind: 'remove'; ids: readonly string[] }
  | { id: number; kind: 'similar'; query: ProposalQuery; options: SimilarOptions };

/** What comes back; empty but for `similar`. */
export interface SearchAnswer {
  id: number;
  proposals: SimilarProposal[];
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

interface Waiting {
  resolve: (proposals: SimilarProposal[]) => void;
  reject: (error: unknown) => void;
}

const stopped = 'the search for proposals has stopped';

/**
 * @param load what there is, in batches of some hundreds, so that questions have their turn in between; asked again
 *   when a worker that broke is replaced at the next question. It never takes the place of what `put` has brought.
 */
export function openProposalSearch(load: () => AsyncIterable<readonly ProposalToCompare[]>): ProposalSearch {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let filling: Promise<void> = Promise.resolve();
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
    const started = new Worker(new URL('./proposalSearchWorker.ts', import.meta.url));
    started.on('message', ({ id, proposals }: SearchAnswer) => {
      waiting.get(id)?.resolve(proposals);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => ended(started, error));
    started.on('exit', () => ended(started, new Error(stopped)));
    return started;
  };

  const send = (to: Worker, task: WithoutId<SearchTask>): Promise<SimilarProposal[]> =>
    new Promise((resolve, reject) => {
      if (worker !== to) {
        reject(new Error(stopped));
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      // A process that waits for an answer must live until it has it, and no longer.
      to.ref();
      to.postMessage({ ...task, id: lastId });
    });

  const fill = async (to: Worker) => {
    for await (const proposals of load()) await send(to, { kind: 'fill', proposals });
  };

  const ready = (): Worker => {
    if (isClosed) throw new Error(stopped);
    if (worker !== undefined) return worker;
    worker = start();
    filling = fill(worker);
    // Whoever asks `filled` hears of it; the next question after a worker that broke fills another.
    filling.catch(() => undefined);
    return worker;
  };

  return {
    similar: async (query, options = { top: 3 }) => send(ready(), { kind: 'similar', query, options }),
    put: async (proposals) => {
      await send(ready(), { kind: 'put', proposals });
    },
    remove: async (ids) => {
      await send(ready(), { kind: 'remove', ids });
    },
    filled: async () => {
      ready();
      await filling;
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
