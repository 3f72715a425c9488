import type { Ctx } from '../context.ts';
import { suggestionsOfDiscussion } from '../discussions/index.ts';
import { type Proposal, proposalsFrom } from './proposals.store.ts';

/** What a workplace suggested, and the proposal that took it up. */
export interface TakenUp {
  suggestionId: string;
  sourceId: string;
  /** The first one; null: nobody yet, or nobody who said so under their name. */
  proposal: Proposal | null;
}

/**
 * The suggestions of a discussion, for those who take part in it.
 *
 * @throws AppError signIn.required, discussion.notFound, discussion.notMember
 */
export async function takenUp(ctx: Ctx, discussionId: string): Promise<TakenUp[]> {
  const suggestions = await suggestionsOfDiscussion(ctx, discussionId);
  const proposals = await proposalsFrom(
    ctx.db,
    suggestions.map(({ sourceId }) => sourceId),
  );
  return suggestions.map(({ id, sourceId }) => ({
    suggestionId: id,
    sourceId,
    proposal: proposals.find((one) => one.sourceId === sourceId) ?? null,
  }));
}
