import { useCallback } from 'react';
import type { ProposalAct, ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useAct } from '../themes/useAct.ts';

/** One act on a proposal, and what the server said against it. */
export function useProposalAct(proposalId: string, onChange: (page: ProposalPage) => void) {
  const { busy, trouble, send } = useAct();
  const act = useCallback(
    async (body: ProposalAct): Promise<boolean> => {
      const page = await send<ProposalPage>(`/api/proposals/${proposalId}`, body);
      if (page) onChange(page);
      return page !== null;
    },
    [proposalId, onChange, send],
  );
  return { busy, trouble, act };
}
