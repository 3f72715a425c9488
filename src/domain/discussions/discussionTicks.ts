import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { editionsInState, findEdition } from '../listening/index.ts';
import { addDays, dayOf, endOf } from '../people/index.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { lastReportDay } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import {
  begunDiscussions,
  dueDiscussions,
  findDiscussion,
  unsettledDiscussions,
} from './discussions.store.ts';
import { updateNudges } from './nudgeCards.ts';
import { revealInsights } from './revealInsights.ts';
import { settleInsights } from './settleInsights.ts';
import { goStep } from './walk.ts';

/** Every minute: reveals what was set to reveal itself, and moves discussions on whose steps last days. */
export async function moveDiscussions(ctx: Ctx): Promise<void> {
  for (const id of await dueDiscussions(ctx.db, ctx.clock.now())) {
    const discussion = await findDiscussion(ctx.db, id);
    if (!discussion) continue;
    if (discussion.state === 'reflecting') await revealInsights(ctx, id);
    // The last step has no next: it waits for the leader to wrap up.
    else await goStep(ctx, { discussionId: id, from: discussion.step, to: 'next' });
  }
}

/**
 * When the month closes nobody's anonymous insight may still be theirs: what was not revealed is settled, and the
 * quality department reads it. No discussion goes on by itself any more, and cards say what can still be done.
 */
export async function settleEdition(ctx: Ctx, editionId: string): Promise<void> {
  for (const id of await unsettledDiscussions(ctx.db, editionId)) {
    await inTransaction(ctx, (tx) =>
      changeDiscussion(tx, id, 'product', async (inside, discussion) => ({
        ...(await settleInsights(inside, discussion)),
        revealAt: null,
        // Who sits together at this moment keeps their timer.
        ...(discussion.isAsync ? { stepEndsAt: null } : {}),
      })),
    );
  }
  const edition = await findEdition(ctx.db, editionId);
  const endedAt = edition?.closedAt ?? edition?.cancelledAt;
  if (endedAt) await showEnd(ctx, editionId, endedAt);
}

/** Nights after the last day for reports in which cards are looked after: a server may have been down. */
const nightsAfter = 7;

/** Every night: once a month can no longer be reported, cards that asked for it say so, each once. */
export async function endReporting(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  for (const edition of await editionsInState(ctx.db, 'closed')) {
    const lastOn = lastReportDay(edition.dueOn, ctx.settings);
    if (today <= lastOn || today > addDays(lastOn, nightsAfter)) continue;
    await showEnd(ctx, edition.id, endOf(lastOn, ctx.settings));
  }
}

/** Brings the cards of what was not wrapped up up to date, where that has not happened since. */
async function showEnd(ctx: Ctx, editionId: string, since: Date): Promise<void> {
  const edition = await findEdition(ctx.db, editionId);
  for (const { id, state } of await begunDiscussions(ctx.db, editionId)) {
    // What came of it stands; only with a month that was cancelled its page goes.
    if (state === 'wrapped_up' && edition?.state !== 'cancelled') continue;
    await inTransaction(ctx, async (tx) => {
      await updateDiscussionCard(tx, id, since);
      await updateNudges(tx, id, since);
    });
  }
}
