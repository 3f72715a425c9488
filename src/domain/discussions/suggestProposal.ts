import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { audit } from '../people/index.ts';
import { actionsOf, deleteSuggestion, insertSuggestion, type SuggestionSource } from './actions.store.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { requireDiscussionState } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import { findGroup } from './groups.store.ts';
import { findInsight } from './insights.store.ts';

export interface SuggestionInput {
  discussionId: string;
  source: SuggestionSource;
  sourceId: string;
  /** False takes it back. */
  suggested: boolean;
}

/**
 * Marks an insight, a group or an action as suggested for a proposal. The proposals take it up by the event; voice,
 * second, words and group are looked up there (`suggestedWords`).
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState,
 *   discussion.unknownKey where there is no such thing in this discussion
 */
export async function suggestProposal(ctx: Ctx, input: SuggestionInput): Promise<void> {
  const { discussionId, source, sourceId, suggested } = input;
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion, leader) => {
    requireDiscussionState(discussion, 'revealed', 'talking', 'wrapped_up');
    if (!leader || !(await isThere(tx, input))) throw new AppError('discussion.unknownKey');
    // The summary names it.
    if (discussion.state === 'wrapped_up') await updateDiscussionCard(tx, discussionId);
    if (!suggested) {
      await deleteSuggestion(tx.db, source, sourceId);
      return {};
    }
    const id = newId();
    const isNew = await insertSuggestion(tx.db, {
      id,
      discussionId,
      source,
      sourceId,
      suggestedById: leader.id,
      suggestedAt: tx.clock.now(),
    });
    if (!isNew) return null;
    await audit(tx, 'discussions.suggestProposal', discussionId, { source });
    await emit(tx, 'discussions.proposal.suggested', { suggestionId: id, discussionId });
    return {};
  });
}

async function isThere(tx: Ctx, { discussionId, source, sourceId }: SuggestionInput): Promise<boolean> {
  if (source === 'group') return (await findGroup(tx.db, sourceId))?.discussionId === discussionId;
  if (source === 'action') return (await actionsOf(tx.db, discussionId)).some((one) => one.id === sourceId);
  const insight = await findInsight(tx.db, sourceId);
  return insight?.discussionId === discussionId && insight.state === 'shown';
}
