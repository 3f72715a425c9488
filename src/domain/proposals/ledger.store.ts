import { type Db, Prisma } from '../../platform/db/client.ts';
import type { CountedSteps } from './ledger.rules.ts';

/** What the ledger may be split by. */
export const ledgerSplits = ['none', 'department', 'owner', 'line', 'process'] as const;
export type LedgerSplit = (typeof ledgerSplits)[number];

const columns: Record<LedgerSplit, Prisma.Sql> = {
  none: Prisma.sql`NULL::text`,
  department: Prisma.sql`p.department_id::text`,
  owner: Prisma.sql`p.owner_department_id::text`,
  line: Prisma.sql`p.line_of_business`,
  process: Prisma.sql`p.process`,
};

/**
 * Everything that ever moved, counted by month in the company's time and by what the ledger is split by, as the proposals
 * stand now: one that changes its line of business changes it for its whole past, so that every month still balances.
 */
export async function countSteps(db: Db, split: LedgerSplit, timeZone: string): Promise<CountedSteps[]> {
  return db.$queryRaw<CountedSteps[]>`
    SELECT to_char(s.at AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month, ${columns[split]} AS key, s.kind::text AS kind,
      s."from"::text AS "from", s."to"::text AS "to", count(*)::int AS count
    FROM proposal_step s JOIN proposal p ON p.id = s.proposal_id
    WHERE s.kind = 'received' OR s."from" IS DISTINCT FROM s."to"
    GROUP BY 1, 2, 3, 4, 5`;
}
