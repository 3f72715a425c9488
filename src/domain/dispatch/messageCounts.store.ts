import type { Db } from '../../platform/db/client.ts';
import type { OutgoingState } from './dispatch.rules.ts';
import { isNewestSend, type OutgoingAct, type RecipientKind } from './dispatch.store.ts';

/**
 * Counts of a subject's messages by purpose, act, state and reason: every recipient appears, and a message
 * that was posted anew is counted once, as it stands now.
 */
export async function countMessages(db: Db, subjectId: string) {
  const rows = await db.$queryRaw<
    {
      purpose: string;
      act: OutgoingAct;
      recipientKind: RecipientKind;
      state: OutgoingState;
      reason: string | null;
      doubled: bigint;
      count: bigint;
    }[]
  >`
    SELECT purpose, act::text AS act, recipient_kind::text AS "recipientKind", state::text AS state, reason,
      count(*) FILTER (WHERE possibly_doubled) AS doubled, count(*) AS count
    FROM outgoing_message m
    WHERE m.subject_id = ${subjectId}::uuid AND (m.act <> 'send' OR ${isNewestSend})
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
  return rows.map((row) => ({ ...row, count: Number(row.count), doubled: Number(row.doubled) }));
}

/** When a message that waits for its time is due; null when it does not wait for one. */
export async function waitsUntil(
  db: Db,
  message: { purpose: string; subjectId: string; recipientId: string; now: Date },
): Promise<Date | null> {
  const { now, ...key } = message;
  const row = await db.outgoingMessage.findFirst({
    where: { ...key, act: 'send', state: 'waiting', notBefore: { gt: now } },
    select: { notBefore: true },
  });
  return row?.notBefore ?? null;
}

/** Messages by state over all subjects, for the metrics. */
export async function countByState(db: Db): Promise<{ state: OutgoingState; count: number }[]> {
  const rows = await db.$queryRaw<{ state: OutgoingState; count: bigint }[]>`
    SELECT state::text AS state, count(*) AS count FROM outgoing_message
    WHERE state IN ('waiting', 'marked', 'unknown', 'held', 'failed') GROUP BY 1`;
  return rows.map((row) => ({ state: row.state, count: Number(row.count) }));
}

/** How many alerting messages each person was sent since `since`. */
export async function alertsSince(db: Db, since: Date): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ recipientId: string; count: bigint }[]>`
    SELECT recipient_id AS "recipientId", count(*) AS count FROM outgoing_message
    WHERE alert AND created_at >= ${since} AND state NOT IN ('dropped', 'unreachable', 'failed')
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.recipientId, Number(row.count)]));
}

/** Of each of these subjects: to whom its messages were sent, and what became of them; the newest last. */
export async function sendsOf(db: Db, purpose: string, subjectIds: readonly string[]) {
  return db.outgoingMessage.findMany({
    where: { purpose, subjectId: { in: [...subjectIds] }, act: 'send' },
    select: { subjectId: true, recipientId: true, state: true, revision: true, createdAt: true },
    orderBy: [{ revision: 'asc' }, { seq: 'asc' }],
  });
}
