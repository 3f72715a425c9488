import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { highestRevision, queueMessages } from '../dispatch/index.ts';
import { findDepartmentByConversation, findPersonByEntraObjectId } from '../people/index.ts';
import { editionsInState } from './editions.store.ts';
import { editionCardBatch, editionCardPurpose } from './openEdition.ts';

/**
 * Local mode only: the Playground forgets its history with its process, so after a new start the open
 * edition's card is posted there again. In Teams this would be a second card.
 *
 * @param seenBy the Playground's own conversations: ids of channels and chats, and its user's Entra id
 * @throws AppError local.only
 */
export async function repostCardsToPlayground(
  ctx: Ctx,
  seenBy: { conversationIds: readonly string[]; entraObjectId: string },
): Promise<void> {
  if (!ctx.local) throw new AppError('local.only');
  const person = await findPersonByEntraObjectId(ctx.db, seenBy.entraObjectId);
  const recipients = person ? [{ recipientKind: 'person' as const, recipientId: person.id }] : [];
  const departments = [];
  for (const id of seenBy.conversationIds) {
    const department = await findDepartmentByConversation(ctx.db, id);
    if (department) departments.push({ recipientKind: 'department' as const, recipientId: department.id });
  }
  for (const edition of await editionsInState(ctx.db, 'open')) {
    for (const recipient of [...recipients, ...departments]) {
      const key = { purpose: editionCardPurpose, subjectId: edition.id, recipientId: recipient.recipientId };
      const revision = await highestRevision(ctx.db, key);
      // Never sent: the opening's own message is still on its way.
      if (revision === null) continue;
      await queueMessages(ctx, { ...editionCardBatch, subjectId: edition.id, revision: revision + 1 }, [
        { ...recipient, notBefore: ctx.clock.now(), alert: false },
      ]);
    }
  }
}
