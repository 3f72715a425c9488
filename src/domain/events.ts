import { z } from 'zod';

const editionEvent = z.object({ editionId: z.uuid() });
const voiceEvent = z.object({ voiceId: z.uuid() });

/**
 * Everything that rooms tell each other, in the past tense, `room.noun.verb`. What follows from each stands
 * in reactions.ts.
 */
export const eventSchemas = {
  'voices.voice.withdrawn': voiceEvent,
  'listening.edition.approved': editionEvent,
  'listening.edition.opened': editionEvent,
  'listening.edition.closed': editionEvent,
  'listening.edition.cancelled': editionEvent,
  'listening.edition.missed': editionEvent.extend({ why: z.enum(['pastDue', 'noVoiceLeft']) }),
  'listening.voice.heard': z.object({
    editionId: z.uuid(),
    voiceId: z.uuid(),
    personId: z.uuid(),
    departmentId: z.uuid(),
  }),
  'discussions.discussion.wrappedUp': z.object({ discussionId: z.uuid() }),
  'discussions.guide.edited': z.object({ voiceId: z.uuid() }),
  'discussions.proposal.suggested': z.object({ suggestionId: z.uuid(), discussionId: z.uuid() }),
  'discussions.insight.referred': z.object({ insightId: z.uuid(), discussionId: z.uuid() }),
  'proposals.proposal.received': z.object({ proposalId: z.uuid() }),
  'proposals.attachment.removed': z.object({ mediaKey: z.string() }),
  'dispatch.recipient.met': z.object({
    recipientKind: z.enum(['person', 'department']),
    recipientId: z.uuid(),
  }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventData<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;
/** One event as it is stored: its id makes each consumer idempotent. */
export type StoredEvent = { [N in EventName]: { id: string; name: N; data: EventData<N> } }[EventName];
