import { type Db, Prisma } from '../../platform/db/client.ts';
import { idFrom } from '../../platform/ids.ts';
import type { Day, Membership } from '../people/index.ts';
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
    SELECT ${columns} FROM discussion d WHERE d.id = ${discussionId}::uuid ${lock}`;
  return rows[0] ?? null;
}

/** Written out: every press asks for it. */
const columns = Prisma.sql`d.id, d.edition_id AS "editionId", d.department_id AS "departmentId",
  d.state::text AS state, d.mode::text AS mode, d.is_async AS "isAsync", d.leader_id AS "leaderId",
  d.candidate_id AS "candidateId", d.candidate_by_id AS "candidateById", d.started_at AS "startedAt",
  d.reveal_at AS "revealAt", d.revealed_at AS "revealedAt", d.anonymous_withheld AS "anonymousWithheld", d.step,
  d.step_ends_at AS "stepEndsAt", d.resting_ms AS "restingMs", d.understood, d.participants,
  d.reported_by_id AS "reportedById", d.skip_reason AS "skipReason", d.insight_count AS "insightCount", d.insights_came AS "insightsCame", d.revision, d.reports,
  d.held_on::text AS "heldOn", d.reported_on::text AS "reportedOn", d.planned_on::text AS "plannedOn",
  d.snoozed_until::text AS "snoozedUntil", d.nudged_on::text AS "nudgedOn"`;

/** The discussion with the place that somebody has in its department; `member` is null where they have none. */
export async function findDiscussionFor(
  db: Db,
  discussionId: string,
  personId: string,
): Promise<{ discussion: Discussion; member: Membership | null } | null> {
  const rows = await db.$queryRaw<(Discussion & { member: Membership | null })[]>`
    SELECT ${columns},
      (SELECT jsonb_build_object('id', p.id, 'name', p.name, 'nameEn', p.name_en, 'status', p.status,
          'role', post.role)
        FROM person p JOIN post ON post.person_id = p.id
        WHERE p.id = ${personId}::uuid AND post.department_id = d.department_id) AS member
    FROM discussion d WHERE d.id = ${discussionId}::uuid`;
  if (!rows[0]) return null;
  const { member, ...discussion } = rows[0];
  return { discussion, member };
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
  reports?: number;
  skipReason?: string | null;
  insightsCame?: true;
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

/** Discussions of an edition that are about to close stay so, where their guide has more or fewer steps now. */
export async function moveClosing(
  db: Db,
  editionId: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  if (from === to) return;
  await db.discussion.updateMany({
    where: { editionId, state: 'talking', step: { gte: from } },
    data: { step: to },
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
export async function begunDiscussions(
  db: Db,
  editionId: string,
): Promise<{ id: string; state: DiscussionState }[]> {
  return db.discussion.findMany({
    where: { editionId, OR: [{ state: { not: 'waiting' } }, { nudgedOn: { not: null } }] },
    select: { id: true, state: true },
    orderBy: { id: 'asc' },
  });
}

/** Discussions of an edition in which insights still belong to who wrote them, or that go on by themselves. */
export async function unsettledDiscussions(db: Db, editionId: string): Promise<string[]> {
  const rows = await db.discussion.findMany({
    where: {
      editionId,
      OR: [
        { insights: { some: { state: 'coming' } } },
        { revealAt: { not: null } },
        { isAsync: true, stepEndsAt: { not: null } },
      ],
    },
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
