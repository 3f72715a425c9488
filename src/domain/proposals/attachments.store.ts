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

export async function deleteAttachment(db: Db, proposalId: string, attachmentId: string): Promise<void> {
  await db.proposalAttachment.deleteMany({ where: { id: attachmentId, proposalId } });
}
