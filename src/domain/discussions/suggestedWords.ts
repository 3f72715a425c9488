import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actionsOf, findSuggestion, type Suggestion, suggestionsIn } from './actions.store.ts';
import { requireParticipant } from './changeDiscussion.ts';
import { findGroup } from './groups.store.ts';
import { findInsight, type Insight, insightsOf } from './insights.store.ts';
import { tellingWords } from './proposed.rules.ts';

/** What a workplace suggested for a proposal, in the words that all of it read. */
export interface SuggestedWords extends Pick<Suggestion, 'id' | 'source' | 'sourceId'> {
  voiceId: string | null;
  /** The place in the voice's sound. */
  atMs: number | null;
  words: string;
  /** Title of the group that it stands in; '' where none has a name. */
  group: string;
}

/**
 * Reads a suggestion, for those who take part in the discussion that it comes from. Who wrote the insight is not among
 * it.
 *
 * @throws AppError signIn.required, discussion.notMember, discussion.suggestionGone
 */
export async function suggestedWords(ctx: Ctx, suggestionId: string): Promise<SuggestedWords> {
  const suggestion = await findSuggestion(ctx.db, suggestionId);
  if (!suggestion) throw new AppError('discussion.suggestionGone');
  await requireParticipant(ctx, suggestion.discussionId);
  const found = await contentOf(ctx, suggestion);
  if (!found) throw new AppError('discussion.suggestionGone');
  const { id, source, sourceId } = suggestion;
  return { id, source, sourceId, ...found };
}

/**
 * What was suggested in a discussion, for those who take part in it.
 *
 * @throws AppError signIn.required, discussion.notFound, discussion.notMember
 */
export async function suggestionsOfDiscussion(ctx: Ctx, discussionId: string): Promise<Suggestion[]> {
  await requireParticipant(ctx, discussionId);
  return suggestionsIn(ctx.db, { discussionId });
}

/** Whether somebody may say that their proposal takes this up: it was suggested where they take part. */
export async function mayTakeUp(ctx: Ctx, { source, sourceId }: Pick<Suggestion, 'source' | 'sourceId'>) {
  const [suggestion] = await suggestionsIn(ctx.db, { source, sourceId });
  if (!suggestion) return false;
  try {
    await requireParticipant(ctx, suggestion.discussionId);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'discussion.notMember') return false;
    throw error;
  }
}

type Content = Omit<SuggestedWords, 'id' | 'source' | 'sourceId'>;

async function contentOf(ctx: Ctx, { source, sourceId, discussionId }: Suggestion): Promise<Content | null> {
  if (source === 'insight') {
    const insight = await findInsight(ctx.db, sourceId);
    if (insight?.state !== 'shown') return null;
    const group = insight.groupId ? await findGroup(ctx.db, insight.groupId) : null;
    return { ...placeOf(insight), words: tellingWords(insight), group: group?.title ?? '' };
  }
  if (source === 'action') {
    const action = (await actionsOf(ctx.db, discussionId)).find((one) => one.id === sourceId);
    return action ? { voiceId: null, atMs: null, words: action.text, group: '' } : null;
  }
  const group = await findGroup(ctx.db, sourceId);
  if (!group) return null;
  const insights = (await insightsOf(ctx.db, discussionId)).filter(
    (insight) => insight.groupId === group.id && insight.state === 'shown',
  );
  const voices = new Set(insights.map(({ voiceId }) => voiceId));
  return {
    voiceId: voices.size === 1 ? (insights[0]?.voiceId ?? null) : null,
    atMs: insights.length === 1 ? (insights[0]?.atMs ?? null) : null,
    words: insights.map(tellingWords).join('\n'),
    group: group.title,
  };
}

function placeOf({ voiceId, atMs }: Insight): Pick<Content, 'voiceId' | 'atMs'> {
  return { voiceId, atMs };
}
