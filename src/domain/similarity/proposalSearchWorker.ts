import { answerQuestions } from '../../platform/worker.ts';
import { ProposalIndex } from './proposalIndex.ts';
import type { SearchTask } from './proposalSearch.ts';
import { type RankedProposal, rankProposals } from './rankProposals.ts';

/** The worker of openProposalSearch: it alone holds the index. */
const index = new ProposalIndex();

answerQuestions((task: SearchTask): RankedProposal[] => {
  switch (task.kind) {
    case 'put':
      for (const proposal of task.proposals) index.put(proposal);
      return [];
    case 'remove':
      for (const id of task.ids) index.remove(id);
      return [];
    case 'rank':
      return rankProposals(index, task.query, task.options);
  }
});
