import type { Ctx } from '../context.ts';
import { findDepartments, findPeople } from '../people/index.ts';
import type { Address, UnreachableReason } from '../ports.ts';
import type { MarkedMessage } from './dispatch.store.ts';

/** Where a recipient can be reached, or why not. */
export type Recipient = { address: Address } | { unreachable: UnreachableReason };

/** Looks up the addresses of a batch. Keys are recipient ids. */
export async function loadRecipients(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, Recipient>> {
  const idsOf = (kind: string) =>
    messages.filter((message) => message.recipientKind === kind).map((message) => message.recipientId);
  const people = await findPeople(ctx.db, idsOf('person'));
  const departments = await findDepartments(ctx.db, idsOf('department'));
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

function departmentAddress(department: {
  reach: 'channel' | 'group_chat' | 'none';
  teamsConversationId: string | null;
}): Recipient {
  const id = department.teamsConversationId;
  if (department.reach === 'none' || !id) return { unreachable: 'noChannel' };
  if (department.reach === 'group_chat') return { address: { kind: 'group_chat', chatId: id } };
  return { address: { kind: 'channel', channelId: id } };
}
