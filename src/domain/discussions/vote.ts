import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionState, votesLeft } from './discussion.rules.ts';
import { findGroup, saveVote, votesOf } from './groups.store.ts';

/**
 * Gives a group this many of one's votes. Everybody has settings.discussion.votes, at most votesPerGroup on one.
 * Who voted for what is nobody else's business: no line in the 操作ログ.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.badState, discussion.unknownKey,
 *   discussion.votesUsed
 */
export async function vote(
  ctx: Ctx,
  { discussionId, groupId, votes }: { discussionId: string; groupId: string; votes: number },
): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'member', async (tx, discussion, person) => {
    if (!person) return null;
    requireDiscussionState(discussion, 'revealed', 'talking');
    const group = await findGroup(tx.db, groupId);
    if (group?.discussionId !== discussionId) throw new AppError('discussion.unknownKey');
    const given = await votesOf(tx.db, discussionId, person.id);
    const here = given.find((one) => one.groupId === groupId)?.votes ?? 0;
    if (here === votes) return null;
    const elsewhere = given.reduce((sum, one) => sum + one.votes, 0) - here;
    if (votes > votesLeft(elsewhere, tx.settings)) {
      const { votes: all, votesPerGroup } = tx.settings.discussion;
      throw new AppError('discussion.votesUsed', { votes: all, votesPerGroup });
    }
    await saveVote(tx.db, { groupId, personId: person.id, votes });
    return {};
  });
}
