/** Dispatch: every message of the bot, the queue of them, and the one budget for calls to Teams. */

export { currentPause } from './budget.store.ts';
export { type Budget, openBudget } from './budget.ts';
export type { ContentLoader, ContentLoaders, ContentOrDrop } from './contents.ts';
export { lostAmong, unmetAmong } from './conversations.store.ts';
export { dropWaiting, type MarkedMessage, type RecipientKind, retrySettled } from './dispatch.store.ts';
export { createDispatcher, type Dispatcher } from './dispatcher.ts';
export { forgetOldMessages } from './forgetOld.ts';
export { loseRecipient, meetRecipient } from './meetings.ts';
export { alertsSince, countByState, countMessages, sendsOf, waitsUntil } from './messageCounts.store.ts';
export { type MessageOrder, queueMessages, queueReposts, queueUpdates } from './queueMessages.ts';
export { recipientsOf } from './recipients.ts';
