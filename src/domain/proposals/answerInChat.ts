import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import type { ProposalNewsContent } from '../proposalContents.ts';
import { answerQuestion } from './askProposer.ts';
import { receiptNumber } from './proposal.rules.ts';
import { findProposal } from './proposals.store.ts';
import { findQuestion } from './questions.store.ts';

/**
 * 「答える」 on the card of a question.
 *
 * @returns what the card says from now on
 * @throws AppError signIn.required, proposal.notFound, proposal.notProposer, proposal.badState,
 *   proposal.answerMissing
 */
export async function answerInChat(
  ctx: Ctx,
  { questionId, words }: { questionId: string; words: string },
  locale: 'ja' | 'en',
): Promise<ProposalNewsContent> {
  const question = await findQuestion(ctx.db, questionId);
  if (!question) throw new AppError('proposal.notFound');
  const { proposalId } = question;
  await answerQuestion(ctx, { proposalId, questionId, words });
  const proposal = await findProposal(ctx.db, proposalId);
  if (!proposal) throw new AppError('proposal.notFound');
  return {
    card: 'proposalNews',
    locale,
    to: 'proposer',
    proposalId,
    number: receiptNumber(proposal),
    title: proposal.title,
    news: 'answered',
    state: proposal.state,
    words: '',
    day: null,
    questionId: null,
  };
}
