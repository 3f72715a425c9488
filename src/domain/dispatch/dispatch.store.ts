import { type Db, Prisma } from '../../platform/db/client.ts';
import type { OutgoingState } from './dispatch.rules.ts';

export type RecipientKind = 'person' | 'department';
export type OutgoingAct = 'send' | 'update' | 'meet';

/** A message that this replica has claimed. */
export interface MarkedMessage {
  id: string;
  purpose: string;
  subjectId: string;
  recipientKind: RecipientKind;
  recipientId: string;
  revision: number;
  act: OutgoingAct;
  priority: number;
  alert: boolean;
  attempts: number;
  reason: string | null;
}

export interface NewMessage {
  id: string;
  purpose: string;
  subjectId: string;
  recipientKind: RecipientKind;
  recipientId: string;
  revision: number;
  act: OutgoingAct;
  priority: number;
  alert: boolean;
  notBefore: Date;
  createdAt: Date;
}

/**
 * Inserts messages; one that exists already (purpose, subject, recipient, revision) is left as it is. Arrays
 * instead of one parameter per value: a company's opening is one statement.
 *
 * @returns how many were new
 */
export async function insertMessages(db: Db, messages: readonly NewMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const column = <K extends keyof NewMessage>(key: K) => messages.map((message) => message[key]);
  return db.$executeRaw`
    INSERT INTO outgoing_message (id, purpose, subject_id, recipient_kind, recipient_id, revision, act,
      priority, alert, not_before, created_at)
    SELECT * FROM unnest(
      ${column('id')}::uuid[], ${column('purpose')}::text[], ${column('subjectId')}::uuid[],
      ${column('recipientKind')}::recipient_kind[], ${column('recipientId')}::uuid[], ${column('revision')}::int[],
      ${column('act')}::outgoing_act[], ${column('priority')}::smallint[], ${column('alert')}::boolean[],
      ${column('notBefore')}::timestamptz[], ${column('createdAt')}::timestamptz[])
    ON CONFLICT DO NOTHING`;
}

const markedColumns = Prisma.sql`m.id, m.purpose, m.subject_id AS "subjectId", m.recipient_kind::text AS "recipientKind",
  m.recipient_id AS "recipientId", m.revision, m.act::text AS act, m.priority, m.alert, m.attempts, m.reason`;

/** Claims up to `limit` due messages of one priority. Two replicas never get the same one. */
export async function claimMessages(
  db: Db,
  replicaId: number,
  priority: number,
  limit: number,
  now: Date,
): Promise<MarkedMessage[]> {
  return db.$queryRaw<MarkedMessage[]>`
    UPDATE outgoing_message m
    SET state = 'marked', marked_by = ${replicaId}, attempts = least(m.attempts + 1, 30000)
    FROM (
      SELECT id FROM outgoing_message u
      WHERE state = 'waiting' AND priority = ${priority} AND not_before <= ${now}
        AND (act <> 'update' OR NOT EXISTS (
          SELECT 1 FROM outgoing_message o
          WHERE o.purpose = u.purpose AND o.subject_id = u.subject_id AND o.recipient_id = u.recipient_id
            AND o.act = 'update' AND o.state = 'marked'))
      ORDER BY not_before, seq
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    ) c
    WHERE m.id = c.id
    RETURNING ${markedColumns}`;
}

export interface SettledMessage {
  id: string;
  state: OutgoingState;
  reason: string | null;
  notBefore: Date | null;
  activityId: string | null;
  conversationId: string | null;
  settledAt: Date | null;
}

/**
 * Writes what became of claimed messages. Only messages that this replica still holds are touched: one that
 * was taken over after a broken connection has its own new story.
 */
export async function settleMessages(
  db: Db,
  replicaId: number,
  settled: readonly SettledMessage[],
): Promise<void> {
  if (settled.length === 0) return;
  await db.$executeRaw`
    UPDATE outgoing_message m
    SET state = s.state::outgoing_state, reason = s.reason, marked_by = NULL,
        not_before = coalesce(s.not_before, m.not_before),
        activity_id = coalesce(s.activity_id, m.activity_id),
        conversation_id = coalesce(s.conversation_id, m.conversation_id),
        settled_at = s.settled_at
    FROM unnest(
      ${settled.map((one) => one.id)}::uuid[], ${settled.map((one) => one.state)}::text[],
      ${settled.map((one) => one.reason)}::text[], ${settled.map((one) => one.notBefore)}::timestamptz[],
      ${settled.map((one) => one.activityId)}::text[], ${settled.map((one) => one.conversationId)}::text[],
      ${settled.map((one) => one.settledAt)}::timestamptz[]
    ) AS s(id, state, reason, not_before, activity_id, conversation_id, settled_at)
    WHERE m.id = s.id AND m.state = 'marked' AND m.marked_by = ${replicaId}`;
}

