import type { ProposalAct, ProposalPage } from '../../../edges/http/contract/proposalPage.ts';
import type { ProposalWorkAct } from '../../../edges/http/contract/proposalWork.ts';
import { useAct } from '../../themes/useAct.ts';

/** One step on a proposal: a request under way, and what the server said against it. */
export function useWorkAct(proposalId: string, onChange: (page: ProposalPage) => void) {
  const { busy, trouble, send, forget } = useAct();
  /** @returns whether it was done */
  async function tell(path: string, body: unknown): Promise<boolean> {
    const next = await send<ProposalPage>(path, body);
    if (next && 'id' in next) onChange(next);
    return next !== null;
  }
  return {
    busy,
    trouble,
    forget,
    work: (act: ProposalWorkAct) => tell(`/api/proposals/${proposalId}/work`, act),
    act: (act: ProposalAct) => tell(`/api/proposals/${proposalId}`, act),
  };
}
