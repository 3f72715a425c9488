import type { Ctx } from '../../../domain/context.ts';
import { nudgeFor, planDiscussion, snoozeReminders } from '../../../domain/discussions/index.ts';
import type { Content } from '../../../domain/ports.ts';
import { AppError } from '../../../platform/errors.ts';
import type { ActingAction } from './cardAction.ts';
import type { Press } from './openPage.ts';

/**
 * 「この日に行います」.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState,
 *   discussion.badDay
 */
export async function planFromNudge(
  ctx: Ctx,
  press: Press,
  { subjectId, plannedOn }: ActingAction,
): Promise<Content> {
  if (!plannedOn) throw new AppError('discussion.badDay');
  await planDiscussion(ctx, { discussionId: subjectId, plannedOn });
  return nudgeNow(ctx, press, subjectId);
}

/**
 * 「来週またお知らせください」.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader
 */
export async function snoozeNudge(ctx: Ctx, press: Press, { subjectId }: ActingAction): Promise<Content> {
  await snoozeReminders(ctx, subjectId);
  return nudgeNow(ctx, press, subjectId);
}

async function nudgeNow(ctx: Ctx, { person }: Press, discussionId: string): Promise<Content> {
  const content = await nudgeFor(ctx, discussionId, person);
  if (!content) throw new AppError('discussion.notFound');
  return content;
}
