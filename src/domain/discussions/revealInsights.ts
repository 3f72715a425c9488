import { idFrom } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { findEditionFrame } from '../listening/index.ts';
import { audit } from '../people/index.ts';
import { groupBySimilarity } from '../similarity/index.ts';
import { byVoice } from './about.rules.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionState } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import type { Discussion, DiscussionChange } from './discussions.store.ts';
import { insertGroups } from './groups.store.ts';
import { insightsOf } from './insights.store.ts';
import { settleInsights } from './settleInsights.ts';
import { stepEnd } from './stepEnd.ts';

/**
 * Shows what everybody wrote, grouped by what it is about. By the leader, or by the product at the time that was
 * set. A second press finds it done.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState
 */
export async function revealInsights(ctx: Ctx, discussionId: string): Promise<void> {
  const who = ctx.actor.kind === 'system' ? 'product' : 'leader';
  await changeDiscussion(ctx, discussionId, who, async (tx, discussion) => {
    if (discussion.state === 'revealed' || discussion.state === 'talking') return null;
    requireDiscussionState(discussion, 'reflecting');
    await audit(tx, 'discussions.revealInsights', discussionId);
    await updateDiscussionCard(tx, discussionId);
    return revealed(tx, discussion);
  });
}

/** What the reveal changes; in the caller's transaction, with the discussion locked. */
export async function revealed(tx: Ctx, discussion: Discussion): Promise<DiscussionChange> {
  const change = await settleInsights(tx, discussion);
  await groupInsights(tx, discussion);
  return {
    ...change,
    state: 'revealed',
    step: 1,
    startedAt: discussion.startedAt ?? tx.clock.now(),
    revealedAt: tx.clock.now(),
    revealAt: null,
    restingMs: null,
    stepEndsAt: await stepEnd(tx, discussion, 1),
  };
}

/**
 * Suggests groups of what was written about the same voice; the leader moves and renames. What is like nothing else
 * stands together at the end of its voice.
 */
export async function groupInsights(
  tx: Ctx,
  { id: discussionId, editionId }: Pick<Discussion, 'id' | 'editionId'>,
): Promise<void> {
  const shown = (await insightsOf(tx.db, discussionId)).filter((one) => one.state === 'shown');
  if (shown.length === 0) return;
  const voices = (await findEditionFrame(tx.db, editionId))?.voices ?? [];
  const parts = byVoice(
    shown,
    voices.map((voice) => voice.id),
  );
  const groups = parts.flatMap(({ insights }) =>
    groupBySimilarity(
      insights.map(({ id, why, felt, change }) => ({
        id,
        text: [why, felt, change].filter(Boolean).join('\n'),
      })),
    ),
  );
  await insertGroups(
    tx.db,
    discussionId,
    groups.map(({ ids, title }, position) => ({
      id: idFrom('group', discussionId, [...ids].sort().join(' ')),
      title: title ?? '',
      position,
      insightIds: ids,
    })),
  );
}
