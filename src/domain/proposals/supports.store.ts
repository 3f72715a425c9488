import type { Db } from '../../platform/db/client.ts';

export interface Support {
  proposalId: string;
  personId: string;
  comment: string;
  at: Date;
}

/** Supporting twice is supporting once; the last comment stands. */
export async function saveSupport(db: Db, { proposalId, personId, comment, at }: Support): Promise<void> {
  await db.proposalSupport.upsert({
    where: { proposalId_personId: { proposalId, personId } },
    create: { proposalId, personId, comment, at },
    update: { comment },
  });
}

export async function deleteSupport(db: Db, proposalId: string, personId: string): Promise<void> {
  await db.proposalSupport.deleteMany({ where: { proposalId, personId } });
}

export async function supportsOf(db: Db, proposalIds: readonly string[]): Promise<Support[]> {
  return db.proposalSupport.findMany({
    where: { proposalId: { in: [...proposalIds] } },
    orderBy: [{ at: 'asc' }, { personId: 'asc' }],
  });
}

/** Everybody who supports any of these, each once. */
export async function supportersOf(db: Db, proposalIds: readonly string[]): Promise<string[]> {
  return [...new Set((await supportsOf(db, proposalIds)).map(({ personId }) => personId))];
}

/** How many support each of these. */
export async function countSupports(db: Db, proposalIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ root: string; count: number }[]>`
    WITH RECURSIVE family AS (
      SELECT id AS root, id FROM proposal WHERE id = ANY(${[...proposalIds]}::uuid[])
      UNION
      SELECT family.root, p.id FROM proposal p JOIN family ON p.merged_into_id = family.id
    )
    SELECT root, count(DISTINCT s.person_id)::int AS count
    FROM family JOIN proposal_support s ON s.proposal_id = family.id
    GROUP BY root`;
  return new Map(rows.map(({ root, count }) => [root, count]));
}

/** Which of these a person supports. */
export async function supportedAmong(
  db: Db,
  personId: string,
  proposalIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.proposalSupport.findMany({
    where: { personId, proposalId: { in: [...proposalIds] } },
    select: { proposalId: true },
  });
  return new Set(rows.map((row) => row.proposalId));
}
