import type { EventName } from './domain/events.ts';
import type { JobName } from './jobs.ts';

/** When this happened, then these jobs follow. The plot, on one page. */
export const reactions: Readonly<Record<EventName, readonly JobName[]>> = {
  'voices.voice.withdrawn': ['listening.recallVoice'],
  'listening.edition.approved': ['listening.meetAhead'],
  'listening.edition.opened': ['dispatch.wake'],
  'listening.edition.closed': ['listening.updateEditionCards'],
  'listening.edition.cancelled': ['listening.updateEditionCards'],
  'listening.edition.missed': ['listening.tellCurators'],
  'listening.voice.heard': ['listening.showHeard', 'listening.refreshProgress'],
  'dispatch.recipient.met': ['listening.deliverToNewcomer'],
};
