import type { Interval } from '../../edges/http/contract.ts';

/** The same stretches, ascending, without overlaps; touching ones become one. Empty ones vanish. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.endMs > i.startMs).sort((a, b) => a.startMs - b.startMs);
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.startMs <= last.endMs) {
      merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, next.endMs) };
    } else {
      merged.push({ startMs: next.startMs, endMs: next.endMs });
    }
  }
  return merged;
}

/** What of `from` is not in `taken`: merged, ascending. */
export function subtractIntervals(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let rest = mergeIntervals(from);
  for (const hole of mergeIntervals(taken)) {
    rest = rest.flatMap((piece) => [
      { startMs: piece.startMs, endMs: Math.min(piece.endMs, hole.startMs) },
      { startMs: Math.max(piece.startMs, hole.endMs), endMs: piece.endMs },
    ]);
    rest = rest.filter((piece) => piece.endMs > piece.startMs);
  }
  return rest;
}

/** How many milliseconds the stretches cover together; overlaps count once. */
export function lengthOf(intervals: readonly Interval[]): number {
  return mergeIntervals(intervals).reduce((sum, i) => sum + i.endMs - i.startMs, 0);
}

/** Merged, in whole milliseconds and inside 0…durationMs, as the server takes them. */
export function fitIntervals(intervals: readonly Interval[], durationMs: number): Interval[] {
  const within = (ms: number): number => Math.min(Math.max(Math.round(ms), 0), durationMs);
  return mergeIntervals(intervals.map((i) => ({ startMs: within(i.startMs), endMs: within(i.endMs) })));
}
