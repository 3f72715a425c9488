import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findEditionFrame } from '../listening/index.ts';
import { addBusinessDays, dayOf, endOf } from '../people/index.ts';
import { type Step, stepsOf } from './discussion.rules.ts';
import type { Discussion } from './discussions.store.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';

/** The steps of this discussion: as many prompts as its guide has. */
export async function discussionSteps(ctx: Ctx, discussion: Pick<Discussion, 'editionId'>): Promise<Step[]> {
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  if (!edition) throw new AppError('discussion.notFound');
  const guide = await guideOfDiscussion(ctx, edition);
  return stepsOf(guide.prompts.length, ctx.settings);
}

/** When a step that begins now ends: in minutes, or for shifts at the end of a business day. */
export async function stepEnd(
  ctx: Ctx,
  discussion: Pick<Discussion, 'editionId' | 'isAsync'>,
  step: number,
): Promise<Date | null> {
  const steps = await discussionSteps(ctx, discussion);
  const minutes = steps[step]?.minutes;
  if (minutes === undefined) return null;
  const now = ctx.clock.now();
  if (!discussion.isAsync) return new Date(now.getTime() + minutes * 60_000);
  const lastDay = addBusinessDays(
    dayOf(now, ctx.settings),
    ctx.settings.discussion.asyncStepDays,
    ctx.settings,
  );
  return endOf(lastDay, ctx.settings);
}
