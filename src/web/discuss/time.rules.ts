import type { SharedDiscussion } from '../../edges/http/contract/discussion.ts';

export type TimeLeft =
  | { kind: 'none' }
  | { kind: 'running' | 'resting'; ms: number }
  /** Shifts: the step runs until the end of a day. */
  | { kind: 'untilDay'; day: string };

/** A day has come to its end at midnight, which belongs to the next. */
const MINUTE_MS = 60_000;

/**
 * How much of the step is left.
 *
 * @param now the server's clock, in ms since 1970
 * @param timeZone where the company is; without one, the browser's
 */
export function timeLeft(
  shared: Pick<SharedDiscussion, 'stepEndsAt' | 'restingMs' | 'isAsync'>,
  now: number,
  timeZone?: string,
): TimeLeft {
  if (shared.stepEndsAt !== null) {
    const endsAt = Date.parse(shared.stepEndsAt);
    if (shared.isAsync) return { kind: 'untilDay', day: dayAt(endsAt - MINUTE_MS, timeZone) };
    return { kind: 'running', ms: Math.max(0, endsAt - now) };
  }
  if (shared.restingMs !== null) return { kind: 'resting', ms: shared.restingMs };
  return { kind: 'none' };
}

/** The day (yyyy-mm-dd) of an instant. */
export function dayAt(instantMs: number, timeZone?: string): string {
  // Sweden writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(
    instantMs,
  );
}

/** A countdown as a clock shows it, `04:12`: begun seconds count, so that it says 0 only at the end. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * A place in the sound as people write it: `1:02` or `62`, in full-width digits too. In ms; null where it is none or
 * lies behind the end.
 */
export function placeMs(text: string, durationMs: number): number | null {
  const plain = text.normalize('NFKC').trim();
  const match = /^(?:(\d{1,3}):)?(\d{1,3})$/.exec(plain);
  if (!match) return null;
  const [, minutes = '0', seconds = '0'] = match;
  const ms = (Number(minutes) * 60 + Number(seconds)) * 1000;
  return ms <= durationMs ? ms : null;
}
