import type { ProposalPage } from '../../../edges/http/contract/proposalPage.ts';

/** What every part of the panel gets. */
export type WorkProps = {
  page: ProposalPage;
  work: NonNullable<ProposalPage['work']>;
  /** The page as it is after a step. */
  onChange(page: ProposalPage): void;
};
