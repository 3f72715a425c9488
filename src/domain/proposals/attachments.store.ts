import type { Db } from '../../platform/db/client.ts';

/** A picture or PDF of a proposal. */
export interface Attachment {
  id: string;
  proposalId: string;
  position: number;
  name: string;
  type: string;
  bytes: number;
  mediaKey: string;
}

/** In the order in which they came. */
export async function attachmentsOf(db: Db, proposalId: string): Promise<Attachment[]> {
  return db.proposalAttachment.findMany({
    where: { proposalId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
}

export async function insertAttachment(db: Db, attachment: Attachment): Promise<void> {
  await db.proposalAttachment.create({ data: attachment });
}

/** @returns where its bytes lie; null where it is not there any more */
export async function deleteAttachment(
  db: Db,
  proposalId: string,
  attachmentId: string,
): Promise<string | null> {
  const row = await db.proposalAttachment.findFirst({ where: { id: attachmentId, proposalId } });
  if (!row) return null;
  await db.proposalAttachment.delete({ where: { id: row.id } });
  return row.mediaKey;
}

export async function isAttachmentId(db: Db, id: string): Promise<boolean> {
  return (await db.proposalAttachment.count({ where: { id } })) > 0;
}

export async function isAttached(db: Db, mediaKey: string): Promise<boolean> {
  return (await db.proposalAttachment.count({ where: { mediaKey } })) > 0;
}
