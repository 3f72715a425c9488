import type { Db } from '../../platform/db/client.ts';

/**
 * Reserves `calls` calls of the one rate that all replicas share (generic cell rate algorithm on the
 * database's clock: replicas' clocks differ).
 *
 * @returns after how many ms the first of them may go out, the others follow at the rate; null while
 *   everything is paused
 */
export async function reserveCalls(db: Db, calls: number, callsPerSecond: number): Promise<number | null> {
  const seconds = calls / callsPerSecond;
  const rows = await db.$queryRaw<{ wait: number }[]>`
    UPDATE send_budget
    SET next_at = greatest(next_at, clock_timestamp()) + ${seconds} * interval '1 second'
    WHERE id = 1 AND coalesce(paused_until <= clock_timestamp(), true)
    RETURNING extract(epoch FROM (next_at - ${seconds} * interval '1 second') - clock_timestamp())::float8 * 1000 AS wait`;
  return rows[0] ? Math.max(0, rows[0].wait) : null;
}

/** A reply goes out at once: it is booked, and the others wait for it. */
export async function bookReply(db: Db, callsPerSecond: number): Promise<void> {
  await db.$executeRaw`
    UPDATE send_budget
    SET next_at = greatest(next_at, clock_timestamp()) + ${1 / callsPerSecond} * interval '1 second'
    WHERE id = 1`;
}

/** Pauses all calls but replies; a longer pause that is in force already stays. */
export async function pauseBudget(db: Db, forMs: number, reason: string): Promise<void> {
  await db.$executeRaw`
    UPDATE send_budget
    SET pause_reason = CASE WHEN coalesce(paused_until, clock_timestamp()) < clock_timestamp() + ${forMs} * interval '1 millisecond'
          THEN ${reason} ELSE pause_reason END,
        paused_until = greatest(coalesce(paused_until, clock_timestamp()), clock_timestamp() + ${forMs} * interval '1 millisecond')
    WHERE id = 1`;
}

/** Why and for how many ms more all calls are paused; null when they are not. */
export async function currentPause(db: Db): Promise<{ reason: string; forMs: number } | null> {
  const rows = await db.$queryRaw<{ reason: string | null; ms: number }[]>`
    SELECT pause_reason AS reason, extract(epoch FROM paused_until - clock_timestamp())::float8 * 1000 AS ms
    FROM send_budget WHERE id = 1 AND paused_until > clock_timestamp()`;
  const row = rows[0];
  return row ? { reason: row.reason ?? '', forMs: Math.round(row.ms) } : null;
}
