import type {
  DiscussionPage,
  InsightGroup,
  SharedDiscussion,
  ShownInsight,
} from '../../edges/http/contract/discussion.ts';

/** A change that the page shows before the server answered, for as long as it is under way. */
export type Ahead = (page: DiscussionPage) => DiscussionPage;

/** What everybody sees, as a live event told it: only what is newer counts. A withdrawn voice goes at once. */
export function withShared(page: DiscussionPage, shared: SharedDiscussion): DiscussionPage {
  if (shared.revision <= page.shared.revision) return page;
  return { ...page, shared, voices: page.voices.filter((voice) => shared.voiceIds.includes(voice.id)) };
}

/** An answer of the server: one's own part of it is always newer; of what everybody sees, the newer stays. */
export function withAnswer(page: DiscussionPage | null, answer: DiscussionPage): DiscussionPage {
  if (!page || answer.shared.revision >= page.shared.revision) return answer;
  return { ...answer, shared: page.shared };
}

/**
 * Whether one's own part of the page is out of date after a live event: leaders' always is, everybody's when the
 * state changed (own insights are settled by the reveal) or a voice was withdrawn (the next one asks its question).
 */
export function needsOwnPart(before: DiscussionPage, shared: SharedDiscussion): boolean {
  if (shared.revision <= before.shared.revision) return false;
  const isVoiceGone = before.voices.some((voice) => !shared.voiceIds.includes(voice.id));
  return before.me.leads || shared.state !== before.shared.state || isVoiceGone || nowLeads(before, shared);
}

function nowLeads({ me }: DiscussionPage, { leader }: SharedDiscussion): boolean {
  return !me.leads && leader?.id === me.id;
}

/** How many votes I gave to a group. */
export function ownVotes({ me }: DiscussionPage, groupId: string): number {
  return me.votes.find((one) => one.groupId === groupId)?.votes ?? 0;
}

/** How many votes I may still give in all. Votes for a group that is gone have come back. */
export function votesLeft(page: DiscussionPage): number {
  const there = new Set(page.shared.groups.map((group) => group.id));
  const given = page.me.votes
    .filter((one) => there.has(one.groupId))
    .reduce((sum, one) => sum + one.votes, 0);
  return Math.max(0, page.votesInAll - given);
}

/** Whether one more vote may go to this group. */
export function mayVoteMore(page: DiscussionPage, groupId: string): boolean {
  return votesLeft(page) > 0 && ownVotes(page, groupId) < page.votesPerGroup;
}

/** The page with so many of my votes on a group. */
export function withVotes(page: DiscussionPage, groupId: string, votes: number): DiscussionPage {
  const change = votes - ownVotes(page, groupId);
  const groups = page.shared.groups.map((group) =>
    group.id === groupId ? { ...group, votes: Math.max(0, group.votes + change) } : group,
  );
  const others = page.me.votes.filter((one) => one.groupId !== groupId);
  return {
    ...page,
    shared: { ...page.shared, groups },
    me: { ...page.me, votes: [...others, { groupId, votes }] },
  };
}

/** The page with an insight in another group; a group that is empty then goes. */
export function withMoved(page: DiscussionPage, insightId: string, groupId: string): DiscussionPage {
  const { groups } = page.shared;
  const insight = groups.flatMap((group) => group.insights).find((one) => one.id === insightId);
  if (!insight || !groups.some((group) => group.id === groupId)) return page;
  const moved = groups
    .map((group) => ({
      ...group,
      insights: [
        ...group.insights.filter((one) => one.id !== insightId),
        ...(group.id === groupId ? [insight] : []),
      ],
    }))
    .filter((group) => group.insights.length > 0);
  return { ...page, shared: { ...page.shared, groups: moved } };
}

/** Ids of the groups with most votes; none while nobody voted. */
export function mostVoted(groups: readonly InsightGroup[]): Set<string> {
  const most = Math.max(0, ...groups.map((group) => group.votes));
  return new Set(most === 0 ? [] : groups.filter((group) => group.votes === most).map((group) => group.id));
}

/** The discussion is held at this moment: who opens it takes part. */
export function isHeld({ state }: Pick<SharedDiscussion, 'state'>): boolean {
  return state === 'reflecting' || state === 'revealed' || state === 'talking';
}

/** Ids of everything that is marked as a candidate for a proposal. */
export function markedIn({ shared: { groups, actions } }: DiscussionPage): string[] {
  const insights = groups.flatMap((group) => group.insights);
  return [...groups, ...insights, ...actions].flatMap(({ id, suggested }) => (suggested ? [id] : []));
}

/** Everybody writes alone: what one writes can be changed, and only its writer reads it. */
export function isWrittenAlone({ state }: Pick<SharedDiscussion, 'state'>): boolean {
  return state === 'waiting' || state === 'skipped' || state === 'reflecting';
}

/** What the reveal made of anonymous insights: everybody reads all of them, or the quality department does. */
export function whereItWent(
  insightIds: readonly string[],
  { groups }: Pick<SharedDiscussion, 'groups'>,
): 'shown' | 'withheld' {
  const shown = new Set(groups.flatMap((group) => group.insights.map((one) => one.id)));
  return insightIds.every((id) => shown.has(id)) ? 'shown' : 'withheld';
}

/** What was marked as a candidate for a proposal, in its own words: groups, insights, actions. */
export function proposedIn({
  groups,
  actions,
}: Pick<SharedDiscussion, 'groups' | 'actions'>): { id: string; words: string }[] {
  const insights = groups.flatMap((group) => group.insights);
  return [
    ...groups.map(({ id, suggested, title, insights: [first] }) => ({
      id,
      suggested,
      words: title || (first ? tellingWords(first) : ''),
    })),
    ...insights.map((one) => ({ ...one, words: tellingWords(one) })),
    ...actions.map((one) => ({ ...one, words: one.text })),
  ].flatMap(({ id, suggested, words }) => (suggested && words !== '' ? [{ id, words }] : []));
}

/** What could change, where somebody wrote it; else what they saw. */
function tellingWords({ change, why, felt }: Pick<ShownInsight, 'change' | 'why' | 'felt'>): string {
  return [change, why, felt].find((words) => words.trim() !== '') ?? '';
}
