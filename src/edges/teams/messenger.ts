import type {
  Address,
  CallPriority,
  Content,
  Delivery,
  EditionCardContent,
  Messenger,
  SendOutcome,
} from '../../domain/ports.ts';
import { cardActivity } from './cards/cardActivity.ts';
import type { CardSurroundings } from './cards/surroundings.ts';
import type { ApiAnswer, TeamsApi } from './teamsApi.ts';

interface MessengerOptions {
  api: TeamsApi;
  surroundings: CardSurroundings;
  /** The bot's own app id; undefined in local mode. */
  botId: string | undefined;
  tenantId: string | undefined;
  /** Where new conversations are created. */
  serviceUrl: string;
  /** Local mode: whom the Playground can show messages to. Undefined: everybody. */
  reachable?: (address: Address) => boolean;
}

/** The bot's mouth in Teams, and in the Playground, which speaks the same protocol. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { api, serviceUrl } = options;
  const render = cachedRenderer(options.surroundings);
  const canReach = options.reachable ?? (() => true);
  const bot = options.botId ? { bot: { id: options.botId } } : {};

  const createPersonal = async (entraObjectId: string, priority: CallPriority): Promise<Delivery> => {
    const answer = await api.createConversation(
      serviceUrl,
      { isGroup: false, ...bot, members: [{ id: entraObjectId }], ...tenant(options.tenantId) },
      priority,
    );
    return metDelivery(answer, serviceUrl);
  };

  /** A channel's conversation is created by its first message; the answer names both. */
  const postToNewChannel = async (
    channelId: string,
    activity: object,
    priority: CallPriority,
  ): Promise<Delivery> => {
    const answer = await api.createConversation(
      serviceUrl,
      {
        isGroup: true,
        ...bot,
        ...tenant(options.tenantId),
        channelData: { channel: { id: channelId } },
        activity,
      },
      priority,
    );
    const id = answer.body.id;
    if (answer.outcome.kind !== 'sent' || typeof id !== 'string') return nowhere(answer.outcome);
    return {
      outcome: answer.outcome,
      place: { conversationId: id, serviceUrl },
      met: { conversationId: channelId, serviceUrl },
    };
  };

  return {
    meet: async (address) => {
      if (!canReach(address)) return nowhere({ kind: 'unreachable', reason: 'local' });
      if (address.kind !== 'person') return nowhere({ kind: 'sent', activityId: null });
      return createPersonal(address.entraObjectId, 'notice');
    },
    send: async (address, known, content, { alert, priority }) => {
      if (!canReach(address)) return nowhere({ kind: 'unreachable', reason: 'local' });
      const activity = alert ? withAlert(render(content)) : render(content);
      if (!known && address.kind === 'channel')
        return postToNewChannel(address.channelId, activity, priority);
      const opened = known ? null : await openPlace(address, createPersonal, priority, serviceUrl);
      if (opened && !opened.met) return opened;
      const place = known ?? opened?.met;
      if (!place) return nowhere({ kind: 'failed', reason: 'noPlace' });
      const { outcome } = await api.sendActivity(place, activity, priority);
      return { outcome, place: { ...place }, met: opened?.met ?? null };
    },
    update: async (address, place, activityId, content) => {
      if (!canReach(address)) return { kind: 'unreachable', reason: 'local' };
      const { outcome } = await api.updateActivity(place, activityId, { ...render(content), id: activityId });
      return outcome;
    },
  };
}

async function openPlace(
  address: Address,
  createPersonal: (entraObjectId: string, priority: CallPriority) => Promise<Delivery>,
  priority: CallPriority,
  serviceUrl: string,
): Promise<Delivery> {
  if (address.kind === 'person') return createPersonal(address.entraObjectId, priority);
  // Group chats cannot be created: somebody adds the bot, and the chat's id is its conversation.
  const chatId = address.kind === 'group_chat' ? address.chatId : address.channelId;
  return {
    outcome: { kind: 'sent', activityId: null },
    place: null,
    met: { conversationId: chatId, serviceUrl },
  };
}

function metDelivery(answer: ApiAnswer, serviceUrl: string): Delivery {
  const id = answer.body.id;
  if (answer.outcome.kind === 'sent' && typeof id === 'string') {
    return {
      outcome: { kind: 'sent', activityId: null },
      place: null,
      met: { conversationId: id, serviceUrl },
    };
  }
  // Opening a 1:1 conversation twice is opening it once: whatever came of it, no message was delivered.
  if (answer.outcome.kind === 'unknown')
    return nowhere({ kind: 'notDelivered', reason: answer.outcome.reason });
  if (answer.outcome.kind === 'conversationGone')
    return nowhere({ kind: 'unreachable', reason: 'notInstalled' });
  return nowhere(answer.outcome);
}

function nowhere(outcome: SendOutcome): Delivery {
  return { outcome, place: null, met: null };
}

function tenant(tenantId: string | undefined): object {
  return tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {};
}

/** Source: Microsoft Learn, "Send activity feed notifications": channelData.notification.alert. */
function withAlert(activity: object): object {
  return { ...activity, channelData: { notification: { alert: true } } };
}

/** The rendered activity of a content object. One edition's cards differ in few ways: most are found here. */
function cachedRenderer(surroundings: CardSurroundings): (content: Content) => object {
  const rendered = new Map<string, object>();
  return (content) => {
    const key = content.card === 'edition' ? editionKey(content) : '';
    const known = key ? rendered.get(key) : undefined;
    if (known) return known;
    const activity = cardActivity(content, surroundings);
    if (!key) return activity;
    // A few hundred departments' progress and recalls at most; older ones will not come again.
    if (rendered.size >= 500) rendered.clear();
    rendered.set(key, activity);
    return activity;
  };
}

function editionKey(content: EditionCardContent): string {
  return JSON.stringify(content);
}
