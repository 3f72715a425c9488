import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type EditionFrame, findEditionFrame } from '../listening/index.ts';
import { type About, byVoice } from './about.rules.ts';
import { requireDiscussion } from './changeDiscussion.ts';
import { stepWithin, timelinessOf } from './discussion.rules.ts';
import type { Discussion } from './discussions.store.ts';
import type { Guide } from './guide.rules.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';
import {
  type Named,
  type RevealedInsight,
  readSharedContent,
  type SharedAction,
  type SharedGroup,
} from './shared.store.ts';
import { walkOf } from './walkWords.ts';

/** What everybody of the department sees, the same for all. */
export interface SharedDiscussion {
  discussion: Discussion;
  leader: Named | null;
  candidate: (Named & { byId: string }) | null;
  insightsComing: boolean;
  steps: ReturnType<typeof walkOf>;
  groups: (SharedGroup & { insights: RevealedInsight[] })[];
  /** Customer by customer: key of the feeling → how many shown insights tick it. */
  feelings: { voiceId: About; counts: Map<string, number> }[];
  actions: SharedAction[];
  /** Voices of the month that were not withdrawn. */
  voiceIds: string[];
  /** How many voices the month has, withdrawn ones too. */
  voices: number;
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
  const content = await readSharedContent(ctx.db, discussion.id);
  // What was settled when the month closed without a reveal is the quality department's to read.
  const isRevealed = discussion.revealedAt !== null;
  const insights = isRevealed ? content.insights : [];
  const { candidateById, heldOn, reportedOn } = discussion;
  const { candidate } = content;
  const steps = walkOf(guide, ctx.settings);
  return {
    discussion: { ...discussion, step: stepWithin(discussion.step, steps.length) },
    leader: content.leader,
    candidate: candidate && candidateById ? { ...candidate, byId: candidateById } : null,
    insightsComing: discussion.insightsCame,
    steps,
    // A group of which everything is hidden is hidden too: its title is made of the same words.
    groups: content.groups
      .map((group) => ({
        ...group,
        insights: insights.filter((insight) => insight.groupId === group.id),
      }))
      .filter((group) => group.insights.length > 0),
    feelings: byVoice(
      insights,
      edition.voices.map((voice) => voice.id),
    )
      .map((part) => ({ voiceId: part.voiceId, counts: countFeelings(part.insights) }))
      .filter(({ counts }) => counts.size > 0),
    actions: content.actions,
    voiceIds: edition.voices.filter((voice) => voice.state === 'approved').map((voice) => voice.id),
    voices: edition.voices.length,
    timeliness: heldOn && reportedOn ? timelinessOf(heldOn, reportedOn, edition.dueOn) : null,
  };
}

function countFeelings(insights: readonly RevealedInsight[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { feelings } of insights) {
    for (const key of feelings) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
