import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { changeDiscussion, requireDiscussion } from './changeDiscussion.ts';
import { requireMember } from './discussions.policy.ts';
import { insertCheckIns } from './discussions.store.ts';

/**
 * Takes part: opened the discussion while it is held. Counted, never shown by name.
 *
 * @throws AppError discussion.notFound, discussion.notMember
 */
export async function checkIn(ctx: Ctx, discussionId: string): Promise<void> {
  const discussion = await requireDiscussion(ctx, discussionId);
  const person = await requireMember(ctx, discussion);
  const isHeld = ['reflecting', 'revealed', 'talking'].includes(discussion.state);
  if (!isHeld) return;
  const isNew = await inTransaction(ctx, (tx) => insertCheckIns(tx.db, discussionId, [person.id]));
  // The leader's number goes on.
  if (isNew > 0) await changeDiscussion(ctx, discussionId, 'member', async () => ({}));
}
