import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { queueUpdates } from '../dispatch/index.ts';
import { actingPerson, audit, dayOf, type PersonRow } from '../people/index.ts';
import { findOwnedAction, type OwnedAction, updateAction } from './actions.store.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { discussionPurposes } from './discussionCards.ts';
import { leadsIn } from './discussions.policy.ts';
import { findDiscussion } from './discussions.store.ts';

/**
 * Closes an action, or opens it again after a slip: its owner, or who leads the department. Closing twice is closing
 * once; its day stays the first.
 *
 * @param input.seenIn the discussion in which a leader has it before them: the leader of the day of this month
 *   closes what earlier months left open
 * @throws AppError signIn.required, discussion.unknownKey, discussion.notOwner
 */
export async function closeAction(
  ctx: Ctx,
  input: { actionId: string; done: boolean; seenIn?: string },
): Promise<void> {
  const known = await findOwnedAction(ctx.db, input.actionId);
  if (!known) throw new AppError('discussion.unknownKey');
  await changeDiscussion(ctx, known.discussionId, 'owner', async (tx) => {
    const person = await actingPerson(tx);
    const action = await findOwnedAction(tx.db, input.actionId);
    if (!action) throw new AppError('discussion.unknownKey');
    if (!(await mayClose(tx, person, action, input.seenIn))) throw new AppError('discussion.notOwner');
    if ((action.doneOn !== null) === input.done) return null;
    await updateAction(tx.db, action.id, {
      doneOn: input.done ? dayOf(tx.clock.now(), tx.settings) : null,
      // Whether it worked is asked of what was done in the end.
      ...(input.done ? {} : { askedOn: null, effect: null }),
    });
    await audit(tx, input.done ? 'discussions.closeAction' : 'discussions.reopenAction', action.id);
    await updateOwnersCards(tx, action);
    return {};
  });
}

async function mayClose(
  tx: Ctx,
  person: PersonRow,
  action: OwnedAction,
  seenIn: string | undefined,
): Promise<boolean> {
  if (action.ownerId === person.id) return true;
  const discussions = [action.discussionId, ...(seenIn ? [seenIn] : [])];
  for (const id of discussions) {
    const discussion = await findDiscussion(tx.db, id);
    if (discussion?.departmentId === action.departmentId && leadsIn(person, discussion)) return true;
  }
  return false;
}

async function updateOwnersCards(tx: Ctx, { id, discussionId, ownerId }: OwnedAction): Promise<void> {
  if (!ownerId) return;
  await queueUpdates(tx, { purpose: discussionPurposes.given, subjectId: discussionId }, [ownerId]);
  await queueUpdates(tx, { purpose: discussionPurposes.effect, subjectId: id }, [ownerId]);
}
