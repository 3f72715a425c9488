import { randomUUID } from 'node:crypto';
import type { PersonRow } from '../../src/domain/people/index.ts';
import type { TokenClaims } from './botFramework.ts';
import { type TestApp, tenantId } from './testApp.ts';

export type ActivityBody = Record<string, unknown>;

type Sender = Pick<PersonRow, 'name' | 'entraObjectId'>;

/** A guest of the tenant who is in nobody's directory. */
export const guest: Sender = { name: '来客 太郎', entraObjectId: 'dddddddd-1111-4222-8333-444444444444' };

function base(t: TestApp, from: Sender): ActivityBody {
  return {
    id: randomUUID(),
    timestamp: t.clock.now().toISOString(),
    channelId: 'msteams',
    serviceUrl: t.stub.url,
    from: { id: `29:${from.entraObjectId}`, name: from.name, aadObjectId: from.entraObjectId },
    recipient: { id: `28:${t.appId}`, name: '聴きどき' },
    locale: 'ja-JP',
  };
}

/** In somebody's personal chat with the bot. */
export function personal(t: TestApp, from: Sender, what: ActivityBody): ActivityBody {
  return {
    ...base(t, from),
    conversation: {
      conversationType: 'personal',
      tenantId,
      id: t.stub.personalConversation(from.entraObjectId ?? ''),
    },
    channelData: { tenant: { id: tenantId } },
    ...what,
  };
}

/** In a thread of a channel. */
export function inChannel(t: TestApp, from: Sender, channelId: string, what: ActivityBody): ActivityBody {
  return {
    ...base(t, from),
    conversation: {
      conversationType: 'channel',
      isGroup: true,
      tenantId,
      id: `${channelId};messageid=1700000000000`,
    },
    channelData: {
      tenant: { id: tenantId },
      team: { id: '19:team@thread.tacv2' },
      channel: { id: channelId },
    },
    ...what,
  };
}

/** In a group chat. */
export function inGroupChat(t: TestApp, from: Sender, chatId: string, what: ActivityBody): ActivityBody {
  return {
    ...base(t, from),
    conversation: { conversationType: 'groupChat', isGroup: true, tenantId, id: chatId },
    channelData: { tenant: { id: tenantId } },
    ...what,
  };
}

export const says = (text: string): ActivityBody => ({ type: 'message', text });

/** A press of a button that opens a dialog. */
export const pressesButton = (data: unknown): ActivityBody => ({
  type: 'invoke',
  name: 'task/fetch',
  value: { data, context: { theme: 'default' } },
});

/** A press of a button that does something at once; inputs of the card come along in the data. */
export const pressesAction = (data: unknown): ActivityBody => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', data }, trigger: 'manual' },
});

/**
 * Sends an activity to POST /api/messages.
 *
 * @param authorization undefined = a good token; null = none; claims = a token that says so
 */
export async function postActivity(
  t: TestApp,
  activity: unknown,
  authorization?: TokenClaims | string | null,
): Promise<{ status: number; body: unknown }> {
  const bearer = await bearerOf(t, authorization);
  const answer = await fetch(`${t.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer ? { authorization: bearer } : {}) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text) };
}

async function bearerOf(t: TestApp, authorization?: TokenClaims | string | null): Promise<string | null> {
  if (!t.teams || authorization === null) return null;
  if (typeof authorization === 'string') return authorization;
  return `Bearer ${await t.teams.sign(authorization)}`;
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}
