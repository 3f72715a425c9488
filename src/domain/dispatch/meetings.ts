import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { loseConversation, saveConversation } from './conversations.store.ts';
import type { RecipientKind } from './dispatch.store.ts';

/**
 * The bot met a person or a department's channel: remembers where, and lets other rooms know the first time
 * (or the first time after the app was removed).
 */
export async function meetRecipient(
  ctx: Ctx,
  meeting: { recipientKind: RecipientKind; recipientId: string; conversationId: string; serviceUrl: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const isNew = await saveConversation(tx.db, { ...meeting, metAt: ctx.clock.now() });
    if (!isNew) return;
    await emit(tx, 'dispatch.recipient.met', {
      recipientKind: meeting.recipientKind,
      recipientId: meeting.recipientId,
    });
  });
}

/** The app was removed there: nothing is sent until the bot is met again. */
export async function loseRecipient(
  ctx: Ctx,
  recipientKind: RecipientKind,
  recipientId: string,
): Promise<void> {
  await loseConversation(ctx.db, recipientKind, recipientId, 'notInstalled');
}
