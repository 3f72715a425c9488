import { openWorker } from '../../platform/worker.ts';
import type { ProposalToCompare } from './proposalIndex.ts';
import type { ProposalQuery, RankedProposal, RankOptions } from './rankProposals.ts';

/**
 * Finds proposals like one that somebody writes, without making anybody wait: the index lives in a worker that starts
 * at the first question.
 */
export interface ProposalSearch {
  /** The most alike of what was put. */
  rank(query: ProposalQuery, options: RankOptions): Promise<RankedProposal[]>;
  /** Adds proposals, or takes in their changes. Some hundreds at once, so that questions have their turn in between. */
  put(proposals: readonly ProposalToCompare[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Grows when all that was put is lost, since the worker broke: it has to be put again. */
  losses(): number;
  close(): Promise<void>;
}

/** What goes to the worker. */
export type SearchTask =
  | { kind: 'put'; proposals: readonly ProposalToCompare[] }
  | { kind: 'remove'; ids: readonly string[] }
  | { kind: 'rank'; query: ProposalQuery; options: RankOptions };

/** Opens an empty search. */
export function openProposalSearch(): ProposalSearch {
  const file = new URL('./proposalSearchWorker.ts', import.meta.url);
  const worker = openWorker<SearchTask, RankedProposal[]>(file, 'search for proposals');
  return {
    rank: (query, options) => worker.ask({ kind: 'rank', query, options }),
    put: async (proposals) => {
      await worker.ask({ kind: 'put', proposals });
    },
    remove: async (ids) => {
      await worker.ask({ kind: 'remove', ids });
    },
    losses: worker.broken,
    close: worker.close,
  };
}
