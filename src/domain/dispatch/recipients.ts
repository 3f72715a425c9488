import type { Ctx } from '../context.ts';
import { findContacts, findDepartments } from '../people/index.ts';
import type { Address, UnreachableReason } from '../ports.ts';
import type { MarkedMessage, RecipientKind } from './dispatch.store.ts';

/** Where a recipient can be reached, or why not. */
export type Recipient = { address: Address } | { unreachable: UnreachableReason };

/** Looks up the addresses of a batch. Keys are recipient ids. */
export async function loadRecipients(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, Recipient>> {
  const [people, departments] = await Promise.all([
    findContacts(ctx.db, recipientsOf(messages, 'person')),
    findDepartments(ctx.db, recipientsOf(messages, 'department')),
  ]);
  const recipients = new Map<string, Recipient>();
  for (const person of people) {
    recipients.set(
      person.id,
      person.entraObjectId
        ? { address: { kind: 'person', entraObjectId: person.entraObjectId } }
        : { unreachable: 'noTeams' },
    );
  }
  for (const department of departments) recipients.set(department.id, departmentAddress(department));
  return recipients;
}

/** Ids of the recipients of one kind. */
export function recipientsOf(
  messages: readonly Pick<MarkedMessage, 'recipientKind' | 'recipientId'>[],
  kind: RecipientKind,
): string[] {
  return messages.filter((message) => message.recipientKind === kind).map((message) => message.recipientId);
}

function departmentAddress(department: {
  reach: 'channel' | 'group_chat' | 'none';
  teamsConversationId: string | null;
}): Recipient {
  const id = department.teamsConversationId;
  if (department.reach === 'none' || !id) return { unreachable: 'noChannel' };
  if (department.reach === 'group_chat') return { address: { kind: 'group_chat', chatId: id } };
  return { address: { kind: 'channel', channelId: id } };
}
