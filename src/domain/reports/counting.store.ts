import { type Db, Prisma } from '../../platform/db/client.ts';
import type { DiscussionState } from '../discussions/index.ts';
import { editionCardPurpose } from '../listening/index.ts';
import { type CountName, countNames } from './counts.rules.ts';
import type { MonthRow, OwnCounts } from './monthTree.rules.ts';

/** An edition whose figures may still change, and how far they were counted. */
export interface CountableEdition {
  id: string;
  month: string;
  state: 'open' | 'closed';
  /** yyyy-mm-dd */
  dueOn: string;
  closedAt: Date | null;
  /** Null: never counted. */
  countedAt: Date | null;
}

const countable = Prisma.sql`
  SELECT e.id, e.month, e.state::text AS state, e.due_on::text AS "dueOn", e.closed_at AS "closedAt",
    r.counted_at AS "countedAt"
  FROM edition e LEFT JOIN report_month r ON r.edition_id = e.id`;

export async function countableEditions(db: Db): Promise<CountableEdition[]> {
  return db.$queryRaw`
    ${countable} WHERE e.state IN ('open', 'closed') AND (r.final IS NULL OR NOT r.final) ORDER BY e.month`;
}

/** One counting of a month at a time. */
export async function lockMonth(db: Db, month: string): Promise<void> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reports ${month}`}, 0))::text`;
}

export async function findCountable(db: Db, editionId: string): Promise<CountableEdition | undefined> {
  const rows = await db.$queryRaw<CountableEdition[]>`${countable} WHERE e.id = ${editionId}::uuid`;
  return rows[0];
}

/** Departments that an edition reaches, with what listening froze of them at its closing. */
export async function reachedDepartments(db: Db, editionId: string) {
  return db.$queryRaw<{ departmentId: string; hasChannel: boolean; target: number; heard: number | null }[]>`
    SELECT department_id AS "departmentId", reach <> 'none' AS "hasChannel", target_count AS target,
      heard_count AS heard
    FROM edition_department WHERE edition_id = ${editionId}::uuid`;
}

/** Whose cards arrived: people by their main department, and the departments' own. */
export async function deliveredCards(
  db: Db,
  editionId: string,
): Promise<{ departmentId: string; delivered: number; cards: number }[]> {
  return db.$queryRaw`
    WITH arrived AS (
      SELECT DISTINCT recipient_kind, recipient_id FROM outgoing_message
      WHERE purpose = ${editionCardPurpose} AND subject_id = ${editionId}::uuid AND act = 'send' AND state = 'sent'
    ), placed AS (
      SELECT post.department_id, 1 AS delivered, 0 AS cards FROM arrived
      JOIN person ON person.id = arrived.recipient_id AND person.status = 'active'
      JOIN post ON post.person_id = person.id AND post.main
      WHERE arrived.recipient_kind = 'person'
      UNION ALL
      SELECT recipient_id, 0, 1 FROM arrived WHERE recipient_kind = 'department'
    )
    SELECT department_id AS "departmentId", sum(delivered)::int AS delivered, sum(cards)::int AS cards
    FROM placed GROUP BY 1`;
}

/** How a discussion stands, as far as it is counted. */
export interface CountedDiscussion {
  departmentId: string;
  state: DiscussionState;
  isBegun: boolean;
  /** yyyy-mm-dd */
  heldOn: string | null;
  reportedOn: string | null;
  participants: number | null;
  insights: number;
  shownInsights: number;
  suggested: number;
}

