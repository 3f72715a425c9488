import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findEditionFrame } from '../listening/index.ts';
import { audit, endOf } from '../people/index.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { type DiscussionMode, lastReportDay, requireDiscussionState } from './discussion.rules.ts';
import { showDiscussionCard } from './discussionCards.ts';
import type { Discussion } from './discussions.store.ts';
import { requireOpenForInsights } from './openForInsights.ts';
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
 *   discussion.tooLate once the month is closed (it may still be reported), discussion.badReveal where it would reveal itself in the past, or when nobody can report it any more
 */
export async function startDiscussion(ctx: Ctx, start: DiscussionStart): Promise<void> {
  const { discussionId, mode, isAsync, revealAt } = start;
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'waiting', 'reflecting', 'skipped');
    const now = tx.clock.now();
    await requireOpenForInsights(tx, discussion);
    if (revealAt) await requireSensible(tx, discussion, revealAt);
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

/** @throws AppError discussion.notFound, discussion.badReveal */
async function requireSensible(tx: Ctx, { editionId }: Discussion, revealAt: Date): Promise<void> {
  const edition = await findEditionFrame(tx.db, editionId);
  if (!edition) throw new AppError('discussion.notFound');
  const last = lastReportDay(edition.dueOn, tx.settings);
  const isPast = revealAt <= tx.clock.now();
  if (isPast || revealAt > endOf(last, tx.settings)) throw new AppError('discussion.badReveal', { last });
}
