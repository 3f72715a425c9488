/** Discussions: what workplaces make of what they heard. */
export { effectQuestion, loadEffectQuestions, loadGivenActions } from './actionCards.ts';
export { type ActionEffect, findOwnedAction } from './actions.store.ts';
export { answerEffect } from './answerEffect.ts';
export { hideInsight, makeGroup, moveInsight, renameGroup } from './arrangeGroups.ts';
export { askEffects } from './askEffects.ts';
export { liveTopic, requireParticipant } from './changeDiscussion.ts';
export { checkIn } from './checkIn.ts';
export { closeAction } from './closeAction.ts';
export type { DiscussionMode, DiscussionState } from './discussion.rules.ts';
export { discussionPurposes, loadDiscussionCards, loadReportNotices } from './discussionCards.ts';
export {
  type DiscussionChoice,
  type DiscussionPage,
  listDiscussions,
  openDiscussionPage,
} from './discussionPage.ts';
export { isMember } from './discussions.policy.ts';
export { findDiscussion } from './discussions.store.ts';
export { moveDiscussions, settleEdition } from './discussionTicks.ts';
export { forgetOldDiscussions } from './forgetOld.ts';
export type { Insight } from './insights.store.ts';
export { leadDiscussion } from './leadDiscussion.ts';
export { loadNudges, nudgeFor } from './nudgeCards.ts';
export { nudgeLeaders } from './nudgeLeaders.ts';
export { givenActions, ownActions } from './ownActions.ts';
export { planDiscussion, snoozeReminders } from './planDiscussion.ts';
export { prepareDiscussions } from './prepareDiscussions.ts';
export { repostDiscussionsToPlayground } from './repostCards.ts';
export { revealInsights } from './revealInsights.ts';
export {
  type Named,
  type SharedDiscussion,
  type SharedInsight,
  sharedDiscussion,
} from './sharedDiscussion.ts';
export { showToNewcomer } from './showToNewcomer.ts';
export { skipDiscussion } from './skipDiscussion.ts';
export { startDiscussion } from './startDiscussion.ts';
export { suggestProposal } from './suggestProposal.ts';
export { takeBackInsight } from './takeBackInsight.ts';
export { vote } from './vote.ts';
export { goStep, setTimer } from './walk.ts';
export { wrapUp } from './wrapUp.ts';
export { writeInsight } from './writeInsight.ts';
