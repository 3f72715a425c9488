import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, queueUpdates, recipientsOf } from '../dispatch/index.ts';
import {
  findPeople,
  localeOf,
  mainPost,
  nextWorkingMoment,
  type PersonRow,
  workingHoursOf,
} from '../people/index.ts';
import type { ReminderContent } from '../ports.ts';
import { findVoices } from '../voices/index.ts';
import { type Edition, findEdition } from './editions.store.ts';
import { heardPairs } from './listening.store.ts';
import { remindersOffAmong } from './reminders.store.ts';
import { reminderPurpose } from './remindListeners.ts';

/**
 * What reminders say at the moment of sending: none to who has heard meanwhile, went on leave, wants none any more,
 * and none outside working hours.
 */
export async function loadReminders(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const contents = new Map<string, ContentOrDrop>();
  for (const editionId of new Set(messages.map((message) => message.subjectId))) {
    const own = messages.filter((message) => message.subjectId === editionId);
    const edition = await findEdition(ctx.db, editionId);
    for (const message of own) contents.set(message.id, { drop: 'noEdition' });
    if (edition) for (const [id, content] of await remindersOf(ctx, edition, own)) contents.set(id, content);
  }
  return contents;
}

async function remindersOf(
  ctx: Ctx,
  edition: Edition,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const personIds = recipientsOf(messages, 'person');
  const [voices, people, heard, off] = await Promise.all([
    findVoices(ctx.db, edition.voiceIds),
    findPeople(ctx.db, personIds),
    heardPairs(ctx.db, personIds, edition.voiceIds),
    remindersOffAmong(ctx.db, personIds),
  ]);
  const live = edition.voiceIds.filter((id) =>
    voices.some((voice) => voice.id === id && voice.state === 'approved'),
  );
  return new Map(
    messages.map((message): [string, ContentOrDrop] => {
      const person = people.find((one) => one.id === message.recipientId);
      if (!person) return [message.id, { drop: 'left' }];
      const unheard = live.filter((id) => !heard.has(`${person.id} ${id}`));
      const content: ReminderContent = {
        card: 'reminder',
        locale: localeOf(person),
        editionId: edition.id,
        month: edition.month,
        dueOn: edition.dueOn,
        voiceIds: unheard,
        answer: answerOf(edition, unheard, off.has(person.id)),
      };
      return [message.id, message.act === 'update' ? { content } : sendable(ctx, content, person)];
    }),
  );
}

function answerOf(edition: Edition, unheard: readonly string[], isOff: boolean): ReminderContent['answer'] {
  if (unheard.length === 0) return 'heard';
  if (edition.state !== 'open') return 'over';
  return isOff ? 'off' : null;
}

function sendable(ctx: Ctx, content: ReminderContent, person: PersonRow): ContentOrDrop {
  if (content.answer) return { drop: content.answer };
  if (person.status !== 'active') return { drop: person.status };
  const now = ctx.clock.now();
  const hours = workingHoursOf(mainPost(person)?.department, ctx.settings);
  const moment = nextWorkingMoment(now, hours, ctx.settings);
  return moment > now ? { notBefore: moment } : { content };
}

/** A reminder that is there says what is true now. */
export async function updateReminder(ctx: Ctx, editionId: string, personId: string): Promise<void> {
  await queueUpdates(ctx, { purpose: reminderPurpose, subjectId: editionId }, [personId]);
}
