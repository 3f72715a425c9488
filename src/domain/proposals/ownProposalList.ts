import type { Ctx } from '../context.ts';
import type { OwnProposalsContent } from '../proposalContents.ts';
import { ownProposals } from './ownProposals.ts';
import { isAnswered, receiptNumber } from './proposal.rules.ts';

/** So many stand on one card. */
const most = 8;

/**
 * 「わたしの提案」 in chat: what the person who acts sent, also anonymously. For their own chat alone.
 *
 * @throws AppError signIn.required
 */
export async function ownProposalList(ctx: Ctx, locale: 'ja' | 'en'): Promise<OwnProposalsContent> {
  const { sent } = await ownProposals(ctx);
  return {
    card: 'ownProposals',
    locale,
    proposals: sent.slice(0, most).map(({ proposal }) => ({
      proposalId: proposal.id,
      number: receiptNumber(proposal),
      title: proposal.title,
      state: proposal.state,
      anonymous: proposal.anonymous,
      answerDueOn: isAnswered(proposal.state) ? null : proposal.answerDueOn,
    })),
    more: Math.max(0, sent.length - most),
  };
}
