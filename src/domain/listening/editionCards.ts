import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import { type Contact, countConcerned, findContacts, localeOf } from '../people/index.ts';
import type { DepartmentProgress, EditionCardContent, EditionCardVoice } from '../ports.ts';
import { findVoices } from '../voices/index.ts';
import { type Edition, findEdition } from './editions.store.ts';
import { heardCounts, heardPairs } from './listening.store.ts';
import { departmentProgress } from './progress.rules.ts';

/**
 * What the month's cards say, looked up at the moment of sending: a voice that was withdrawn a second ago is
 * not in them, and a card that has nothing left to say is not sent.
 */
export async function loadEditionCards(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const contents = new Map<string, ContentOrDrop>();
  for (const editionId of new Set(messages.map((message) => message.subjectId))) {
    const own = messages.filter((message) => message.subjectId === editionId);
    const edition = await findEdition(ctx.db, editionId);
    for (const message of own) contents.set(message.id, { drop: 'noEdition' });
    if (!edition) continue;
    for (const [id, content] of await cardsOfEdition(ctx, edition, own)) contents.set(id, content);
  }
  return contents;
}

/** Which message a card is for. */
export type CardRequest = Pick<
  MarkedMessage,
  'id' | 'purpose' | 'subjectId' | 'recipientKind' | 'recipientId' | 'act'
>;

/** The cards of one edition; keys are the requests' ids. */
export async function cardsOfEdition(
  ctx: Ctx,
  edition: Edition,
  messages: readonly CardRequest[],
): Promise<Map<string, ContentOrDrop>> {
  const personIds = recipientsOf(messages, 'person');
  const [base, contacts, progress, heard] = await Promise.all([
    baseCard(ctx, edition),
    findContacts(ctx.db, personIds),
    progressOf(ctx, edition.id, recipientsOf(messages, 'department')),
    heardPairs(ctx.db, personIds, edition.voiceIds),
  ]);
  const people = new Map(contacts.map((person) => [person.id, person]));
  return new Map<string, ContentOrDrop>(
    messages.map((message): [string, ContentOrDrop] => {
      const reason = dropReason(edition, base, message, people);
      if (reason) return [message.id, { drop: reason }];
      if (message.recipientKind === 'department') {
        const departmentId = message.recipientId;
        const card = { ...base, departmentId, progress: progress.get(departmentId) ?? null };
        return [message.id, { content: card }];
      }
      return [message.id, { content: personalCard(base, people.get(message.recipientId), heard) }];
    }),
  );
}

/** What a card must not do: arrive after the month, without a voice, or at somebody who is not concerned. */
function dropReason(
  edition: Edition,
  base: EditionCardContent,
  message: CardRequest,
  people: ReadonlyMap<string, Contact>,
): string | null {
  if (message.act !== 'send') return null;
  if (edition.state !== 'open') return edition.state;
  if (base.voices.length === 0) return 'recalled';
  if (message.recipientKind === 'department') return null;
  const status = people.get(message.recipientId)?.status ?? 'left';
  return status === 'active' ? null : status;
}

async function baseCard(ctx: Ctx, edition: Edition): Promise<EditionCardContent> {
  const found = await findVoices(ctx.db, edition.voiceIds);
  const live = edition.voiceIds.flatMap((id) =>
    found.filter((voice) => voice.id === id && voice.state === 'approved'),
  );
  const voices: EditionCardVoice[] = live.map((voice) => ({
    voiceId: voice.id,
    kind: voice.kind,
    lineOfBusiness: voice.lineOfBusiness,
    quote: voice.quote,
    durationMs: voice.durationMs,
    heard: false,
  }));
  return {
    card: 'edition',
    locale: 'ja',
    audience: 'department',
    departmentId: null,
    editionId: edition.id,
    month: edition.month,
    dueOn: edition.dueOn,
    state: edition.state === 'closed' || edition.state === 'cancelled' ? edition.state : 'open',
    voices,
    withdrawn: edition.voiceIds.length - live.length,
    progress: null,
    // The proposals' room fills them in: rooms are ordered.
    examples: [],
  };
}

function personalCard(
  base: EditionCardContent,
  person: Contact | undefined,
  heard: ReadonlySet<string>,
): EditionCardContent {
  return {
    ...base,
    audience: 'person',
    locale: person ? localeOf(person) : 'ja',
    voices: base.voices.map((voice) => ({ ...voice, heard: heard.has(`${person?.id} ${voice.voiceId}`) })),
  };
}

/** How far departments are now, as their cards say it. */
export async function progressOf(
  ctx: Ctx,
  editionId: string,
  departmentIds: readonly string[],
): Promise<Map<string, DepartmentProgress>> {
  if (departmentIds.length === 0) return new Map();
  const heard = await heardCounts(ctx.db, editionId, departmentIds);
  const target = await countConcerned(ctx.db, departmentIds);
  return new Map(
    departmentIds.map((id) => [
      id,
      departmentProgress(heard.get(id) ?? 0, target.get(id) ?? 0, ctx.settings.listening.bandsBelow),
    ]),
  );
}
