import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { queueReposts, retrySettled } from '../dispatch/index.ts';
import { editionsInState } from '../listening/index.ts';
import { discussionPurposes } from './discussionCards.ts';
import { begunDiscussions } from './discussions.store.ts';

/**
 * Local mode only: the Playground forgets its history, so the cards of this month's discussions, and the reminders to
 * leaders, are posted anew to whoever had them there.
 *
 * @throws AppError local.only
 */
export async function repostDiscussionsToPlayground(ctx: Ctx): Promise<void> {
  if (!ctx.local) throw new AppError('local.only');
  for (const edition of await editionsInState(ctx.db, 'open')) {
    for (const { id: subjectId } of await begunDiscussions(ctx.db, edition.id)) {
      await queueReposts(ctx, { purpose: discussionPurposes.card, subjectId });
      await queueReposts(ctx, { purpose: discussionPurposes.nudge, subjectId });
      await retrySettled(ctx.db, { subjectId, now: ctx.clock.now() });
    }
  }
}
