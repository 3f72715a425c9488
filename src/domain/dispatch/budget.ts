import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../platform/db/client.ts';
import type { CallPriority } from '../ports.ts';
import { bookReply, pauseBudget, reserveCalls } from './budget.store.ts';

/** The gate that every call of the app to Teams passes. */
export interface Budget {
  /**
   * Resolves when a call of this priority may go out. Replies go at once and are booked.
   *
   * @throws NoSlot when everything is paused, or this process stops first
   */
  take(priority: CallPriority): Promise<void>;
  /** Stops everything but replies, on all replicas. */
  pause(forMs: number, reason: string): Promise<void>;
  /** This process stops: whoever waits is turned away, so that a long pause holds nobody up. */
  close(): void;
}

/**
 * The call was not made. Nobody waits through a pause with a message in hand: what it says may have been
 * recalled by then.
 */
export class NoSlot extends Error {}

interface Waiting {
  release: () => void;
  fail: (error: unknown) => void;
}

/**
 * Opens this replica's gate to the shared budget. Calls are reserved in slices of a quarter of a second, so
 * that the database is asked a few times a second. First come, first served: who goes first was decided when
 * the dispatcher claimed.
 */
export function openBudget(db: Db, callsPerSecond: number): Budget {
  const waiting: Waiting[] = [];
  const slice = Math.max(1, Math.floor(callsPerSecond / 4));
  const closing = new AbortController();
  let serving = false;

  const serveSlice = async () => {
    const calls = Math.min(waiting.length, slice);
    const wait = await reserveCalls(db, calls, callsPerSecond);
    if (wait === null) throw new NoSlot();
    await sleep(wait, undefined, { signal: closing.signal });
    const start = performance.now();
    for (let index = 0; index < calls; index += 1) {
      const early = (index * 1000) / callsPerSecond - (performance.now() - start);
      // Timers are no finer than about a millisecond: below that a call goes with its neighbour.
      if (early > 2) await sleep(early, undefined, { signal: closing.signal });
      waiting.shift()?.release();
    }
  };

  const serve = async () => {
    serving = true;
    while (waiting.length > 0) {
      await serveSlice().catch((error) => {
        const reason = closing.signal.aborted ? new NoSlot() : error;
        for (const one of waiting.splice(0)) one.fail(reason);
      });
    }
    serving = false;
  };

  return {
    take: async (priority) => {
      if (priority === 'reply') return bookReply(db, callsPerSecond);
      if (closing.signal.aborted) throw new NoSlot();
      await new Promise<void>((release, fail) => {
        waiting.push({ release, fail });
        if (!serving) void serve();
      });
    },
    pause: (forMs, reason) => pauseBudget(db, forMs, reason),
    close: () => closing.abort(),
  };
}
