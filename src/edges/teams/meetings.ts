import type { Activity } from 'botbuilder';
import type { Ctx } from '../../domain/context.ts';
import { loseRecipient, meetRecipient } from '../../domain/dispatch/index.ts';
import { findDepartmentByConversation } from '../../domain/people/index.ts';
import { departmentOf, personOf, sharedConversationOf, teamOf } from './identity.ts';
import type { TeamsApi } from './teamsApi.ts';

/**
 * Remembers where an activity came from: the person's chat, the department's channel or chat. Runs on every
 * activity, so that nobody stays unmet because one event was lost.
 */
export async function meetSender(ctx: Ctx, activity: Partial<Activity>): Promise<void> {
  const conversationId = activity.conversation?.id;
  const { serviceUrl } = activity;
  if (!conversationId || !serviceUrl) return;
  if (activity.conversation?.conversationType === 'personal') {
    const person = await personOf(ctx, activity);
    if (person) {
      await meetRecipient(ctx, {
        recipientKind: 'person',
        recipientId: person.id,
        conversationId,
        serviceUrl,
      });
    }
    return;
  }
  const department = await departmentOf(ctx, activity);
  const shared = sharedConversationOf(activity);
  if (!department || !shared) return;
  await meetRecipient(ctx, {
    recipientKind: 'department',
    recipientId: department.id,
    conversationId: shared,
    serviceUrl,
  });
}

/** The bot came into a team: its other channels are met too, as far as they belong to departments. */
export async function meetTeam(ctx: Ctx, api: TeamsApi, activity: Partial<Activity>): Promise<void> {
  const team = teamOf(activity);
  if (!team || !activity.serviceUrl) return;
  for (const channel of await api.listChannels(activity.serviceUrl, team)) {
    const department = await findDepartmentByConversation(ctx.db, channel.id);
    if (!department) continue;
    await meetRecipient(ctx, {
      recipientKind: 'department',
      recipientId: department.id,
      conversationId: channel.id,
      serviceUrl: activity.serviceUrl,
    });
  }
}

/** The app was removed from a chat or channel. */
export async function loseSender(ctx: Ctx, activity: Partial<Activity>): Promise<void> {
  if (activity.conversation?.conversationType === 'personal') {
    const person = await personOf(ctx, activity);
    if (person) await loseRecipient(ctx, 'person', person.id);
    return;
  }
  const department = await departmentOf(ctx, activity);
  if (department) await loseRecipient(ctx, 'department', department.id);
}
