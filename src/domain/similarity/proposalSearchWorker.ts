import { parentPort } from 'node:worker_threads';
import { ProposalIndex } from './proposalIndex.ts';
import type { SearchAnswer, SearchTask } from './proposalSearch.ts';
import { similarProposals } from './similarProposals.ts';

/** The worker of openProposalSearch: it alone holds the index. */
const index = new ProposalIndex();
/** What was put or removed while it was being filled: what is loaded afterwards is older. */
const touched = new Set<string>();

function answer(task: SearchTask): SearchAnswer['proposals'] {
  switch (task.kind) {
    case 'fill':
      for (const proposal of task.proposals) if (!touched.has(proposal.id)) index.put(proposal);
      return [];
    case 'put':
      for (const proposal of task.proposals) {
        touched.add(proposal.id);
        index.put(proposal);
      }
      return [];
    case 'remove':
      for (const id of task.ids) {
        touched.add(id);
        index.remove(id);
      }
      return [];
    case 'similar':
      return similarProposals(index, task.query, task.options);
  }
}

parentPort?.on('message', (task: SearchTask) => {
  parentPort?.postMessage({ id: task.id, proposals: answer(task) } satisfies SearchAnswer);
});
