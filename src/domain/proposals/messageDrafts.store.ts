import type { Db } from '../../platform/db/client.ts';

export interface MessageDraft {
  id: string;
  tag: string;
  sealed: Uint8Array<ArrayBuffer>;
  expiresAt: Date;
}

export async function insertMessageDraft(db: Db, draft: MessageDraft): Promise<void> {
  await db.messageDraft.create({ data: draft });
}

export async function findMessageDraft(db: Db, id: string): Promise<MessageDraft | null> {
  return db.messageDraft.findUnique({ where: { id } });
}

export async function deleteMessageDraftsBefore(db: Db, now: Date): Promise<void> {
  await db.messageDraft.deleteMany({ where: { expiresAt: { lte: now } } });
}
