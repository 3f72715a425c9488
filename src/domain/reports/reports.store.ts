import { type Db, Prisma } from '../../platform/db/client.ts';
import { columns } from './counting.store.ts';
import { type Counts, countNames } from './counts.rules.ts';
import { type Narrowing, type PeriodRow, plainWords, type RowFilter, type SortKey } from './rows.rules.ts';

/** A month that has figures. */
export interface CountedMonth {
  month: string;
  editionId: string;
  state: 'open' | 'closed';
  /** yyyy-mm-dd */
  dueOn: string;
  countedAt: Date;
}

/** Newest first. */
export async function countedMonths(db: Db): Promise<CountedMonth[]> {
  return db.$queryRaw`
    SELECT r.month, r.edition_id AS "editionId", e.state::text AS state, e.due_on::text AS "dueOn",
      r.counted_at AS "countedAt"
    FROM report_month r JOIN edition e ON e.id = r.edition_id ORDER BY r.month DESC`;
}

/** Months, both inclusive, as yyyy-mm. */
export interface Period {
  from: string;
  to: string;
}

/** What one department (or the company) reached in each month, oldest first. */
export async function monthsOf(
  db: Db,
  departmentId: string,
  { from, to }: Period,
  of: 'own' | 'all',
): Promise<{ month: string; counted: boolean; children: number; counts: Counts }[]> {
  const rows = await db.$queryRaw<({ month: string; counted: boolean; children: number } & Counts)[]>`
    SELECT month, ${flag(of)} AS counted, children, ${columns(of)} FROM department_month
    WHERE department_id = ${departmentId}::uuid AND month BETWEEN ${from} AND ${to} ORDER BY month`;
  return rows.map(({ month, counted, children, ...counts }) => ({ month, counted, children, counts }));
}

type Which = { id: string } | { under: string } | { below: string };

/** Which rows of a table, in which order, and which part of them. */
export interface RowsAsked extends RowFilter {
  sort: SortKey;
  order: 'asc' | 'desc';
  /** Counted from 0; undefined: all. */
  part?: { offset: number; limit: number };
}

/**
 * Departments with their sums over a period.
 *
 * @param of `own`: departments that an edition reached, each with its own figures; `all`: every place of the tree, with
 *   everything below it
 * @param which one department, those directly under one, or one and all that stood below it in one of the months
 * @returns the rows, and how many there are in all (0 where the part begins behind the last)
 */
export async function periodRows(
  db: Db,
  period: Period,
  of: 'own' | 'all',
  which: Which | null,
  asked: RowsAsked = { sort: 'code', order: 'asc' },
): Promise<{ rows: PeriodRow[]; total: number }> {
  const { part } = asked;
  const rows = await db.$queryRaw<(Omit<PeriodRow, 'counts'> & { total: number } & Counts)[]>`
    WITH sums AS (
      SELECT department_id, max(month) AS last_month, bool_and(${flag(of)}) AS counted, ${columns(of, 'sum')}
      FROM department_month WHERE ${within(period)} ${only(period, which)}
      GROUP BY department_id
    )
    SELECT d.id, d.code, d.name, d.name_en AS "nameEn", d.kind, d.excluded AS gone, l.parent_id AS "parentId",
      p.name AS "parentName", p.name_en AS "parentNameEn", l.children, sums.counted, ${sumColumns},
      (count(*) OVER ())::int AS total
    FROM sums JOIN department_month l ON l.month = sums.last_month AND l.department_id = sums.department_id
      AND ${within(period, Prisma.sql`l.month`)}
    JOIN department d ON d.id = sums.department_id
    LEFT JOIN department p ON p.id = l.parent_id
    WHERE ${Prisma.join(conditions(of, which, asked), ' AND ')}
    ORDER BY ${sortValues[asked.sort]} ${Prisma.raw(asked.order)}, d.code COLLATE "C"
    ${part ? Prisma.sql`LIMIT ${part.limit} OFFSET ${part.offset}` : Prisma.empty}`;
  return { rows: rows.map(fromRow), total: rows[0]?.total ?? 0 };
}

function fromRow({
  total: _total,
  ...row
}: Omit<PeriodRow, 'counts'> & { total: number } & Counts): PeriodRow {
  const {
    id,
    code,
    name,
    nameEn,
    kind,
    gone,
    parentId,
    parentName,
    parentNameEn,
    children,
    counted,
    ...counts
  } = row;
  return {
    id,
    code,
    name,
    nameEn,
    kind,
    gone,
    parentId,
    parentName,
    parentNameEn,
    children,
    counted,
    counts,
  };
}

