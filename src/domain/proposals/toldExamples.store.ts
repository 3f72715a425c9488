import type { Db } from '../../platform/db/client.ts';

/** The latest 改善事例 that were public in the company by then, and that no other month's card carried. */
export async function examplesFor(db: Db, month: string, openedAt: Date, most: number) {
  return db.improvementExample.findMany({
    where: { internalAt: { lte: openedAt }, OR: [{ toldInMonth: null }, { toldInMonth: month }] },
    orderBy: [{ internalAt: 'desc' }, { proposalId: 'desc' }],
    take: most,
    select: { proposalId: true, title: true },
  });
}

export async function markTold(db: Db, proposalIds: readonly string[], month: string): Promise<void> {
  await db.improvementExample.updateMany({
    where: { proposalId: { in: [...proposalIds] } },
    data: { toldInMonth: month },
  });
}
