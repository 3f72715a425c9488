import type { Db } from '../../platform/db/client.ts';

/** Merges come one after the other, all of them: held until the transaction ends. */
export async function lockMerges(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('proposals.merges', 0))`;
}

/** The last of the chain that a proposal was merged along: itself, where it was not; null where it does not exist. */
export async function rootOf(db: Db, proposalId: string): Promise<string | null> {
  return (await rootsOf(db, [proposalId])).get(proposalId) ?? null;
}

/** The last of the chain of each of these. */
export async function rootsOf(db: Db, proposalIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ start: string; id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id AS start, id, merged_into_id FROM proposal WHERE id = ANY(${[...proposalIds]}::uuid[])
      UNION
      SELECT chain.start, p.id, p.merged_into_id FROM proposal p JOIN chain ON p.id = chain.merged_into_id
    )
    SELECT start, id FROM chain WHERE merged_into_id IS NULL`;
  return new Map(rows.map(({ start, id }) => [start, id]));
}

/** Everything that was merged into these, directly or along a chain. */
export async function idsMergedInto(db: Db, proposalIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged AS (
      SELECT id FROM proposal WHERE merged_into_id = ANY(${[...proposalIds]}::uuid[])
      UNION
      SELECT p.id FROM proposal p JOIN merged ON p.merged_into_id = merged.id
    )
    SELECT id FROM merged ORDER BY id`;
  return rows.map(({ id }) => id);
}
