import { type Db, Prisma } from '../../platform/db/client.ts';
import { idFrom } from '../../platform/ids.ts';
import type { Day } from '../people/index.ts';
import type { DiscussionMode, DiscussionState } from './discussion.rules.ts';

export type Discussion = NonNullable<Awaited<ReturnType<typeof findDiscussion>>>;

export async function findDiscussion(db: Db, discussionId: string) {
  const row = await db.discussion.findUnique({ where: { id: discussionId } });
  return row && fromRow(row);
}

/**
 * The discussion, locked until the transaction ends.
 *
 * @param how `change`: one change at a time; `write`: several people may write, nobody may change its state
 */
export async function lockDiscussion(
  db: Db,
  discussionId: string,
  how: 'change' | 'write',
): Promise<Discussion | null> {
  const lock = how === 'change' ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR SHARE`;
  const rows = await db.$queryRaw<Discussion[]>`
    SELECT id, edition_id AS "editionId", department_id AS "departmentId", state::text AS state, mode::text AS mode,
      is_async AS "isAsync", leader_id AS "leaderId", candidate_id AS "candidateId",
      candidate_by_id AS "candidateById", started_at AS "startedAt", reveal_at AS "revealAt",
      revealed_at AS "revealedAt", anonymous_withheld AS "anonymousWithheld", step, step_ends_at AS "stepEndsAt",
      resting_ms AS "restingMs", understood, participants, reported_by_id AS "reportedById",
      skip_reason AS "skipReason", insight_count AS "insightCount", revision,
      held_on::text AS "heldOn", reported_on::text AS "reportedOn", planned_on::text AS "plannedOn",
      snoozed_until::text AS "snoozedUntil", nudged_on::text AS "nudgedOn"
    FROM discussion WHERE id = ${discussionId}::uuid ${lock}`;
  return rows[0] ?? null;
}

export async function discussionsOf(db: Db, editionId: string, departmentIds: readonly string[]) {
  const rows = await db.discussion.findMany({
    where: { editionId, departmentId: { in: [...departmentIds] } },
    orderBy: { id: 'asc' },
  });
  return rows.map(fromRow);
}

export async function findDiscussions(db: Db, discussionIds: readonly string[]) {
  const rows = await db.discussion.findMany({ where: { id: { in: [...discussionIds] } } });
  return rows.map(fromRow);
}

/** Each department has one discussion of an edition, however often this is asked for. */
export async function insertDiscussions(
  db: Db,
  editionId: string,
  departmentIds: readonly string[],
): Promise<void> {
  await db.discussion.createMany({
    data: departmentIds.map((departmentId) => ({
      id: idFrom('discussion', editionId, departmentId),
      editionId,
      departmentId,
    })),
    skipDuplicates: true,
  });
}

/** What an act changes; days as yyyy-mm-dd. */
export interface DiscussionChange {
  state?: DiscussionState;
  mode?: DiscussionMode;
  isAsync?: boolean;
  leaderId?: string | null;
  candidateId?: string | null;
  candidateById?: string | null;
  startedAt?: Date;
  revealAt?: Date | null;
  revealedAt?: Date;
  anonymousWithheld?: boolean;
  step?: number;
  stepEndsAt?: Date | null;
  restingMs?: number | null;
  understood?: string;
  participants?: number;
  heldOn?: Day;
  reportedOn?: Day;
  reportedById?: string;
  skipReason?: string | null;
  insightCount?: number;
  plannedOn?: Day | null;
  snoozedUntil?: Day | null;
  nudgedOn?: Day;
}

/** Writes a change, and counts it where others see it. */
export async function updateDiscussion(
  db: Db,
  discussionId: string,
  change: DiscussionChange,
  isSeen: boolean,
): Promise<void> {
  const { heldOn, reportedOn, plannedOn, snoozedUntil, nudgedOn, ...rest } = change;
  await db.discussion.update({
    where: { id: discussionId },
    data: {
      ...rest,
      ...dates({ heldOn, reportedOn, plannedOn, snoozedUntil, nudgedOn }),
      ...(isSeen ? { revision: { increment: 1 } } : {}),
    },
  });
}

/** Counts a change that others see in every discussion of an edition; returns which those are. */
export async function bumpDiscussions(
  db: Db,
  editionId: string,
): Promise<{ id: string; state: DiscussionState }[]> {
  return db.discussion.updateManyAndReturn({
    where: { editionId },
    data: { revision: { increment: 1 } },
    select: { id: true, state: true },
  });
}

/** Discussions whose time to move on by itself has come: a reveal that was set, or a step that lasts days. */
export async function dueDiscussions(db: Db, now: Date): Promise<string[]> {
  const rows = await db.discussion.findMany({
    where: {
      OR: [
        { state: 'reflecting', revealAt: { lte: now } },
        { isAsync: true, state: { in: ['reflecting', 'revealed', 'talking'] }, stepEndsAt: { lte: now } },
      ],
    },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Discussions of an edition that were neither reported nor skipped. */
export async function unfinishedDiscussions(db: Db, editionId: string) {
  const rows = await db.discussion.findMany({
    where: { editionId, state: { in: ['waiting', 'reflecting', 'revealed', 'talking'] } },
    orderBy: { id: 'asc' },
  });
  return rows.map(fromRow);
}

/** Discussions of an edition of which there is a card, or a reminder. */
export async function begunDiscussions(db: Db, editionId: string): Promise<string[]> {
  const rows = await db.discussion.findMany({
    where: { editionId, OR: [{ state: { not: 'waiting' } }, { nudgedOn: { not: null } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.id);
}

/** Discussions of an edition in which insights still belong to who wrote them. */
export async function unsettledDiscussions(db: Db, editionId: string): Promise<string[]> {
  const rows = await db.discussion.findMany({
    where: { editionId, insights: { some: { state: 'coming' } } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export async function insertCheckIns(
  db: Db,
  discussionId: string,
  personIds: readonly string[],
): Promise<void> {
  await db.checkIn.createMany({
    data: personIds.map((personId) => ({ discussionId, personId })),
    skipDuplicates: true,
  });
}

export async function countCheckIns(db: Db, discussionId: string): Promise<number> {
  return db.checkIn.count({ where: { discussionId } });
}

function dates(days: Record<string, Day | null | undefined>): Record<string, Date | null> {
  return Object.fromEntries(
    Object.entries(days).flatMap(([name, day]) =>
      day === undefined ? [] : [[name, day === null ? null : new Date(day)]],
    ),
  );
}

/** A date column as yyyy-mm-dd. */
export function dayText(date: Date | null): Day | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

function fromRow<
  R extends Record<'heldOn' | 'reportedOn' | 'plannedOn' | 'snoozedUntil' | 'nudgedOn', Date | null>,
>(row: R) {
  return {
    ...row,
    heldOn: dayText(row.heldOn),
    reportedOn: dayText(row.reportedOn),
    plannedOn: dayText(row.plannedOn),
    snoozedUntil: dayText(row.snoozedUntil),
    nudgedOn: dayText(row.nudgedOn),
  };
}
