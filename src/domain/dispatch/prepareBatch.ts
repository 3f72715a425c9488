import type { Ctx } from '../context.ts';
import { type ContentLoaders, loadContents } from './contents.ts';
import { findConversations } from './conversations.store.ts';
import type { Prepared } from './deliver.ts';
import { latestSends, type MarkedMessage, supersededAmong } from './dispatch.store.ts';
import { loadRecipients, recipientsOf } from './recipients.ts';

/** A message that must not go out any more. */
export interface Dropped {
  message: MarkedMessage;
  drop: string;
}

/** A message whose time is not now: its recipient's working day is over. */
export interface Postponed {
  message: MarkedMessage;
  notBefore: Date;
}

/**
 * Looks up everything that a batch of claimed messages needs, in a handful of queries side by side: what they say
 * now, where their recipients are, and which activity an update changes.
 */
export async function prepareBatch(
  ctx: Ctx,
  loaders: ContentLoaders,
  messages: readonly MarkedMessage[],
): Promise<(Prepared | Dropped | Postponed)[]> {
  const updates = messages.filter((message) => message.act === 'update');
  const [contents, recipients, conversations, sends, superseded] = await Promise.all([
    loadContents(ctx, loaders, messages),
    loadRecipients(ctx, messages),
    findConversations(ctx.db, recipientsOf(messages, 'person'), recipientsOf(messages, 'department')),
    latestSends(ctx.db, updates),
    supersededAmong(
      ctx.db,
      updates.map((message) => message.id),
    ),
  ]);
  const known = new Map(conversations.map((one) => [one.recipientId, one]));
  const targets = new Map(sends.map((target) => [keyOf(target), target]));

  return messages.map((message) => {
    if (superseded.has(message.id)) return { message, drop: 'superseded' };
    const loaded = contents.get(message.id);
    if (loaded && 'drop' in loaded) return { message, drop: loaded.drop };
    if (loaded && 'notBefore' in loaded) return { message, notBefore: loaded.notBefore };
    const target = message.act === 'update' ? (targets.get(keyOf(message)) ?? null) : null;
    const place = known.get(message.recipientId) ?? null;
    if (message.act === 'update' && !canStillUpdate(target, place !== null)) {
      return { message, drop: 'nothingToUpdate' };
    }
    return {
      message,
      recipient: recipients.get(message.recipientId) ?? { unreachable: 'noTeams' },
      known: place,
      content: loaded?.content ?? null,
      target,
    };
  });
}

/** The message itself is still on its way: it will have an activity id in a moment. */
const sendUnderWay = new Set(['waiting', 'marked', 'unknown']);

function canStillUpdate(target: Prepared['target'], isKnown: boolean): boolean {
  if (!target) return false;
  if (sendUnderWay.has(target.state)) return true;
  return target.activityId !== null && target.conversationId !== null && isKnown;
}

function keyOf(key: { purpose: string; subjectId: string; recipientId: string }): string {
  return `${key.purpose} ${key.subjectId} ${key.recipientId}`;
}
