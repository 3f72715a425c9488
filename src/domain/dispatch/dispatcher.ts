import { setTimeout as sleep } from 'node:timers/promises';
import type { Liveness } from '../../platform/db/liveness.ts';
import { sparse } from '../../platform/log.ts';
import type { Ctx } from '../context.ts';
import type { Delivery } from '../ports.ts';
import { currentPause } from './budget.store.ts';
import type { Budget } from './budget.ts';
import type { ContentLoaders } from './contents.ts';
import { loseConversation, saveConversation } from './conversations.store.ts';
import { deliver, type Prepared } from './deliver.ts';
import { mostMarked, pauseMs, priorityNumbers, settle, slotsForUpdates } from './dispatch.rules.ts';
import {
  claimMessages,
  type MarkedMessage,
  orphansToUnknown,
  replicasHoldingMessages,
  resolveUnknown,
  type SettledMessage,
  settleMessages,
} from './dispatch.store.ts';
import { type Dropped, type Postponed, prepareBatch } from './prepareBatch.ts';

/** Works off the outgoing table: one per replica. */
export interface Dispatcher {
  start(): void;
  /** There is something to send: look now instead of at the next tick. */
  wake(): void;
  /** Stops claiming and ends when everything under way has its outcome. */
  stop(): Promise<void>;
}

interface DispatcherOptions {
  ctx: Ctx;
  loaders: ContentLoaders;
  budget: Budget;
  liveness: Liveness;
  /** 0–1, for the jitter. */
  random: () => number;
}

const idleMs = 1_000;
const recoverEveryMs = 5_000;
const flushMs = 20;
/** A replica's messages are claimed in so many parts: while one is looked up, another is on its way. */
const lanes = 4;

