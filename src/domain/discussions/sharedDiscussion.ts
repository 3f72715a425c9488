import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type EditionFrame, findEditionFrame } from '../listening/index.ts';
import { findNames } from '../people/index.ts';
import type { Bilingual } from '../ports.ts';
import { actionsOf, type DiscussionAction, suggestionsOf } from './actions.store.ts';
import { requireDiscussion } from './changeDiscussion.ts';
import { timelinessOf } from './discussion.rules.ts';
import type { Discussion } from './discussions.store.ts';
import { groupsOf } from './groups.store.ts';
import type { Guide } from './guide.rules.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';
import { hasInsights, type Insight, insightsOf } from './insights.store.ts';
import { walkOf } from './walkWords.ts';

/** Somebody as pages show them. */
export interface Named {
  id: string;
  name: Bilingual;
}

export interface SharedInsight {
  insight: Insight;
  /** Null: anonymous. */
  author: Bilingual | null;
  suggested: boolean;
}

/** What everybody of the department sees, the same for all. */
export interface SharedDiscussion {
  discussion: Discussion;
  leader: Named | null;
  candidate: (Named & { byId: string }) | null;
  insightsComing: boolean;
  steps: ReturnType<typeof walkOf>;
  groups: { id: string; title: string; votes: number; suggested: boolean; insights: SharedInsight[] }[];
  /** Key of the feeling → how many shown insights tick it. */
  feelings: Map<string, number>;
  actions: { action: DiscussionAction; owner: Named | null; suggested: boolean }[];
  timeliness: 'inTime' | 'lateReport' | 'lateHeld' | null;
}

/**
 * What a discussion shows to all who take part. Before the reveal of insights only that some are coming in.
 *
 * @throws AppError discussion.notFound
 */
export async function sharedDiscussion(ctx: Ctx, discussionId: string): Promise<SharedDiscussion> {
  const discussion = await requireDiscussion(ctx, discussionId);
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  if (!edition) throw new AppError('discussion.notFound');
  return shareDiscussion(ctx, discussion, edition, await guideOfDiscussion(ctx, edition));
}

/** The same, where the discussion, its month and its guide are at hand. */
export async function shareDiscussion(
  ctx: Ctx,
  discussion: Discussion,
  edition: EditionFrame,
  guide: Guide,
): Promise<SharedDiscussion> {
  const isRevealed = discussion.revealedAt !== null;
  const [isComing, insights, groups, actions, suggested] = await Promise.all([
    isRevealed || hasInsights(ctx.db, discussion.id),
    isRevealed ? insightsOf(ctx.db, discussion.id) : [],
    isRevealed ? groupsOf(ctx.db, discussion.id) : [],
    actionsOf(ctx.db, discussion.id),
    isRevealed ? suggestionsOf(ctx.db, discussion.id) : new Set<string>(),
  ]);
  const shown = insights.filter((one) => one.state === 'shown');
  const nameOf = await namesIn(ctx, discussion, shown, actions);
  const { candidateById, heldOn, reportedOn } = discussion;
  const candidate = nameOf(discussion.candidateId);
  return {
    discussion,
    leader: nameOf(discussion.leaderId),
    candidate: candidate && candidateById ? { ...candidate, byId: candidateById } : null,
    insightsComing: isComing,
    steps: walkOf(guide, ctx.settings),
    groups: groups.map(({ id, title, votes }) => ({
      id,
      title,
      votes,
      suggested: suggested.has(id),
      insights: shown
        .filter((insight) => insight.groupId === id)
        .map((insight) => ({
          insight,
          author: nameOf(insight.authorId)?.name ?? null,
          suggested: suggested.has(insight.id),
        })),
    })),
    feelings: countFeelings(shown),
    actions: actions.map((action) => ({
      action,
      owner: nameOf(action.ownerId),
      suggested: suggested.has(action.id),
    })),
    timeliness: heldOn && reportedOn ? timelinessOf(heldOn, reportedOn, edition.dueOn) : null,
  };
}

async function namesIn(
  ctx: Ctx,
  { leaderId, candidateId }: Discussion,
  insights: readonly Insight[],
  actions: readonly DiscussionAction[],
): Promise<(personId: string | null) => Named | null> {
  const ids = [
    leaderId,
    candidateId,
    ...insights.map((one) => one.authorId),
    ...actions.map((one) => one.ownerId),
  ].filter((id) => id !== null);
  const names = await findNames(ctx.db, [...new Set(ids)]);
  return (personId) => {
    const person = personId ? names.get(personId) : undefined;
    return person ? { id: person.id, name: { ja: person.name, en: person.nameEn } } : null;
  };
}

function countFeelings(insights: readonly Insight[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { feelings } of insights) {
    for (const key of feelings) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