/** Numbers of the replicas that hold claimed messages. */
export async function replicasHoldingMessages(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT marked_by AS id FROM outgoing_message WHERE state = 'marked' AND marked_by IS NOT NULL`;
  return rows.map((row) => row.id);
}

/** What dead replicas had under way: perhaps delivered. */
export async function orphansToUnknown(db: Db, deadReplicas: readonly number[]): Promise<number> {
  return db.$executeRaw`
    UPDATE outgoing_message SET state = 'unknown', reason = 'crash', marked_by = NULL
    WHERE state = 'marked' AND marked_by = ANY(${[...deadReplicas]}::int[])`;
}

/**
 * Decides about messages whose outcome nobody knows. Updates and meetings can be repeated without harm;
 * a message is sent once more and reported as possibly doubled, or held.
 */
export async function resolveUnknown(db: Db, setting: 'resend' | 'hold', now: Date): Promise<number> {
  const resent = await db.$executeRaw`
    UPDATE outgoing_message
    SET state = 'waiting', not_before = ${now}, possibly_doubled = possibly_doubled OR act = 'send'
    WHERE state = 'unknown'
      AND (act <> 'send' OR (${setting} = 'resend' AND NOT possibly_doubled))`;
  const held = await db.$executeRaw`
    UPDATE outgoing_message SET state = 'held', settled_at = ${now} WHERE state = 'unknown' AND act = 'send'`;
  return resent + held;
}

/** The activity that updates of (purpose, subject, recipient) change, with the state of the newest send. */
export async function latestSends(
  db: Db,
  keys: readonly { purpose: string; subjectId: string; recipientId: string }[],
) {
  if (keys.length === 0) return [];
  return db.$queryRaw<
    {
      purpose: string;
      subjectId: string;
      recipientId: string;
      state: OutgoingState;
      activityId: string | null;
      conversationId: string | null;
    }[]
  >`
    SELECT DISTINCT ON (m.purpose, m.subject_id, m.recipient_id)
      m.purpose, m.subject_id AS "subjectId", m.recipient_id AS "recipientId", m.state::text AS state,
      m.activity_id AS "activityId", m.conversation_id AS "conversationId"
    FROM outgoing_message m
    JOIN unnest(
      ${keys.map((key) => key.purpose)}::text[], ${keys.map((key) => key.subjectId)}::uuid[],
      ${keys.map((key) => key.recipientId)}::uuid[]
    ) AS k(purpose, subject_id, recipient_id)
      ON m.purpose = k.purpose AND m.subject_id = k.subject_id AND m.recipient_id = k.recipient_id
    WHERE m.act = 'send'
    ORDER BY m.purpose, m.subject_id, m.recipient_id, m.revision DESC`;
}

/** Ids of those of these updates that a newer one of the same card makes superfluous. */
export async function supersededAmong(db: Db, updateIds: readonly string[]): Promise<Set<string>> {
  if (updateIds.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM outgoing_message m
    WHERE m.id = ANY(${[...updateIds]}::uuid[]) AND EXISTS (
      SELECT 1 FROM outgoing_message newer
      WHERE newer.purpose = m.purpose AND newer.subject_id = m.subject_id
        AND newer.recipient_id = m.recipient_id AND newer.act = 'update' AND newer.revision > m.revision)`;
  return new Set(rows.map((row) => row.id));
}

/**
 * Queues an update for everybody to whom the message was sent (or is just being sent); older updates that
 * still wait are dropped, the newest revision wins.
 *
 * @param recipientIds undefined = all recipients
 */
