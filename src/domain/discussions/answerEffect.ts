import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { queueUpdates } from '../dispatch/index.ts';
import { actingPerson, audit } from '../people/index.ts';
import { type ActionEffect, findOwnedAction, updateAction } from './actions.store.ts';
import { discussionPurposes } from './discussionCards.ts';
import { lockDiscussion } from './discussions.store.ts';

/**
 * What the owner says of an action that was done: did it work? The last answer counts.
 *
 * @throws AppError signIn.required, discussion.unknownKey where there is no such action that is done,
 *   discussion.notOwner
 */
export async function answerEffect(
  ctx: Ctx,
  { actionId, effect }: { actionId: string; effect: ActionEffect },
): Promise<void> {
  const known = await findOwnedAction(ctx.db, actionId);
  if (!known) throw new AppError('discussion.unknownKey');
  await inTransaction(ctx, async (tx) => {
    await lockDiscussion(tx.db, known.discussionId, 'change');
    const person = await actingPerson(tx);
    const action = await findOwnedAction(tx.db, actionId);
    if (!action || action.doneOn === null) throw new AppError('discussion.unknownKey');
    if (action.ownerId !== person.id) throw new AppError('discussion.notOwner');
    if (action.effect === effect) return;
    await updateAction(tx.db, actionId, { effect });
    await audit(tx, 'discussions.answerEffect', actionId);
    await queueUpdates(tx, { purpose: discussionPurposes.effect, subjectId: actionId }, [person.id]);
  });
}