/** One month by itself: of a range without length PostgreSQL expects next to nothing, and joins row by row. */
function within({ from, to }: Period, column = Prisma.sql`month`): Prisma.Sql {
  return from === to ? Prisma.sql`${column} = ${from}` : Prisma.sql`${column} BETWEEN ${from} AND ${to}`;
}

function conditions(of: 'own' | 'all', which: Which | null, asked: RowFilter): Prisma.Sql[] {
  const needle = plainWords(asked.search ?? '');
  const holds = (column: string) =>
    Prisma.sql`strpos(lower(normalize(${Prisma.raw(column)}, NFKC)), ${needle}) > 0`;
  return [
    of === 'own' ? Prisma.sql`sums.departments > 0` : Prisma.sql`true`,
    ...(which && 'under' in which ? [Prisma.sql`l.parent_id = ${which.under}::uuid`] : []),
    ...(asked.kind === undefined ? [] : [Prisma.sql`d.kind = ${asked.kind}`]),
    ...(asked.only === undefined ? [] : [narrowed[asked.only]]),
    ...(needle === ''
      ? []
      : [Prisma.sql`(${holds('d.code')} OR ${holds('d.name')} OR ${holds('d.name_en')})`]),
  ];
}

const held = Prisma.raw('(sums."heldInTime" + sums."heldReportedLate" + sums."heldLate")');

const narrowed: Readonly<Record<Narrowing, Prisma.Sql>> = {
  notYet: Prisma.sql`sums.departments > ${held} + sums.skipped`,
  skipped: Prisma.sql`sums.skipped > 0`,
  late: Prisma.sql`sums."heldLate" + sums."heldReportedLate" > 0`,
  suggested: Prisma.sql`sums.suggested > 0`,
  small: Prisma.sql`NOT sums.counted`,
};

/** What nobody is concerned by comes first. Within a band nobody is before anybody: the order would say what it hides. */
const sortValues: Readonly<Record<SortKey, Prisma.Sql>> = {
  code: Prisma.sql`d.code COLLATE "C"`,
  target: Prisma.sql`sums.target`,
  delivered: shareValue('delivered'),
  heard: shareValue('heard'),
  held: ratio(held, 'departments'),
  participation: ratio(Prisma.raw('sums.participants'), 'target'),
  insights: Prisma.sql`sums.insights`,
  suggested: Prisma.sql`sums.suggested`,
};

function ratio(part: Prisma.Sql, whole: 'target' | 'departments'): Prisma.Sql {
  const all = Prisma.raw(`sums.${whole}`);
  return Prisma.sql`CASE WHEN ${all} = 0 THEN -1 ELSE ${part}::float8 / ${all} END`;
}

/** By the share, or by a value in the middle of what is shown instead (bands: departmentProgress). */
function shareValue(name: 'delivered' | 'heard'): Prisma.Sql {
  const share = ratio(Prisma.raw(`sums.${name}`), 'target');
  return Prisma.sql`CASE WHEN sums.counted THEN ${share} WHEN ${share} <= 0 THEN 0
    WHEN ${share} < 0.5 THEN 0.25 WHEN ${share} < 0.8 THEN 0.65 ELSE 0.9 END`;
}

/** The sums under the names that they got. */
const sumColumns = Prisma.raw(countNames.map((name) => `sums."${name}"`).join(', '));

function only({ from, to }: Period, which: Which | null): Prisma.Sql {
  if (!which) return Prisma.empty;
  if ('id' in which) return Prisma.sql`AND department_id = ${which.id}::uuid`;
  if ('below' in which) {
    return Prisma.sql`AND department_id IN (
      WITH RECURSIVE below AS (
        SELECT ${which.below}::uuid AS id
        UNION
        SELECT m.department_id FROM below JOIN department_month m ON m.parent_id = below.id
        WHERE m.month BETWEEN ${from} AND ${to})
      SELECT id FROM below)`;
  }
  // Those that once stood there; where they stand at the end is looked at afterwards.
  return Prisma.sql`AND department_id IN (
    SELECT department_id FROM department_month
    WHERE parent_id = ${which.under}::uuid AND month BETWEEN ${from} AND ${to})`;
}

function flag(of: 'own' | 'all'): Prisma.Sql {
  return of === 'own' ? Prisma.sql`counted` : Prisma.sql`all_counted`;
}
