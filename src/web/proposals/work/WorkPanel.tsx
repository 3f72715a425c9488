import type { ProposalPage } from '../../../edges/http/contract/proposals.ts';

type Props = {
  page: ProposalPage;
  /** The page as it is after a step. */
  onChange(page: ProposalPage): void;
  /** It was handed over: whoever did it does not see it any more. */
  onGone(): void;
};

/** The quality department's side of a proposal, beside its story. */
export function WorkPanel({ page }: Props) {
  if (!page.work) return null;
  return null;
}