/** Discussions of an edition. Insights count from the reveal on. */
export async function countedDiscussions(
  db: Db,
  editionId: string,
  departmentIds?: readonly string[],
): Promise<CountedDiscussion[]> {
  const only = departmentIds
    ? Prisma.sql`AND d.department_id = ANY(${[...departmentIds]}::uuid[])`
    : Prisma.empty;
  return db.$queryRaw`
    WITH own AS (SELECT d.* FROM discussion d WHERE d.edition_id = ${editionId}::uuid ${only}),
    written AS (
      SELECT i.discussion_id, count(*)::int AS insights,
        (count(*) FILTER (WHERE i.state IN ('shown', 'hidden')))::int AS shown
      FROM insight i JOIN own ON own.id = i.discussion_id WHERE i.state <> 'coming' GROUP BY 1),
    suggested AS (
      SELECT s.discussion_id, count(*)::int AS suggested
      FROM proposal_suggestion s JOIN own ON own.id = s.discussion_id GROUP BY 1)
    SELECT own.department_id AS "departmentId", own.state::text AS state,
      own.started_at IS NOT NULL AS "isBegun", own.held_on::text AS "heldOn",
      own.reported_on::text AS "reportedOn", own.participants, coalesce(written.insights, 0) AS insights,
      coalesce(written.shown, 0) AS "shownInsights", coalesce(suggested.suggested, 0) AS suggested
    FROM own LEFT JOIN written ON written.discussion_id = own.id
    LEFT JOIN suggested ON suggested.discussion_id = own.id`;
}

/** What was counted of a month before, by department. */
export async function countedBefore(db: Db, month: string): Promise<OwnCounts[]> {
  const rows = await db.$queryRaw<({ departmentId: string } & OwnCounts['counts'])[]>`
    SELECT department_id AS "departmentId", ${columns('own')} FROM department_month
    WHERE month = ${month} AND departments > 0`;
  return rows.map(({ departmentId, ...counts }) => ({ departmentId, counts }));
}

/** The columns of all figures, under the names that they have here; `total` puts them into a sum. */
export function columns(of: 'own' | 'all', total: 'sum' | 'plain' = 'plain', table = ''): Prisma.Sql {
  const one = (name: CountName) => {
    const column = `${table}${columnOf(name, of)}`;
    return `${total === 'sum' ? `sum(${column})::int` : column} AS "${name}"`;
  };
  return Prisma.raw(countNames.map(one).join(', '));
}

function columnOf(name: CountName, of: 'own' | 'all'): string {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return of === 'all' ? `all_${snake}` : snake;
}

const figureColumns = [
  'parent_id',
  'children',
  'counted',
  'all_counted',
  ...countNames.flatMap((name) => [columnOf(name, 'own'), columnOf(name, 'all')]),
];
const changedColumns = Prisma.raw(figureColumns.map((name) => `${name} = excluded.${name}`).join(', '));
const oldColumns = Prisma.raw(figureColumns.map((name) => `department_month.${name}`).join(', '));
const newColumns = Prisma.raw(figureColumns.map((name) => `excluded.${name}`).join(', '));

/** Makes a month these rows. What did not change is not written again. */
export async function writeMonth(
  db: Db,
  counted: { month: string; editionId: string; countedAt: Date; final: boolean },
  rows: readonly MonthRow[],
): Promise<void> {
  const { month, ...rest } = counted;
  await db.reportMonth.upsert({ where: { month }, create: counted, update: rest });
  const records = rows.map(({ own, all, ...row }) => ({
    month,
    department_id: row.departmentId,
    parent_id: row.parentId,
    children: row.children,
    counted: row.counted,
    all_counted: row.allCounted,
    ...Object.fromEntries(
      countNames.flatMap((name) => [
        [columnOf(name, 'own'), own[name]],
        [columnOf(name, 'all'), all[name]],
      ]),
    ),
  }));
  await db.$executeRaw`
    INSERT INTO department_month
    SELECT * FROM jsonb_populate_recordset(NULL::department_month, ${JSON.stringify(records)}::jsonb)
    ON CONFLICT (month, department_id) DO UPDATE SET ${changedColumns}
    WHERE (${oldColumns}) IS DISTINCT FROM (${newColumns})`;
  await db.$executeRaw`
    DELETE FROM department_month
    WHERE month = ${month} AND department_id <> ALL(${rows.map((row) => row.departmentId)}::uuid[])`;
}

/** Figures of a month whose edition was cancelled are nobody's. */
export async function forgetCancelledMonths(db: Db): Promise<void> {
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM report_month r USING edition e WHERE e.id = r.edition_id AND e.state = 'cancelled'
      RETURNING r.month)
    DELETE FROM department_month d USING gone WHERE d.month = gone.month`;
}
