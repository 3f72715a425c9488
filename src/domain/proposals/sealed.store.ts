import type { Db } from '../../platform/db/client.ts';

export async function insertSealed(
  db: Db,
  proposer: { proposalId: string; sealed: Uint8Array<ArrayBuffer>; tag: string },
  thread: { threadId: string; sealed: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await db.sealedProposer.create({ data: proposer });
  await db.sealedThread.create({ data: thread });
}

export async function insertSealedThread(
  db: Db,
  thread: { threadId: string; sealed: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await db.sealedThread.create({ data: thread });
}

export async function findSealedProposers(db: Db, proposalIds: readonly string[]) {
  return db.sealedProposer.findMany({ where: { proposalId: { in: [...proposalIds] } } });
}

/** Which anonymous proposals carry this tag. */
export async function proposalsWithTag(db: Db, tag: string): Promise<string[]> {
  const rows = await db.sealedProposer.findMany({ where: { tag }, select: { proposalId: true } });
  return rows.map((row) => row.proposalId);
}

export async function findSealedThreads(db: Db, threadIds: readonly string[]) {
  return db.sealedThread.findMany({ where: { threadId: { in: [...threadIds] } } });
}
