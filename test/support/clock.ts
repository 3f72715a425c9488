import type { Clock } from '../../src/platform/clock.ts';

/** A Tuesday, the first business day of the month, at the opening time. */
export const firstMorning = '2026-12-01T09:30:00+09:00';

/** A clock that stands until a test moves it. */
export interface TestClock extends Clock {
  /** @param instant ISO, with its offset */
  set(instant: string): void;
  advance(by: { ms?: number; seconds?: number; minutes?: number; hours?: number; days?: number }): void;
}

export function testClock(instant = firstMorning): TestClock {
  let now = new Date(instant);
  return {
    now: () => new Date(now),
    set: (next) => {
      now = new Date(next);
    },
    advance: ({ ms = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
      const all = ms + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days)));
      now = new Date(now.getTime() + all);
    },
  };
}