export async function insertUpdates(
  db: Db,
  input: {
    purpose: string;
    subjectId: string;
    recipientIds: readonly string[] | undefined;
    /** An update waits until the last one of its card is so many milliseconds old. */
    apartMs?: number;
    /** Only cards of which nothing was queued after this moment. */
    unchangedSince?: Date;
    now: Date;
    priority: number;
  },
): Promise<number> {
  const { unchangedSince } = input;
  const isOld = unchangedSince ? Prisma.sql`AND m.created_at <= ${unchangedSince}` : Prisma.empty;
  const allOld = unchangedSince ? Prisma.sql`AND max(m.created_at) <= ${unchangedSince}` : Prisma.empty;
  const only = input.recipientIds
    ? Prisma.sql`AND m.recipient_id = ANY(${[...input.recipientIds]}::uuid[])`
    : Prisma.empty;
  await db.$executeRaw`
    UPDATE outgoing_message m SET state = 'dropped', reason = 'superseded', settled_at = ${input.now}
    WHERE m.purpose = ${input.purpose} AND m.subject_id = ${input.subjectId}::uuid
      AND m.act = 'update' AND m.state = 'waiting' ${isOld} ${only}`;
  return db.$executeRaw`
    INSERT INTO outgoing_message (id, purpose, subject_id, recipient_kind, recipient_id, revision, act,
      priority, not_before, created_at)
    SELECT gen_random_uuid(), m.purpose, m.subject_id, m.recipient_kind, m.recipient_id, max(m.revision) + 1,
      'update', ${input.priority}, greatest(${input.now}::timestamptz, max(m.not_before)
        FILTER (WHERE m.act = 'update' AND m.state <> 'dropped') + ${input.apartMs ?? 0}::int * interval '1 ms'),
      ${input.now}
    FROM outgoing_message m
    WHERE m.purpose = ${input.purpose} AND m.subject_id = ${input.subjectId}::uuid ${only}
    GROUP BY m.purpose, m.subject_id, m.recipient_kind, m.recipient_id
    HAVING bool_or(m.act = 'send' AND m.state IN ('sent', 'marked', 'unknown')) ${allOld}
    ON CONFLICT DO NOTHING`;
}

/** Drops messages of a subject that have not gone out; a held one perhaps has. */
export async function dropWaiting(
  db: Db,
  input: { purpose: string; subjectId: string; reason: string; now: Date },
): Promise<number> {
  return db.$executeRaw`
    UPDATE outgoing_message SET state = 'dropped', reason = ${input.reason}, settled_at = ${input.now}
    WHERE purpose = ${input.purpose} AND subject_id = ${input.subjectId}::uuid
      AND act <> 'update' AND state = 'waiting'`;
}

/** Of the sends to one recipient only the newest counts: older ones were posted anew (the Playground). */
export const isNewestSend = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM outgoing_message newer
  WHERE newer.purpose = m.purpose AND newer.subject_id = m.subject_id AND newer.recipient_id = m.recipient_id
    AND newer.act = 'send' AND newer.revision > m.revision)`;

/** Sends again what an operator asks for: messages of a subject that failed, were held or not reachable. */
export async function retrySettled(
  db: Db,
  input: { subjectId: string; now: Date; recipientId?: string },
): Promise<number> {
  const only = input.recipientId ? Prisma.sql`AND m.recipient_id = ${input.recipientId}::uuid` : Prisma.empty;
  return db.$executeRaw`
    UPDATE outgoing_message m
    SET state = 'waiting', not_before = ${input.now}, settled_at = NULL, possibly_doubled = false, reason = NULL
    WHERE m.subject_id = ${input.subjectId}::uuid AND m.act = 'send'
      AND m.state IN ('failed', 'held', 'unreachable') AND ${isNewestSend} ${only}`;
}

/** Has a message sent anew to everybody whose newest send arrived. */
export async function insertReposts(
  db: Db,
  input: { purpose: string; subjectId: string; now: Date; priority: number },
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO outgoing_message (id, purpose, subject_id, recipient_kind, recipient_id, revision, act,
      priority, not_before, created_at)
    SELECT gen_random_uuid(), m.purpose, m.subject_id, m.recipient_kind, m.recipient_id, max(m.revision) + 1,
      'send', ${input.priority}, ${input.now}, ${input.now}
    FROM outgoing_message m
    WHERE m.purpose = ${input.purpose} AND m.subject_id = ${input.subjectId}::uuid
    GROUP BY m.purpose, m.subject_id, m.recipient_kind, m.recipient_id
    HAVING bool_or(m.act = 'send' AND m.state = 'sent')
      AND NOT bool_or(m.act = 'send' AND m.state IN ('waiting', 'marked', 'unknown'))
    ON CONFLICT DO NOTHING`;
}

/** Deletes updates that were settled before an instant, whatever came of them. */
export async function deleteSettledUpdates(db: Db, settledBefore: Date): Promise<number> {
  const deleted = await db.outgoingMessage.deleteMany({
    where: { act: 'update', settledAt: { lt: settledBefore } },
  });
  return deleted.count;
}

/** Deletes messages that were made before an instant and are settled. */
export async function deleteSettledMessages(db: Db, createdBefore: Date): Promise<number> {
  const deleted = await db.outgoingMessage.deleteMany({
    where: { createdAt: { lt: createdBefore }, settledAt: { not: null } },
  });
  return deleted.count;
}
