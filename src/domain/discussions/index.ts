/** Discussions: what workplaces make of what they heard. */
export { effectQuestion, loadEffectQuestions, loadGivenActions } from './actionCards.ts';
export { type ActionEffect, findOwnedAction } from './actions.store.ts';
export { answerEffect } from './answerEffect.ts';
export { hideInsight, makeGroup, moveInsight, renameGroup } from './arrangeGroups.ts';
export { askEffects } from './askEffects.ts';
export { liveTopic, participantsOf, requireParticipant } from './changeDiscussion.ts';
export { checkIn } from './checkIn.ts';
export { closeAction } from './closeAction.ts';
export { type Desk, showDesk } from './desk.ts';
export { type DiscussionMode, type DiscussionState, isUnderWay, timelinessOf } from './discussion.rules.ts';
export { discussionPurposes, loadDiscussionCards, loadReportNotices } from './discussionCards.ts';
export {
  type DiscussionChoice,
  type DiscussionPage,
  listDiscussions,
  openDiscussionPage,
} from './discussionPage.ts';
export { isMember } from './discussions.policy.ts';
export { findDiscussion } from './discussions.store.ts';
export { endReporting, moveDiscussions, settleEdition } from './discussionTicks.ts';
export { editGuide } from './editGuide.ts';
export { forgetOldDiscussions } from './forgetOld.ts';
export { type Guide, longestGuideText, longestPrompt, mostPrompts } from './guide.rules.ts';
export { guideOf } from './guideOf.ts';
export { guideOfDiscussion } from './guideOfDiscussion.ts';
export type { Insight } from './insights.store.ts';
export { leadDiscussion } from './leadDiscussion.ts';
export { loadNudges, nudgeFor } from './nudgeCards.ts';
export { nudgeLeaders } from './nudgeLeaders.ts';
export { givenActions, ownActions } from './ownActions.ts';
export { planDiscussion, snoozeReminders } from './planDiscussion.ts';
export { prepareDiscussions } from './prepareDiscussions.ts';
export { officesOf, readersOfOffice } from './referrals/officeReaders.ts';
export { mayNameDepartment } from './referrals/places.rules.ts';
export { referFromDiscussion, referInsight } from './referrals/referInsight.ts';
export { loadReferralNotices, referralPurpose, tellOffice } from './referrals/referralNotices.ts';
export {
  listReferrals,
  passOnReferral,
  type ReferralEntry,
  type ReferralPage,
  readReferral,
  takeReferral,
} from './referrals/referralPage.ts';
export { repostDiscussionsToPlayground } from './repostCards.ts';
export { revealInsights } from './revealInsights.ts';
export type { Named, RevealedInsight } from './shared.store.ts';
export { type SharedDiscussion, sharedDiscussion } from './sharedDiscussion.ts';
export { showGuideOf } from './showGuide.ts';
export { showToNewcomer } from './showToNewcomer.ts';
export { skipDiscussion } from './skipDiscussion.ts';
export { startDiscussion } from './startDiscussion.ts';
export {
  mayTakeUp,
  type SuggestedWords,
  suggestedWords,
  suggestionsOfDiscussion,
} from './suggestedWords.ts';
export { suggestProposal } from './suggestProposal.ts';
export { takeBackInsight } from './takeBackInsight.ts';
export { editTheme, removeInsight } from './themes/editTheme.ts';
export { groupMonth, groupMonths } from './themes/groupMonths.ts';
export { otherKinds } from './themes/kinds.rules.ts';
export {
  type InsightSearch,
  type InsightsPage,
  insightsAtOnce,
  type ReadInsight,
  readInsights,
  readTopic,
} from './themes/listInsights.ts';
export { addInsights, type InsightChoice, makeTheme } from './themes/makeTheme.ts';
export { releaseWithheld } from './themes/releaseWithheld.ts';
export { tellDepartments } from './themes/tellDepartments.ts';
export { loadOwnerNotices, loadThemeTellings, themePurposes } from './themes/themeNotices.ts';
export {
  listThemes,
  openTheme,
  type ThemeOverview,
  type ThemePage,
  type ThemeState,
} from './themes/themePage.ts';
export { listVoiceGuides, showVoiceGuide, type VoiceGuide, type VoiceGuidePage } from './voiceGuides.ts';
export { vote } from './vote.ts';
export { goStep, setTimer } from './walk.ts';
export { wrapUp } from './wrapUp.ts';
export { writeInsight } from './writeInsight.ts';
