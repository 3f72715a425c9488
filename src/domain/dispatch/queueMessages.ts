import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import type { CallPriority } from '../ports.ts';
import { priorityNumbers } from './dispatch.rules.ts';
import {
  insertMessages,
  insertReposts,
  insertUpdates,
  type OutgoingAct,
  type RecipientKind,
} from './dispatch.store.ts';

/** One message to come. */
export interface MessageOrder {
  recipientKind: RecipientKind;
  recipientId: string;
  notBefore: Date;
  /** Raises an alert in the recipient's activity feed. */
  alert: boolean;
}

interface MessageBatch {
  /** What it is, e.g. `edition.card`; its loader in app.ts says what it says. */
  purpose: string;
  subjectId: string;
  act: OutgoingAct;
  priority: CallPriority;
  revision: number;
}

/**
 * Puts messages into the outgoing table, in the caller's transaction. Asking twice is asking once.
 *
 * @returns how many were new
 */
export async function queueMessages(
  ctx: Ctx,
  batch: MessageBatch,
  orders: readonly MessageOrder[],
): Promise<number> {
  const createdAt = ctx.clock.now();
  return insertMessages(
    ctx.db,
    orders.map((order) => ({
      id: newId(),
      ...order,
      ...batch,
      priority: priorityNumbers[batch.priority],
      createdAt,
    })),
  );
}

/** Which cards an update leaves alone, or lets wait. */
export interface UpdatePace {
  /**
   * Least time between two updates of one card: what changes faster is shown together. Teams takes 60 calls in 30 s
   * and 1,800 in an hour for one conversation.
   */
  apartMs?: number;
  /** Only cards that were queued or brought up to date at this moment for the last time, or before. */
  unchangedSince?: Date;
}

/**
 * Has messages that were sent brought up to date, through the budget. Whoever still waits for the message
 * gets the newest words anyway.
 *
 * @param recipientIds leave out for all recipients
 * @returns how many updates were queued
 */
export async function queueUpdates(
  ctx: Ctx,
  message: { purpose: string; subjectId: string },
  recipientIds?: readonly string[],
  pace: UpdatePace = {},
): Promise<number> {
  return insertUpdates(ctx.db, {
    ...message,
    ...pace,
    recipientIds,
    now: ctx.clock.now(),
    priority: priorityNumbers.update,
  });
}

/** Has a message posted anew to everybody who had it, where its place forgot it (the Playground). */
export async function queueReposts(
  ctx: Ctx,
  message: { purpose: string; subjectId: string },
): Promise<number> {
  return insertReposts(ctx.db, {
    ...message,
    now: ctx.clock.now(),
    priority: priorityNumbers.delivery,
  });
}
