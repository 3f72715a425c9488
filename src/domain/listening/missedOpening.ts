import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, queueMessages } from '../dispatch/index.ts';
import { findPeople, localeOf, peopleWithRole } from '../people/index.ts';
import type { NoticeContent } from '../ports.ts';
import { findEdition } from './editions.store.ts';

/** Purposes of the two notices, by why the edition could not open. */
export const missedPurposes = {
  pastDue: 'edition.missed.pastDue',
  noVoiceLeft: 'edition.missed.noVoiceLeft',
} as const;

const notices: Readonly<Record<string, NoticeContent['notice']>> = {
  [missedPurposes.pastDue]: 'editionMissed',
  [missedPurposes.noVoiceLeft]: 'editionNoVoiceLeft',
};

/** Tells the curators that an edition could not open. */
export async function tellCurators(
  ctx: Ctx,
  input: { editionId: string; why: keyof typeof missedPurposes },
): Promise<void> {
  const edition = await findEdition(ctx.db, input.editionId);
  // Planned anew in the meantime: there is nothing to tell any more.
  if (!edition?.approvedAt) return;
  const curators = await peopleWithRole(ctx.db, 'curator');
  await queueMessages(
    ctx,
    {
      purpose: missedPurposes[input.why],
      subjectId: input.editionId,
      act: 'send',
      priority: 'notice',
      // A new plan that is missed as well is told again: each approval has its own notice.
      revision: Math.floor(edition.approvedAt.getTime() / 60_000),
    },
    curators.map((curator) => ({
      recipientKind: 'person' as const,
      recipientId: curator.id,
      notBefore: ctx.clock.now(),
      alert: false,
    })),
  );
}

/** What these notices say. */
export async function loadMissedNotices(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const people = await findPeople(
    ctx.db,
    messages.map((message) => message.recipientId),
  );
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const edition = await findEdition(ctx.db, message.subjectId);
    const person = people.find((one) => one.id === message.recipientId);
    const notice = notices[message.purpose];
    contents.set(
      message.id,
      edition && person && notice
        ? {
            content: {
              card: 'notice',
              locale: localeOf(person),
              notice,
              values: { month: edition.month, dueOn: edition.dueOn },
            },
          }
        : { drop: 'noEdition' },
    );
  }
  return contents;
}
