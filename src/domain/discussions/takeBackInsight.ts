import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { requireMember } from './discussions.policy.ts';
import { lockDiscussion } from './discussions.store.ts';
import { deleteInsight, findInsight } from './insights.store.ts';

/**
 * Takes one's own insight back, before the reveal.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.insightGone once it was revealed
 */
export async function takeBackInsight(
  ctx: Ctx,
  { discussionId, insightId }: { discussionId: string; insightId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const discussion = await lockDiscussion(tx.db, discussionId, 'write');
    if (!discussion) throw new AppError('discussion.notFound');
    const writer = await requireMember(tx, discussion);
    const insight = await findInsight(tx.db, insightId);
    // Taken back already.
    if (!insight) return;
    const isOwn = insight.discussionId === discussionId && insight.authorId === writer.id;
    if (!isOwn || insight.state !== 'coming') throw new AppError('discussion.insightGone');
    await deleteInsight(tx.db, insightId);
  });
}
