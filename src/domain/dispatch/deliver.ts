import type { Ctx } from '../context.ts';
import type { Address, Content, Delivery, SendOutcome } from '../ports.ts';
import type { KnownConversation } from './conversations.store.ts';
import type { MarkedMessage } from './dispatch.store.ts';
import type { Recipient } from './recipients.ts';

/** The activity that an update changes. */
export interface UpdateTarget {
  state: string;
  activityId: string | null;
  conversationId: string | null;
}

/** Everything about one claimed message that was looked up for the batch. */
export interface Prepared {
  message: MarkedMessage;
  recipient: Recipient;
  known: KnownConversation | null;
  content: Content | null;
  target: UpdateTarget | null;
}

/**
 * Makes the calls for one message. No database here: what is decided about the outcome is decided by
 * dispatch.rules.
 */
export async function deliver(ctx: Ctx, prepared: Prepared): Promise<Delivery> {
  const { message, recipient, known } = prepared;
  if ('unreachable' in recipient) {
    return withoutPlace({ kind: 'unreachable', reason: recipient.unreachable });
  }
  if (message.act === 'meet') {
    if (known) return withoutPlace({ kind: 'sent', activityId: null });
    return ctx.messenger.meet(recipient.address);
  }
  if (!prepared.content) return withoutPlace({ kind: 'failed', reason: 'noContent' });
  if (message.act === 'update') return update(ctx, prepared, recipient.address, prepared.content);
  return ctx.messenger.send(recipient.address, known, prepared.content, {
    alert: message.alert,
    priority: message.priority === 1 ? 'delivery' : 'notice',
  });
}

async function update(
  ctx: Ctx,
  { target, known }: Prepared,
  address: Address,
  content: Content,
): Promise<Delivery> {
  if (!target?.activityId || !target.conversationId || !known || target.state !== 'sent') {
    return withoutPlace({ kind: 'notDelivered', reason: 'sendUnderWay' });
  }
  const place = { conversationId: target.conversationId, serviceUrl: known.serviceUrl };
  return withoutPlace(await ctx.messenger.update(address, place, target.activityId, content));
}

function withoutPlace(outcome: SendOutcome): Delivery {
  return { outcome, place: null, met: null };
}
