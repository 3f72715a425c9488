import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { addDays, type Day, dayOf } from '../people/index.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionState } from './discussion.rules.ts';
import { updateNudges } from './nudgeCards.ts';

/**
 * 「◯日に行います」: no reminder comes until the day after. What was chosen last counts.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState,
 *   discussion.badDay where the day is past or further away than a discussion can be reported
 */
export async function planDiscussion(
  ctx: Ctx,
  { discussionId, plannedOn }: { discussionId: string; plannedOn: Day },
): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'waiting', 'reflecting', 'skipped');
    const today = dayOf(tx.clock.now(), tx.settings);
    const isFar = plannedOn > addDays(today, furthestDays);
    if (plannedOn < today || isFar) throw new AppError('discussion.badDay');
    if (discussion.plannedOn === plannedOn && discussion.snoozedUntil === null) return null;
    await updateNudges(tx, discussionId);
    return { plannedOn, snoozedUntil: null };
  });
}

const furthestDays = 60;

/** Days without a reminder after "not now". */
const snoozeDays = 7;

/**
 * Not now: the next reminder comes in a week at the earliest. A day that was planned is given up.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader
 */
export async function snoozeReminders(ctx: Ctx, discussionId: string): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    const until = addDays(dayOf(tx.clock.now(), tx.settings), snoozeDays);
    if (discussion.snoozedUntil === until && discussion.plannedOn === null) return null;
    await updateNudges(tx, discussionId);
    return { snoozedUntil: until, plannedOn: null };
  });
}
