import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findEditionFrame } from '../listening/index.ts';
import { dayOf } from '../people/index.ts';
import { lastReportDay } from './discussion.rules.ts';
import type { Discussion } from './discussions.store.ts';

/**
 * Insights come in while the month lasts.
 *
 * @throws AppError discussion.tooLate
 */
export async function requireOpenForInsights(ctx: Ctx, discussion: Discussion): Promise<void> {
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  if (edition?.state !== 'open') throw new AppError('discussion.tooLate');
}

/**
 * A discussion may be held and reported while the month lasts, and some days after its due day
 * (settings.discussion.lateReportDays): late is better than never.
 *
 * @returns the edition and today
 * @throws AppError discussion.tooLate
 */
export async function requireReportable(ctx: Ctx, discussion: Discussion) {
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const isVisible = edition?.state === 'open' || edition?.state === 'closed';
  if (!edition || !isVisible) throw new AppError('discussion.tooLate');
  if (today > lastReportDay(edition.dueOn, ctx.settings)) throw new AppError('discussion.tooLate');
  // What was reported before the month closed is corrected while it is open; what came later, on that day.
  const isReported = discussion.state === 'wrapped_up' && edition.state === 'closed';
  if (isReported && discussion.reportedOn !== today) throw new AppError('discussion.tooLate');
  return { edition, today };
}
