import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { queueMessages } from '../dispatch/index.ts';
import {
  dayOf,
  findPeople,
  isWorkingMoment,
  mainPost,
  monthsBefore,
  workingHoursOf,
} from '../people/index.ts';
import { actionsToAskAbout, findOwnedAction, updateAction } from './actions.store.ts';
import { discussionPurposes } from './discussionCards.ts';
import { lockDiscussion } from './discussions.store.ts';

/**
 * Every hour: asks owners whether what they did settings.discussion.effectAfterMonths ago worked; each action once,
 * in the owner's working hours. Who left is not asked, and nobody in their place; who is on leave, when they are
 * back.
 */
export async function askEffects(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const today = dayOf(now, ctx.settings);
  const doneBy = monthsBefore(today, ctx.settings.discussion.effectAfterMonths);
  const due = await actionsToAskAbout(ctx.db, doneBy);
  const owners = await findPeople(ctx.db, [...new Set(due.map((action) => action.ownerId))]);
  const atWork = new Set(
    owners
      .filter((owner) =>
        isWorkingMoment(now, workingHoursOf(mainPost(owner)?.department, ctx.settings), ctx.settings),
      )
      .map((owner) => owner.id),
  );
  for (const action of due) {
    if (atWork.has(action.ownerId)) await askOnce(ctx, action, today);
  }
}

async function askOnce(
  ctx: Ctx,
  { id, discussionId, ownerId }: { id: string; discussionId: string; ownerId: string },
  today: string,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockDiscussion(tx.db, discussionId, 'change');
    const action = await findOwnedAction(tx.db, id);
    // Opened again, given to somebody else, or asked by another replica.
    if (!action || action.doneOn === null || action.askedOn !== null || action.ownerId !== ownerId) return;
    await updateAction(tx.db, id, { askedOn: today });
    const now = tx.clock.now();
    await queueMessages(
      tx,
      {
        purpose: discussionPurposes.effect,
        subjectId: id,
        act: 'send',
        priority: 'notice',
        // Done, opened again and done once more: asked of what was done last.
        revision: Math.floor(now.getTime() / 86_400_000) * 1_000,
      },
      [{ recipientKind: 'person', recipientId: ownerId, notBefore: now, alert: false }],
    );
  });
}
