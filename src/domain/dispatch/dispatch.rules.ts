import type { CallPriority, SendOutcome } from '../ports.ts';

export type OutgoingState =
  | 'waiting'
  | 'marked'
  | 'sent'
  | 'unknown'
  | 'held'
  | 'failed'
  | 'unreachable'
  | 'dropped';

/** Which state an outgoing message may leave for which. */
export const outgoingMoves: Readonly<Record<OutgoingState, readonly OutgoingState[]>> = {
  waiting: ['marked', 'dropped'],
  marked: ['sent', 'waiting', 'unknown', 'failed', 'unreachable', 'dropped'],
  unknown: ['waiting', 'held'],
  held: ['waiting'],
  failed: ['waiting'],
  unreachable: ['waiting'],
  sent: [],
  dropped: [],
};

/** Order in which messages go out, and the number that the table keeps. */
export const priorityNumbers: Readonly<Record<CallPriority, number>> = {
  reply: 0,
  delivery: 1,
  notice: 2,
  update: 3,
};

/** Most messages that one replica may have under way. */
export const mostMarked = 256;

/** Updates keep at least this share of what goes out. */
const updateShare = 0.1;

/**
 * How many of the next `slots` claims are set aside for updates. Fractions are carried over, so that one
 * slot at a time still gives updates their tenth.
 *
 * @param carried what the last call left over, 0–1
 */
export function slotsForUpdates(slots: number, carried: number): { updates: number; carried: number } {
  const due = carried + slots * updateShare;
  const updates = Math.min(slots, Math.floor(due));
  return { updates, carried: Math.min(1, due - updates) };
}

/**
 * How long a message waits before its next attempt: 2, 4, 8 … 600 s, with up to a quarter of jitter so that
 * a thousand messages do not come back in the same second.
 *
 * @param attempts how often it has been tried
 * @param random 0–1
 */
export function backoffMs(attempts: number, random: number): number {
  const base = Math.min(600_000, 1000 * 2 ** Math.min(attempts, 10));
  return Math.round(base * (1 + random / 4));
}

/** What an attempt makes of a message. */
export interface Settlement {
  state: OutgoingState;
  reason: string | null;
  /** Waiting: not before so many ms from now. */
  delayMs: number;
}

/**
 * The next state of a marked message (the table in the design: outgoing message).
 *
 * @param previousReason why it was tried before, if it was
 */
export function settle(
  outcome: SendOutcome,
  attempts: number,
  previousReason: string | null,
  random: number,
): Settlement {
  const again = (reason: string): Settlement => ({
    state: 'waiting',
    reason,
    delayMs: backoffMs(attempts, random),
  });
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', reason: null, delayMs: 0 };
    case 'throttled':
      return {
        ...again('throttled'),
        delayMs: Math.max(outcome.retryAfterMs ?? 0, backoffMs(attempts, random)),
      };
    case 'notTried':
      return { state: 'waiting', reason: previousReason, delayMs: 0 };
    case 'notDelivered':
      return again(outcome.reason);
    case 'unauthorised':
      return again('unauthorised');
    case 'signInUnreachable':
      // Not the message's fault: it goes on when the pause is over, however often that happens.
      return { state: 'waiting', reason: 'signInUnreachable', delayMs: 0 };
    case 'conversationGone':
      // Created anew once; a second time somebody removed it for good.
      if (previousReason === 'conversationGone') {
        return { state: 'unreachable', reason: 'conversationGone', delayMs: 0 };
      }
      return { state: 'waiting', reason: 'conversationGone', delayMs: 0 };
    case 'unknown':
      return { state: 'unknown', reason: outcome.reason, delayMs: 0 };
    case 'unreachable':
      return { state: 'unreachable', reason: outcome.reason, delayMs: 0 };
    case 'failed':
      return { state: 'failed', reason: outcome.reason, delayMs: 0 };
  }
}

/** How long everybody waits after a throttle answer that names no time. */
const throttlePauseMs = 2_000;
/** How long everybody waits when our credentials are refused. */
const unauthorisedPauseMs = 60_000;

/** How long everybody waits when the sign-in does not answer: it is asked again, and nobody need mend anything. */
const signInPauseMs = 5_000;

/** How long the whole run pauses after this outcome; 0 = not at all. */
export function pauseMs(outcome: SendOutcome): number {
  if (outcome.kind === 'throttled') return Math.max(outcome.retryAfterMs ?? throttlePauseMs, 1_000);
  if (outcome.kind === 'unauthorised') return unauthorisedPauseMs;
  if (outcome.kind === 'signInUnreachable') return signInPauseMs;
  return 0;
}
