/** Discussions: what workplaces make of what they heard. */
export { hideInsight, makeGroup, moveInsight, renameGroup } from './arrangeGroups.ts';
export { liveTopic, requireParticipant } from './changeDiscussion.ts';
export { checkIn } from './checkIn.ts';
export { type DiscussionMode, type DiscussionState, timelinessOf } from './discussion.rules.ts';
export { discussionPurposes, loadDiscussionCards, loadReportNotices } from './discussionCards.ts';
export {
  type DiscussionChoice,
  type DiscussionPage,
  listDiscussions,
  openDiscussionPage,
} from './discussionPage.ts';
export { moveDiscussions, settleEdition } from './discussionTicks.ts';
export type { Insight } from './insights.store.ts';
export { leadDiscussion } from './leadDiscussion.ts';
export { planDiscussion, snoozeReminders } from './planDiscussion.ts';
export { prepareDiscussions } from './prepareDiscussions.ts';
export { revealInsights } from './revealInsights.ts';
export {
  type Named,
  type SharedDiscussion,
  type SharedInsight,
  sharedDiscussion,
} from './sharedDiscussion.ts';
export { skipDiscussion } from './skipDiscussion.ts';
export { startDiscussion } from './startDiscussion.ts';
export { suggestProposal } from './suggestProposal.ts';
export { takeBackInsight } from './takeBackInsight.ts';
export { vote } from './vote.ts';
export { goStep, setTimer } from './walk.ts';
export { wrapUp } from './wrapUp.ts';
export { writeInsight } from './writeInsight.ts';
