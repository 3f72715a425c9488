import type { Db } from '../../platform/db/client.ts';

/** Two persons open a seal together. */
export type UnsealRequest = NonNullable<Awaited<ReturnType<typeof lockUnsealRequest>>>;

export async function insertUnsealRequest(
  db: Db,
  request: { id: string; proposalId: string; reason: string; askedById: string; askedAt: Date },
): Promise<void> {
  await db.unsealRequest.create({ data: request });
}

/** The request, locked until the transaction ends: what may be read once is read once. */
export async function lockUnsealRequest(db: Db, requestId: string) {
  await db.$queryRaw`SELECT 1 FROM unseal_request WHERE id = ${requestId}::uuid FOR UPDATE`;
  return db.unsealRequest.findUnique({ where: { id: requestId } });
}

export async function updateUnsealRequest(
  db: Db,
  requestId: string,
  change: { agreedById?: string; agreedAt?: Date; askerReadAt?: Date; agreerReadAt?: Date },
): Promise<void> {
  await db.unsealRequest.update({ where: { id: requestId }, data: change });
}

export async function allUnsealRequests(db: Db) {
  return db.unsealRequest.findMany({ orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] });
}
