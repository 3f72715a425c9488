import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { maskWritten } from '../privacy/index.ts';
import { deleteSuggestion } from './actions.store.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionState } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import { deleteEmptyGroups, findGroup, groupsOf, insertGroups, renameGroupTo } from './groups.store.ts';
import { findInsight, updateInsight } from './insights.store.ts';

/**
 * Puts an insight into another group. A group that is empty then goes, and its votes come back.
 *
 * @throws AppError discussion.notLeader, discussion.badState, discussion.insightGone, discussion.unknownKey
 */
export async function moveInsight(
  ctx: Ctx,
  input: { discussionId: string; insightId: string; groupId: string },
): Promise<void> {
  const { discussionId, insightId, groupId } = input;
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'revealed', 'talking');
    const insight = await revealedInsight(tx, discussionId, insightId);
    await requireGroup(tx, discussionId, groupId);
    if (insight.groupId === groupId) return null;
    await updateInsight(tx.db, insightId, { groupId });
    await deleteEmptyGroups(tx.db, discussionId);
    return {};
  });
}

/**
 * Makes a group of one insight, under a title.
 *
 * @throws AppError discussion.notLeader, discussion.badState, discussion.insightGone
 */
export async function makeGroup(
  ctx: Ctx,
  input: { discussionId: string; groupId: string; title: string; insightId: string },
): Promise<void> {
  const { discussionId, groupId, insightId } = input;
  const title = await maskedTitle(ctx, input.title);
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'revealed', 'talking');
    await revealedInsight(tx, discussionId, insightId);
    const known = await findGroup(tx.db, groupId);
    if (known) {
      if (known.discussionId !== discussionId) throw new AppError('discussion.unknownKey');
      return null;
    }
    const groups = await groupsOf(tx.db, discussionId);
    const position = Math.max(-1, ...groups.map((group) => group.position)) + 1;
    await insertGroups(tx.db, discussionId, [{ id: groupId, title, position, insightIds: [insightId] }]);
    await deleteEmptyGroups(tx.db, discussionId);
    return {};
  });
}

/** @throws AppError discussion.notLeader, discussion.badState, discussion.unknownKey */
export async function renameGroup(
  ctx: Ctx,
  input: { discussionId: string; groupId: string; title: string },
): Promise<void> {
  const { discussionId, groupId } = input;
  const title = await maskedTitle(ctx, input.title);
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'revealed', 'talking', 'wrapped_up');
    const group = await requireGroup(tx, discussionId, groupId);
    if (group.title === title) return null;
    await renameGroupTo(tx.db, groupId, title);
    if (discussion.state === 'wrapped_up') await updateDiscussionCard(tx, discussionId);
    return {};
  });
}

/**
 * Hides an insight from the department, or shows it again. The leader does not learn whose it is, and the
 * quality department still reads it.
 *
 * @throws AppError discussion.notLeader, discussion.badState, discussion.insightGone
 */
export async function hideInsight(
  ctx: Ctx,
  input: { discussionId: string; insightId: string; hidden: boolean },
): Promise<void> {
  const { discussionId, insightId, hidden } = input;
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion) => {
    requireDiscussionState(discussion, 'revealed', 'talking', 'wrapped_up');
    const insight = await revealedInsight(tx, discussionId, insightId);
    const state = hidden ? 'hidden' : 'shown';
    if (insight.state === state) return null;
    await updateInsight(tx.db, insightId, { state });
    if (hidden) await deleteSuggestion(tx.db, 'insight', insightId);
    // The summary may have named it, or its group.
    if (discussion.state === 'wrapped_up') await updateDiscussionCard(tx, discussionId);
    return {};
  });
}

/** The whole department reads it, and so does the quality department. */
async function maskedTitle(ctx: Ctx, title: string): Promise<string> {
  const { texts } = await maskWritten(ctx.detector, [title]);
  return texts[0] ?? '';
}

/** @throws AppError discussion.insightGone */
async function revealedInsight(tx: Ctx, discussionId: string, insightId: string) {
  const insight = await findInsight(tx.db, insightId);
  const isThere = insight?.discussionId === discussionId && ['shown', 'hidden'].includes(insight.state);
  if (!insight || !isThere) throw new AppError('discussion.insightGone');
  return insight;
}

/** @throws AppError discussion.unknownKey */
async function requireGroup(tx: Ctx, discussionId: string, groupId: string) {
  const group = await findGroup(tx.db, groupId);
  if (group?.discussionId !== discussionId) throw new AppError('discussion.unknownKey');
  return group;
}
