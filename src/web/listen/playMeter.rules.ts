import type { Interval } from '../../edges/http/contract.ts';
import { mergeIntervals } from './intervals.rules.ts';

/** What has really been played since the last drain, in milliseconds of the sound itself. */
export type PlayMeter = {
  readonly closed: readonly Interval[];
  readonly open: Interval | null;
};

export const emptyMeter: PlayMeter = { closed: [], open: null };

/**
 * Between two looks at a playing sound no more than this can have passed (a background tab is looked at
 * once a second, at twice the speed); a larger step is a jump that came without its event.
 */
const LARGEST_STEP_MS = 3000;

/** The sound is playing and has reached this place. */
export function playedTo(meter: PlayMeter, atMs: number): PlayMeter {
  const { open } = meter;
  if (!open || atMs < open.endMs || atMs - open.endMs > LARGEST_STEP_MS) {
    return { ...closeMeter(meter), open: { startMs: atMs, endMs: atMs } };
  }
  return { ...meter, open: { startMs: open.startMs, endMs: atMs } };
}

/** The sound paused, ended or is about to jump: what was open ends where it was last seen. */
export function closeMeter(meter: PlayMeter): PlayMeter {
  if (!meter.open) return meter;
  return { closed: mergeIntervals([...meter.closed, meter.open]), open: null };
}

/** Everything played so far, and a meter that goes on from the same place. */
export function drainMeter(meter: PlayMeter): { intervals: Interval[]; meter: PlayMeter } {
  const intervals = [...closeMeter(meter).closed];
  const open = meter.open && { startMs: meter.open.endMs, endMs: meter.open.endMs };
  return { intervals, meter: { closed: [], open } };
}
