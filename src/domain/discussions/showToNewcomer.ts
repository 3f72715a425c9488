import type { Ctx } from '../context.ts';
import { type RecipientKind, retrySettled } from '../dispatch/index.ts';
import { editionsInState } from '../listening/index.ts';
import { discussionsOf } from './discussions.store.ts';

/** The bot is in a department's channel again: the card that it could not post there is posted now. */
export async function showToNewcomer(
  ctx: Ctx,
  { recipientKind, recipientId }: { recipientKind: RecipientKind; recipientId: string },
): Promise<void> {
  if (recipientKind !== 'department') return;
  for (const edition of await editionsInState(ctx.db, 'open')) {
    for (const { id } of await discussionsOf(ctx.db, edition.id, [recipientId]))
      await retrySettled(ctx.db, { subjectId: id, recipientId, now: ctx.clock.now() });
  }
}
