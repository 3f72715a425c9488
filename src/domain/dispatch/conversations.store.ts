import type { Db } from '../../platform/db/client.ts';
import type { RecipientKind } from './dispatch.store.ts';

export interface KnownConversation {
  recipientKind: RecipientKind;
  recipientId: string;
  conversationId: string;
  serviceUrl: string;
}

/** The conversations that the bot has with these people and departments and has not lost. */
export async function findConversations(
  db: Db,
  personIds: readonly string[],
  departmentIds: readonly string[],
): Promise<KnownConversation[]> {
  return db.$queryRaw`
    SELECT recipient_kind::text AS "recipientKind", recipient_id AS "recipientId",
      conversation_id AS "conversationId", service_url AS "serviceUrl"
    FROM conversation
    WHERE lost_reason IS NULL AND (
      (recipient_kind = 'person' AND recipient_id = ANY(${[...personIds]}::uuid[]))
      OR (recipient_kind = 'department' AND recipient_id = ANY(${[...departmentIds]}::uuid[])))`;
}

/** Remembers where a recipient is met. Returns true when they were not known, or were lost before. */
export async function saveConversation(
  db: Db,
  conversation: KnownConversation & { metAt: Date },
): Promise<boolean> {
  const { recipientKind, recipientId, conversationId, serviceUrl, metAt } = conversation;
  const key = { recipientKind_recipientId: { recipientKind, recipientId } };
  const before = await db.conversation.findUnique({ where: key });
  if (
    before &&
    !before.lostReason &&
    before.conversationId === conversationId &&
    before.serviceUrl === serviceUrl
  ) {
    return false;
  }
  await db.conversation.upsert({
    where: key,
    create: { recipientKind, recipientId, conversationId, serviceUrl, metAt },
    update: { conversationId, serviceUrl, metAt, lostReason: null },
  });
  return !before || before.lostReason !== null;
}

export async function loseConversation(
  db: Db,
  recipientKind: RecipientKind,
  recipientId: string,
  lostReason: string,
): Promise<void> {
  await db.conversation.updateMany({ where: { recipientKind, recipientId }, data: { lostReason } });
}

/** People of this list whom the bot has no conversation with. */
export async function unmetAmong(db: Db, personIds: readonly string[]): Promise<string[]> {
  const met = await db.conversation.findMany({
    where: { recipientKind: 'person', recipientId: { in: [...personIds] }, lostReason: null },
    select: { recipientId: true },
  });
  const known = new Set(met.map((row) => row.recipientId));
  return personIds.filter((personId) => !known.has(personId));
}

/** People of this list who blocked the bot, or have the app no more. */
export async function lostAmong(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  const lost = await db.conversation.findMany({
    where: { recipientKind: 'person', recipientId: { in: [...personIds] }, lostReason: { not: null } },
    select: { recipientId: true },
  });
  return new Set(lost.map((row) => row.recipientId));
}
