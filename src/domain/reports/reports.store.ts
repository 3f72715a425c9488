import { type Db, Prisma } from '../../platform/db/client.ts';
import { columns } from './counting.store.ts';
import { type Counts, countNames } from './counts.rules.ts';

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

/** A department over a period, where it stood in the last month in which it was there. */
export interface PeriodRow {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: string;
  /** Takes no part any more. */
  gone: boolean;
  parentId: string | null;
  parentName: string | null;
  parentNameEn: string | null;
  children: number;
  /** Figures may be shown as counts: in every month of the period. */
  counted: boolean;
  counts: Counts;
}

type Which = { id: string } | { under: string } | { below: string };

/**
 * Departments with their sums over a period.
 *
 * @param of `own`: departments that an edition reached, each with its own figures; `all`: every place of the tree, with
 *   everything below it
 * @param which one department, those directly under one, or one and all that stood below it in one of the months
 */
export async function periodRows(
  db: Db,
  { from, to }: Period,
  of: 'own' | 'all',
  which?: Which,
): Promise<PeriodRow[]> {
  const rows = await db.$queryRaw<(Omit<PeriodRow, 'counts'> & Counts)[]>`
    WITH sums AS (
      SELECT department_id, max(month) AS last_month, bool_and(${flag(of)}) AS counted, ${columns(of, 'sum')}
      FROM department_month WHERE month BETWEEN ${from} AND ${to} ${only({ from, to }, which)}
      GROUP BY department_id
    )
    SELECT d.id, d.code, d.name, d.name_en AS "nameEn", d.kind, d.excluded AS gone, l.parent_id AS "parentId",
      p.name AS "parentName", p.name_en AS "parentNameEn", l.children, sums.counted, ${sumColumns}
    FROM sums JOIN department_month l ON l.month = sums.last_month AND l.department_id = sums.department_id
    JOIN department d ON d.id = sums.department_id
    LEFT JOIN department p ON p.id = l.parent_id
    WHERE ${of === 'own' ? Prisma.sql`sums.departments > 0` : Prisma.sql`true`}
      ${which && 'under' in which ? Prisma.sql`AND l.parent_id = ${which.under}::uuid` : Prisma.empty}`;
  return rows.map(
    ({
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
    }) => ({
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
    }),
  );
}

/** The sums under the names that they got. */
const sumColumns = Prisma.raw(countNames.map((name) => `sums."${name}"`).join(', '));

function only({ from, to }: Period, which?: Which): Prisma.Sql {
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
