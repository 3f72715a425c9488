import { z } from 'zod';
import { type Db, Prisma } from '../../platform/db/client.ts';
import type { Interval } from './coverage.rules.ts';

const pairs = z.array(z.tuple([z.number(), z.number()]));

export interface Progress {
  openedAt: Date;
  coverage: Interval[];
  positionMs: number;
}

/** Makes the row of a first opening; a second opening, on whatever device, finds it there. */
export async function openProgress(db: Db, personId: string, voiceId: string, now: Date): Promise<Progress> {
  await db.listeningProgress.createMany({
    data: [{ personId, voiceId, openedAt: now, updatedAt: now }],
    skipDuplicates: true,
  });
  const row = await db.listeningProgress.findUniqueOrThrow({
    where: { personId_voiceId: { personId, voiceId } },
  });
  return fromRow(row);
}

/** The row, locked: reports of two devices are taken in one after the other. */
export async function lockProgress(db: Db, personId: string, voiceId: string, now: Date): Promise<Progress> {
  await openProgress(db, personId, voiceId, now);
  await db.$queryRaw`
    SELECT 1 FROM listening_progress WHERE person_id = ${personId}::uuid AND voice_id = ${voiceId}::uuid FOR UPDATE`;
  return openProgress(db, personId, voiceId, now);
}

export async function saveProgress(
  db: Db,
  personId: string,
  voiceId: string,
  progress: { coverage: readonly Interval[]; positionMs: number; updatedAt: Date },
): Promise<void> {
  await db.listeningProgress.update({
    where: { personId_voiceId: { personId, voiceId } },
    data: {
      coverage: progress.coverage.map(({ startMs, endMs }) => [startMs, endMs]),
      positionMs: progress.positionMs,
      updatedAt: progress.updatedAt,
    },
  });
}

/**
 * Deletes what is known of how these voices were listened to; only "heard" stays. What somebody reports in this
 * instant is not waited for, because they may wait for us: it goes in the night (`forgetStrayProgress`).
 */
export async function forgetProgress(db: Db, voiceIds: readonly string[]): Promise<number> {
  return db.$executeRaw`
    DELETE FROM listening_progress WHERE (person_id, voice_id) IN (
      SELECT person_id, voice_id FROM listening_progress WHERE voice_id = ANY(${[...voiceIds]}::uuid[])
      FOR UPDATE SKIP LOCKED)`;
}

/** Deletes what belongs to no open edition: a page that was opened or reported in the instant of closing leaves a row. */
export async function forgetStrayProgress(db: Db): Promise<number> {
  return db.$executeRaw`
    DELETE FROM listening_progress p
    WHERE NOT EXISTS (
      SELECT 1 FROM edition_voice ev JOIN edition e ON e.id = ev.edition_id
      WHERE ev.voice_id = p.voice_id AND e.state = 'open')`;
}

/** Writes "heard", once. Returns true the first time. */
export async function insertHearing(
  db: Db,
  hearing: { personId: string; voiceId: string; editionId: string; departmentId: string; heardOn: string },
): Promise<boolean> {
  const made = await db.hearing.createMany({
    data: [{ ...hearing, heardOn: new Date(hearing.heardOn) }],
    skipDuplicates: true,
  });
  return made.count > 0;
}

/** Which of these voices a person has heard. */
export async function heardVoices(
  db: Db,
  personId: string,
  voiceIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.hearing.findMany({
    where: { personId, voiceId: { in: [...voiceIds] } },
    select: { voiceId: true },
  });
  return new Set(rows.map((row) => row.voiceId));
}

/** Which of these voices each of these people has heard, as "personId voiceId". */
export async function heardPairs(
  db: Db,
  personIds: readonly string[],
  voiceIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.hearing.findMany({
    where: { personId: { in: [...personIds] }, voiceId: { in: [...voiceIds] } },
    select: { personId: true, voiceId: true },
  });
  return new Set(rows.map((row) => `${row.personId} ${row.voiceId}`));
}

/**
 * How many of the people counted in each department have heard all voices of the edition that were not
 * withdrawn. A voice that they heard in an edition before (one that was cancelled) is heard, as their own
 * card says.
 */
export async function heardCounts(
  db: Db,
  editionId: string,
  departmentIds?: readonly string[],
): Promise<Map<string, number>> {
  const only = departmentIds
    ? Prisma.sql`AND post.department_id = ANY(${[...departmentIds]}::uuid[])`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ departmentId: string; count: bigint }[]>`
    WITH live AS (
      SELECT ev.voice_id FROM edition_voice ev JOIN voice v ON v.id = ev.voice_id
      WHERE ev.edition_id = ${editionId}::uuid AND v.state <> 'withdrawn'
    ), done AS (
      SELECT h.person_id FROM hearing h JOIN live ON live.voice_id = h.voice_id
      GROUP BY h.person_id HAVING count(*) = (SELECT count(*) FROM live)
    )
    SELECT post.department_id AS "departmentId", count(*) AS count
    FROM done
    JOIN person ON person.id = done.person_id AND person.status = 'active'
    JOIN post ON post.person_id = done.person_id AND post.main ${only}
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.departmentId, Number(row.count)]));
}

/** Deletes what was heard in editions that ended (were closed or cancelled) before an instant. */
export async function deleteHearingsBefore(db: Db, endedBefore: Date): Promise<number> {
  const ended = { OR: [{ closedAt: { lt: endedBefore } }, { cancelledAt: { lt: endedBefore } }] };
  return (await db.hearing.deleteMany({ where: { edition: ended } })).count;
}

function fromRow(row: { openedAt: Date; coverage: Prisma.JsonValue; positionMs: number }): Progress {
  return {
    openedAt: row.openedAt,
    coverage: pairs.parse(row.coverage).map(([startMs, endMs]) => ({ startMs, endMs })),
    positionMs: row.positionMs,
  };
}
