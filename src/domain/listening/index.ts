/** Listening: the month's edition, its cards, and what was heard. */
export type { Audience } from './audience.rules.ts';
export { audienceSchema } from './audience.rules.ts';
export { recallVoice, refreshProgress, showHeard, updateEditionCards } from './cardUpdates.ts';
export { chooseReminders, reminderChoiceOf } from './chooseReminders.ts';
export { cancelEdition, closeEdition } from './closeEdition.ts';
export type { Interval } from './coverage.rules.ts';
export { editionDepartments } from './departments.store.ts';
export {
  defaultDueDay,
  dueDayFromToday,
  type EditionState,
  isMonth,
  isPastDue,
  type Prompt,
  promptsSchema,
} from './edition.rules.ts';
export { loadEditionCards } from './editionCards.ts';
export { cancelReason, listEditionPlans, showEditionPlan } from './editionPlans.ts';
export { type DepartmentStatus, type EditionStatus, editionStatus, retryEdition } from './editionStatus.ts';
export {
  allEditions,
  type Edition,
  type EditionFrame,
  type EditionFrameVoice,
  editionsInState,
  findEdition,
  findEditionFrame,
  findEditionOfMonth,
  visibleEditionsWithVoice,
} from './editions.store.ts';
export { closeDueEditions, openDueEditions } from './editionTicks.ts';
export { forgetOldHearings } from './forgetOld.ts';
export {
  type EditionOverview,
  type ListeningPage,
  listEditions,
  openListeningPage,
} from './listenerPages.ts';
export { heardCounts } from './listening.store.ts';
export { loadMissedNotices, missedPurposes, tellCurators } from './missedOpening.ts';
export { deliverToNewcomer, meetAhead } from './newcomers.ts';
export { editionCardPurpose, openEdition } from './openEdition.ts';
export { changeEdition, type EditionPlan, planEdition } from './planEdition.ts';
export { firstOpening, type PlanNote, planNotes } from './planNotes.ts';
export { departmentProgress } from './progress.rules.ts';
export { cardsForRecipient } from './recipientCards.ts';
export { loadReminders } from './reminderCards.ts';
export { remindersOffAmong } from './reminders.store.ts';
export { reminderPurpose, remindListeners } from './remindListeners.ts';
export { type ListeningState, reportListening } from './reportListening.ts';
export { repostCardsToPlayground } from './repostCards.ts';
export { approveEdition, returnEdition, submitEdition } from './reviewEdition.ts';
export { visibleVoice } from './visibleVoice.ts';
