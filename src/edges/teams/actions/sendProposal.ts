import type { Ctx } from '../../../domain/context.ts';
import type { Content } from '../../../domain/ports.ts';
import { answerInChat, sendFromChat } from '../../../domain/proposals/index.ts';
import type { ActingAction } from './cardAction.ts';
import type { Press } from './openPage.ts';

/**
 * 「送信する」 on the form in chat.
 *
 * @throws AppError proposal.notProposer
 */
export function sendFromCard(ctx: Ctx, { locale }: Press, action: ActingAction): Promise<Content> {
  const { subjectId, change, today, effect, anonymous, keep } = action;
  return sendFromChat(
    ctx,
    { proposalId: subjectId, words: { change, today, effect }, anonymous, keep },
    locale,
  );
}

/**
 * 「答える」 on the card of a question.
 *
 * @throws AppError proposal.notFound, proposal.notProposer, proposal.badState, proposal.answerMissing
 */
export function answerFromCard(ctx: Ctx, { locale }: Press, action: ActingAction): Promise<Content> {
  return answerInChat(ctx, { questionId: action.subjectId, words: action.answer }, locale);
}
