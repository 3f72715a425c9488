import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../platform/db/client.ts';
import type { CallPriority } from '../ports.ts';
import { bookReply, pauseBudget, reserveCalls } from './budget.store.ts';

/** The gate that every call of the app to Teams passes. */
export interface Budget {
  /** Resolves when a call of this priority may go out. Replies go at once and are booked. */
  take(priority: CallPriority): Promise<void>;
  /** Stops everything but replies, on all replicas. */
  pause(forMs: number, reason: string): Promise<void>;
}

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
  let serving = false;

  const serve = async () => {
    serving = true;
    while (waiting.length > 0) {
      const calls = Math.min(waiting.length, slice);
      const wait = await reserveCalls(db, calls, callsPerSecond).catch((error) => {
        for (const one of waiting.splice(0)) one.fail(error);
        return null;
      });
      if (wait === null) break;
      await sleep(wait);
      const start = performance.now();
      for (let index = 0; index < calls; index += 1) {
        const early = (index * 1000) / callsPerSecond - (performance.now() - start);
        // Timers are no finer than about a millisecond: below that a call goes with its neighbour.
        if (early > 2) await sleep(early);
        waiting.shift()?.release();
      }
    }
    serving = false;
  };

  return {
    take: async (priority) => {
      if (priority === 'reply') return bookReply(db, callsPerSecond);
      await new Promise<void>((release, fail) => {
        waiting.push({ release, fail });
        if (!serving) void serve();
      });
    },
    pause: (forMs, reason) => pauseBudget(db, forMs, reason),
  };
}
