import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { dueDiscussions, findDiscussion, unsettledDiscussions } from './discussions.store.ts';
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
 * quality department reads it.
 */
export async function settleEdition(ctx: Ctx, editionId: string): Promise<void> {
  for (const id of await unsettledDiscussions(ctx.db, editionId)) {
    await inTransaction(ctx, (tx) => changeDiscussion(tx, id, 'product', settleInsights));
  }
}
