import type { Ctx } from '../context.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionState, stateOfStep, stepAfter } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import { discussionSteps, stepEnd } from './stepEnd.ts';

/**
 * Goes to the next step of the guide, or one back. Two leaders who press at once go one step, not two.
 *
 * @param press.from the step that they had before them
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState
 */
export async function goStep(
  ctx: Ctx,
  { discussionId, ...press }: { discussionId: string; from: number; to: 'next' | 'back' },
): Promise<void> {
  const who = ctx.actor.kind === 'system' ? 'product' : 'leader';
  await changeDiscussion(ctx, discussionId, who, async (tx, discussion) => {
    const steps = await discussionSteps(tx, discussion);
    const step = stepAfter(discussion, press, steps.length);
    if (step === null) return null;
    await updateDiscussionCard(tx, discussionId);
    return {
      step,
      state: stateOfStep(step),
      restingMs: null,
      stepEndsAt: await stepEnd(tx, discussion, step),
    };
  });
}

/**
 * Rests the shared timer, lets it go on, or gives a minute more. A timer that has run out starts again with the
 * minute that is given.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState
 */
export async function setTimer(
  ctx: Ctx,
  { discussionId, change }: { discussionId: string; change: 'pause' | 'resume' | 'addMinute' },
): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'reflecting', 'revealed', 'talking');
    const { stepEndsAt, restingMs, isAsync } = discussion;
    // Days are not rested.
    if (isAsync) return null;
    await updateDiscussionCard(tx, discussionId);
    const now = tx.clock.now().getTime();
    if (change === 'pause') {
      if (!stepEndsAt) return null;
      return { stepEndsAt: null, restingMs: Math.max(0, stepEndsAt.getTime() - now) };
    }
    if (change === 'resume') {
      return restingMs === null ? null : { restingMs: null, stepEndsAt: new Date(now + restingMs) };
    }
    if (restingMs !== null) return { restingMs: restingMs + minuteMs };
    return { stepEndsAt: new Date(Math.max(now, stepEndsAt?.getTime() ?? 0) + minuteMs) };
  });
}

const minuteMs = 60_000;
