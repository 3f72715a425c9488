import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionMove } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import { updateNudges } from './nudgeCards.ts';
import { requireReportable } from './openForInsights.ts';

/**
 * This month the department does not hold it, for a reason. It can be held after all.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState,
 *   discussion.tooLate
 */
export async function skipDiscussion(
  ctx: Ctx,
  { discussionId, reason }: { discussionId: string; reason: string },
): Promise<void> {
  const { texts } = await maskWritten(ctx.detector, [reason]);
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionMove(discussion, 'skipped');
    await requireReportable(tx, discussion);
    await audit(tx, 'discussions.skipDiscussion', discussionId);
    await updateDiscussionCard(tx, discussionId);
    await updateNudges(tx, discussionId);
    return {
      state: 'skipped',
      // The day for which it was planned is given up with it.
      plannedOn: null,
      snoozedUntil: null,
      skipReason: texts[0] ?? '',
      stepEndsAt: null,
      restingMs: null,
      revealAt: null,
    };
  });
}
