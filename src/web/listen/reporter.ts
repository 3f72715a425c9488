import type { Interval, ListeningReport, ListeningState } from '../../edges/http/contract.ts';
import { fitIntervals, mergeIntervals, subtractIntervals } from './intervals.rules.ts';

/** While something is playing or waiting to be counted, a report goes out this often. */
const BUSY_MS = 2000;
/** While nothing happens on a visible page, a pulse asks this often whether the voice is still there. */
const PULSE_MS = 3000;
/** The most that the contract takes in one report. */
const LARGEST_REPORT = 200;

export type ReporterParts = {
  durationMs: number;
  /** Sends one report; rejects when it did not arrive or was refused. */
  post(report: ListeningReport): Promise<ListeningState>;
  /** The server's newest answer. */
  onState(state: ListeningState): void;
  /** A report failed: its intervals are kept and go out again with the next one. */
  onFailure(error: unknown): void;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
};

export type Reporter = ReturnType<typeof createReporter>;

/**
 * Tells the server what was played or read. Nothing is dropped: what failed, or came faster than the
 * server counts, stays here until it was accepted.
 */
export function createReporter(parts: ReporterParts) {
  let unsent: Interval[] = [];
  let positionMs = 0;
  let sentAt = parts.now();
  let holdUntil = 0;
  let inFlight = 0;
  let stopped = false;

  function keep(intervals: readonly Interval[]): void {
    unsent = fitIntervals([...unsent, ...intervals], parts.durationMs);
  }

  /** Sends now; while the server asked to wait, an empty report, which still tells of a withdrawal. */
  async function send(): Promise<void> {
    if (stopped) return;
    const intervals = parts.now() < holdUntil ? [] : unsent.slice(0, LARGEST_REPORT);
    unsent = subtractIntervals(unsent, intervals);
    sentAt = parts.now();
    inFlight += 1;
    try {
      const state = await parts.post({ intervals, positionMs });
      if (stopped) return;
      if (state.retryAfterMs > 0 && intervals.length > 0) {
        holdUntil = parts.now() + state.retryAfterMs;
        keep(subtractIntervals(intervals, state.coverage));
      }
      parts.onState(state);
    } catch (error) {
      keep(intervals);
      if (!stopped) parts.onFailure(error);
    } finally {
      inFlight -= 1;
    }
  }

  return {
    /** Takes what was played or read; it goes out with the next report. */
    add(intervals: readonly Interval[], atMs: number): void {
      keep(intervals);
      positionMs = Math.min(Math.max(Math.round(atMs), 0), parts.durationMs);
    },
    /** To be called several times a second: sends when a report or a pulse is due. */
    tick(page: { playing: boolean; visible: boolean }): void {
      const ready = unsent.length > 0 && parts.now() >= holdUntil;
      const busy = page.playing || ready;
      if (inFlight > 0 || (!busy && !page.visible)) return;
      if (parts.now() - sentAt >= (busy ? BUSY_MS : PULSE_MS)) void send();
    },
    /** Sends at once: the sound paused or ended, the page is going away, the network came back. */
    flush(): void {
      void send();
    },
    /** Played or read, and not yet counted. */
    pending(): Interval[] {
      return mergeIntervals(unsent);
    },
    /** Nothing goes out any more. */
    stop(): void {
      stopped = true;
    },
  };
}
