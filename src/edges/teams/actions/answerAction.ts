import type { Ctx } from '../../../domain/context.ts';
import {
  type ActionEffect,
  answerEffect,
  closeAction,
  effectQuestion,
  findOwnedAction,
  givenActions,
  ownActions,
} from '../../../domain/discussions/index.ts';
import type { Content } from '../../../domain/ports.ts';
import { AppError } from '../../../platform/errors.ts';
import type { ActingAction } from './cardAction.ts';
import type { Press } from './openPage.ts';

type Handler = (ctx: Ctx, press: Press, action: ActingAction) => Promise<Content>;

/**
 * 「完了」 on the list of one's own 取組み, or back after a slip.
 *
 * @throws AppError discussion.unknownKey, discussion.notOwner
 */
export function closeOwn(done: boolean): Handler {
  return async (ctx, { person }, { subjectId }) => {
    await closeAction(ctx, { actionId: subjectId, done });
    return ownActions(ctx, person);
  };
}

/**
 * The same on the message that told of it.
 *
 * @throws AppError discussion.unknownKey, discussion.notOwner
 */
export function closeGiven(done: boolean): Handler {
  return async (ctx, { person }, { subjectId }) => {
    await closeAction(ctx, { actionId: subjectId, done });
    const action = await findOwnedAction(ctx.db, subjectId);
    if (!action) throw new AppError('discussion.unknownKey');
    return givenActions(ctx, person, action.discussionId);
  };
}

/**
 * Did it work?
 *
 * @throws AppError discussion.unknownKey, discussion.notOwner
 */
export function tellEffect(effect: ActionEffect): Handler {
  return async (ctx, { person }, { subjectId }) => {
    await answerEffect(ctx, { actionId: subjectId, effect });
    const content = await effectQuestion(ctx, subjectId, person);
    if (!content) throw new AppError('discussion.unknownKey');
    return content;
  };
}
