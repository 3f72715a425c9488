import type { Activity } from 'botbuilder';
import type { Ctx } from '../../domain/context.ts';
import {
  type DepartmentRow,
  findDepartmentByConversation,
  findPersonByEntraObjectId,
  mayTakePart,
  type PersonRow,
} from '../../domain/people/index.ts';

/** The person behind a verified activity; undefined for guests and others who are not in the directory. */
export async function personOf(ctx: Ctx, activity: Partial<Activity>): Promise<PersonRow | undefined> {
  const entraObjectId = activity.from?.aadObjectId;
  if (!entraObjectId) return undefined;
  const person = await findPersonByEntraObjectId(ctx.db, entraObjectId);
  return person && mayTakePart(person) ? person : undefined;
}

/** Channel data of Teams, as far as we read it. */
interface TeamsChannelData {
  channel?: { id?: string };
  team?: { id?: string };
  tenant?: { id?: string };
}

function channelData(activity: Partial<Activity>): TeamsChannelData {
  return (activity.channelData ?? {}) as TeamsChannelData;
}

/** Which tenant an activity comes from. */
export function tenantOf(activity: Partial<Activity>): string | undefined {
  return channelData(activity).tenant?.id ?? activity.conversation?.tenantId;
}

/** The team that an activity comes from. */
export function teamOf(activity: Partial<Activity>): string | undefined {
  return channelData(activity).team?.id;
}

/** The channel or group chat that an activity comes from, without the thread; undefined in personal chats. */
export function sharedConversationOf(activity: Partial<Activity>): string | undefined {
  const type = activity.conversation?.conversationType;
  if (type === 'personal') return undefined;
  const channelId = channelData(activity).channel?.id;
  return channelId ?? activity.conversation?.id?.split(';')[0];
}

/** The department whose channel or group chat an activity comes from. */
export async function departmentOf(
  ctx: Ctx,
  activity: Partial<Activity>,
): Promise<DepartmentRow | undefined> {
  const conversationId = sharedConversationOf(activity);
  if (!conversationId) return undefined;
  return (await findDepartmentByConversation(ctx.db, conversationId)) ?? undefined;
}
