import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { type DiscussionMode, requireDiscussionState } from './discussion.rules.ts';
import { showDiscussionCard } from './discussionCards.ts';
import { stepEnd } from './stepEnd.ts';

/** How a leader sets the discussion up. */
export interface DiscussionStart {
  discussionId: string;
  mode: DiscussionMode;
  /** For shifts: each step lasts days. */
  isAsync: boolean;
  /** Reveals itself then; null: the leader does. */
  revealAt: Date | null;
}

/**
 * Starts a discussion, or changes how it goes while everybody still thinks alone. Where insights have come in
 * already it only goes on.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState,
 *   discussion.badDay where it would reveal itself in the past
 */
export async function startDiscussion(ctx: Ctx, start: DiscussionStart): Promise<void> {
  const { discussionId, mode, isAsync, revealAt } = start;
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'waiting', 'reflecting', 'skipped');
    const now = tx.clock.now();
    if (revealAt && revealAt <= now) throw new AppError('discussion.badDay');
    const isSame =
      discussion.startedAt !== null &&
      discussion.state === 'reflecting' &&
      discussion.mode === mode &&
      discussion.isAsync === isAsync &&
      discussion.revealAt?.getTime() === revealAt?.getTime();
    if (isSame) return null;
    await audit(tx, 'discussions.startDiscussion', discussionId, { mode, isAsync });
    await showDiscussionCard(tx, discussion);
    return {
      state: 'reflecting',
      mode,
      isAsync,
      revealAt,
      step: 0,
      startedAt: discussion.startedAt ?? now,
      skipReason: null,
      restingMs: null,
      // Two times beside each other would contradict: writing alone ends when the insights show themselves.
      stepEndsAt: revealAt ?? (await stepEnd(tx, { ...discussion, isAsync }, 0)),
    };
  });
}
