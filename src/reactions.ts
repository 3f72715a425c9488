import type { EventName } from './domain/events.ts';
import type { JobName } from './jobs.ts';

/** When this happened, then these jobs follow. The plot, on one page. */
export const reactions: Readonly<Record<EventName, readonly JobName[]>> = {
  'voices.voice.withdrawn': ['listening.recallVoice', 'discussions.showGuide'],
  'listening.edition.approved': ['listening.meetAhead'],
  'listening.edition.opened': [
    'dispatch.wake',
    'discussions.prepare',
    'reports.refresh',
    'proposals.markExamplesTold',
  ],
  'listening.edition.closed': [
    'listening.updateEditionCards',
    'discussions.settleEdition',
    'reports.refresh',
  ],
  'listening.edition.cancelled': [
    'listening.updateEditionCards',
    'discussions.settleEdition',
    'reports.refresh',
  ],
  'listening.edition.missed': ['listening.tellCurators'],
  'listening.voice.heard': ['listening.showHeard', 'listening.refreshProgress'],
  // The channel's card and the leader's report are queued with the act itself.
  'discussions.discussion.wrappedUp': [],
  'discussions.guide.edited': ['discussions.showGuide'],
  // The proposals take it up.
  'discussions.proposal.suggested': [],
  // Whoever took its words up drops them.
  'discussions.insight.referred': [],
  // The backlog takes it up; the receipt is queued with the act itself.
  'proposals.proposal.received': [],
  'proposals.attachment.removed': ['proposals.eraseFile'],
  'dispatch.recipient.met': ['listening.deliverToNewcomer', 'discussions.showToNewcomer'],
};