/** Builds the dispatcher; it does nothing before `start`. */
export function createDispatcher({ ctx, loaders, budget, liveness, random }: DispatcherOptions): Dispatcher {
  const { replicaId } = liveness;
  const log = sparse(ctx.log);
  const callsPerSecond = ctx.settings.dispatch.callsPerSecond;
  const mostInHand = Math.min(mostMarked, Math.max(1, Math.floor(callsPerSecond)));
  // Claiming one by one as slots come free would ask the database for each message.
  const batchSize = Math.ceil(mostInHand / lanes);
  const batches = new Set<Promise<void>>();
  const settled: SettledMessage[] = [];
  /** Claimed, and their outcome not yet written down. */
  let inHand = 0;
  let flushing: Promise<void> | undefined;
  let stumbled = false;
  let carriedForUpdates = 0;
  let equalFailures = { reason: '', count: 0 };
  let stopping = false;
  let stopped: Promise<void> = Promise.resolve();
  let wakeUp = () => {};
  let woken = false;
  let lastRecovery = Number.NEGATIVE_INFINITY;

  const recover = async () => {
    if (performance.now() - lastRecovery < recoverEveryMs) return;
    lastRecovery = performance.now();
    const dead = await liveness.deadAmong(await replicasHoldingMessages(ctx.db));
    if (dead.length > 0) {
      const count = await orphansToUnknown(ctx.db, dead);
      ctx.log.warn({ count }, 'took over messages of a replica that is gone');
    }
    await resolveUnknown(ctx.db, ctx.settings.dispatch.unknownOutcome, ctx.clock.now());
  };

  const claim = async (): Promise<MarkedMessage[]> => {
    if (mostInHand - inHand < batchSize || (await currentPause(ctx.db))) return [];
    const slots = batchSize;
    const share = slotsForUpdates(slots, carriedForUpdates);
    carriedForUpdates = share.carried;
    const now = ctx.clock.now();
    const take = (priority: number, limit: number) =>
      limit > 0 ? claimMessages(ctx.db, replicaId, priority, limit, now) : Promise.resolve([]);
    const claimed = await take(priorityNumbers.update, share.updates);
    for (const priority of [priorityNumbers.delivery, priorityNumbers.notice, priorityNumbers.update]) {
      claimed.push(...(await take(priority, slots - claimed.length)));
    }
    return claimed;
  };

  const remember = async (message: MarkedMessage, delivery: Delivery) => {
    const { recipientKind, recipientId } = message;
    if (delivery.met) {
      await saveConversation(ctx.db, { recipientKind, recipientId, ...delivery.met, metAt: ctx.clock.now() });
    }
    const { outcome } = delivery;
    const lost =
      outcome.kind === 'conversationGone' || (outcome.kind === 'unreachable' && outcome.reason !== 'local');
    if (lost && message.act !== 'update') {
      await loseConversation(
        ctx.db,
        recipientKind,
        recipientId,
        'reason' in outcome ? outcome.reason : outcome.kind,
      );
    }
    const pause = pauseMs(outcome);
    if (pause > 0) await budget.pause(pause, outcome.kind);
    if (outcome.kind === 'unauthorised') log.error({}, 'Teams refuses our credentials: sending is paused');
    if (outcome.kind === 'signInUnreachable') log.warn({}, 'the sign-in does not answer: sending is paused');
    await watchFailures(outcome.kind === 'failed' ? outcome.reason : '');
  };

  const watchFailures = async (reason: string) => {
    if (!reason) {
      equalFailures = { reason: '', count: 0 };
      return;
    }
    equalFailures = { reason, count: equalFailures.reason === reason ? equalFailures.count + 1 : 1 };
    if (equalFailures.count < ctx.settings.dispatch.pauseAfterFailures) return;
    equalFailures = { reason: '', count: 0 };
    ctx.log.error({ reason }, 'the same failure many times in a row: sending is paused for ten minutes');
    await budget.pause(10 * 60_000, reason);
  };

  const work = async (prepared: Prepared) => {
    const { message } = prepared;
    const delivery = await deliver(ctx, prepared);
    // A fault in here must not make a message that was sent look lost.
    await remember(message, delivery).catch((error) =>
      log.error({ err: error, messageId: message.id }, 'could not keep what a delivery taught'),
    );
    const next = settle(delivery.outcome, message.attempts, message.reason, random());
    const now = ctx.clock.now();
    settled.push({
      id: message.id,
      state: next.state,
      reason: next.reason,
      notBefore: next.state === 'waiting' ? new Date(now.getTime() + next.delayMs) : null,
      activityId: delivery.outcome.kind === 'sent' ? delivery.outcome.activityId : null,
      conversationId: delivery.place?.conversationId ?? null,
      settledAt: next.state === 'waiting' || next.state === 'unknown' ? null : now,
    });
  };

  const flush = async () => {
    while (settled.length > 0) {
      const batch = settled.splice(0);
      await settleMessages(ctx.db, replicaId, batch).catch((error) => {
        // The database did not take it: what became of these must not be forgotten.
        settled.unshift(...batch);
        throw error;
      });
      inHand -= batch.length;
      if (mostInHand - inHand >= batchSize) wake();
    }
  };

  /** Writes outcomes down beside whatever else goes on; one writer at a time. */
  const flushAside = () => {
    if (flushing || settled.length === 0) return;
    flushing = flush()
      .catch(stumble)
      .finally(() => {
        flushing = undefined;
      });
  };

  const stumble = (error: unknown) => {
    log.error({ err: error }, 'dispatcher stumbled');
    stumbled = true;
  };

  const runBatch = async (messages: MarkedMessage[]) => {
    const prepared = await prepareBatch(ctx, loaders, messages).catch((error) => {
      // Nothing was called yet: they go back as they were.
      settled.push(...messages.map((message) => after(message, 'waiting', message.reason)));
      throw error;
    });
    await Promise.all(prepared.map(workOrDrop));
  };

  const workOrDrop = async (one: Prepared | Dropped | Postponed) => {
    if ('drop' in one) {
      settled.push(after(one.message, 'dropped', one.drop));
      return;
    }
    if ('notBefore' in one) {
      settled.push({ ...after(one.message, 'waiting', one.message.reason), notBefore: one.notBefore });
      return;
    }
    await work(one).catch((error) => {
      log.error({ err: error, messageId: one.message.id }, 'delivery broke');
      settled.push(after(one.message, 'unknown', 'internal'));
    });
    if (settled.length >= batchSize) flushAside();
  };

  const launch = (messages: MarkedMessage[]) => {
    inHand += messages.length;
    const batch = runBatch(messages)
      .catch(stumble)
      .finally(() => batches.delete(batch));
    batches.add(batch);
  };

  const after = (
    message: MarkedMessage,
    state: SettledMessage['state'],
    reason: string | null,
  ): SettledMessage => ({
    id: message.id,
    state,
    reason,
    notBefore: null,
    activityId: null,
    conversationId: null,
    settledAt: state === 'dropped' ? ctx.clock.now() : null,
  });

  const loop = async () => {
    while (!stopping) {
      const messages = await recover()
        .then(claim)
        .catch((error) => {
          stumble(error);
          return [];
        });
      if (messages.length > 0) launch(messages);
      else flushAside();
      if (stumbled) {
        stumbled = false;
        await sleep(idleMs);
      } else if (messages.length === 0) {
        // What ends now must not wait for the next idle second to be written down.
        await pause(inHand > 0 ? flushMs : idleMs);
      }
    }
    await Promise.all(batches);
    await flushing;
    await flush();
  };

  /** Ends early when woken, also when that was during the look that found nothing. */
  const pause = async (ms: number) => {
    const abort = new AbortController();
    wakeUp = () => abort.abort();
    if (!woken) await sleep(ms, undefined, { signal: abort.signal }).catch(() => {});
    woken = false;
    wakeUp = () => {};
  };

  const wake = () => {
    woken = true;
    wakeUp();
  };

  return {
    start: () => {
      stopped = loop();
    },
    wake,
    stop: async () => {
      stopping = true;
      budget.close();
      wakeUp();
      await stopped;
    },
  };
}
