import type { Ctx } from '../context.ts';
import type { OwnProposal, OwnProposalsContent } from '../proposalContents.ts';
import { ownProposals } from './ownProposals.ts';
import { isAnswered, receiptNumber } from './proposal.rules.ts';
import type { Proposal } from './proposals.store.ts';

/** So many stand on one card: of one's own, and of those that one supports. */
const most = 8;
const mostSupported = 4;

/**
 * 「わたしの提案」 in chat: what the person who acts sent, also anonymously, and what they propose with others or support. For their
 * own chat alone.
 *
 * @throws AppError signIn.required
 */
export async function ownProposalList(ctx: Ctx, locale: 'ja' | 'en'): Promise<OwnProposalsContent> {
  const { sent, together, supported } = await ownProposals(ctx);
  const followed = [...together, ...supported];
  return {
    card: 'ownProposals',
    locale,
    proposals: sent.slice(0, most).map(({ proposal }) => ({
      ...listed(proposal),
      anonymous: proposal.anonymous,
    })),
    more: Math.max(0, sent.length - most),
    followed: followed.slice(0, mostSupported).map(({ proposal }) => ({
      ...listed(proposal),
      anonymous: false,
    })),
    moreFollowed: Math.max(0, followed.length - mostSupported),
  };
}

function listed(proposal: Proposal): Omit<OwnProposal, 'anonymous'> {
  return {
    proposalId: proposal.id,
    number: receiptNumber(proposal),
    title: proposal.title,
    state: proposal.state,
    answerDueOn: isAnswered(proposal.state) ? null : proposal.answerDueOn,
  };
}
