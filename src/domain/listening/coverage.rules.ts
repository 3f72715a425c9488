/** A span of a voice, in ms from its start. */
export interface Interval {
  startMs: number;
  endMs: number;
}

/**
 * Brings intervals into order: clipped to the voice's length, overlapping and touching ones merged, empty
 * and reversed ones gone.
 */
export function mergeIntervals(intervals: readonly Interval[], durationMs: number): Interval[] {
  const sorted = intervals
    .map(({ startMs, endMs }) => ({ startMs: Math.max(0, startMs), endMs: Math.min(durationMs, endMs) }))
    .filter(({ startMs, endMs }) => endMs > startMs)
    .sort((a, b) => a.startMs - b.startMs);
  const merged: Interval[] = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (last && interval.startMs <= last.endMs) last.endMs = Math.max(last.endMs, interval.endMs);
    else merged.push({ ...interval });
  }
  return merged;
}

/** Total length of merged intervals, in ms. */
export function coveredMs(merged: readonly Interval[]): number {
  return merged.reduce((sum, interval) => sum + interval.endMs - interval.startMs, 0);
}

/** The parts of merged `reported` that merged `known` does not have. */
export function newParts(known: readonly Interval[], reported: readonly Interval[]): Interval[] {
  return reported.flatMap((interval) => {
    const parts: Interval[] = [];
    let from = interval.startMs;
    for (const { startMs, endMs } of known) {
      if (endMs <= from || startMs >= interval.endMs) continue;
      if (startMs > from) parts.push({ startMs: from, endMs: startMs });
      from = Math.max(from, endMs);
    }
    if (from < interval.endMs) parts.push({ startMs: from, endMs: interval.endMs });
    return parts;
  });
}

export interface AcceptedListening {
  coverage: Interval[];
  /** New sound that came faster than it can be played. */
  refusedMs: number;
}

/**
 * Takes in what was reported, but no more new sound than can have been played since the voice was first
 * opened. Honest reports are never cut, however late they arrive or from however many devices: playing takes
 * its time before the report is sent.
 *
 * @param elapsedMs since the person first opened this voice, on any device
 * @param fastestSpeed seconds of sound that one second can play
 */
export function acceptListening(
  known: readonly Interval[],
  reported: readonly Interval[],
  facts: { durationMs: number; elapsedMs: number; fastestSpeed: number },
): AcceptedListening {
  let allowance = Math.max(0, Math.floor(facts.elapsedMs * facts.fastestSpeed) - coveredMs(known));
  let refusedMs = 0;
  const accepted: Interval[] = [];
  for (const part of newParts(known, mergeIntervals(reported, facts.durationMs))) {
    const length = part.endMs - part.startMs;
    const taken = Math.min(length, allowance);
    if (taken > 0) accepted.push({ startMs: part.startMs, endMs: part.startMs + taken });
    allowance -= taken;
    refusedMs += length - taken;
  }
  return { coverage: mergeIntervals([...known, ...accepted], facts.durationMs), refusedMs };
}

/**
 * Whether enough of a voice was heard (or read: the two are the same).
 *
 * @param heardAt share of the length, 0–1
 */
export function isHeard(coverage: readonly Interval[], durationMs: number, heardAt: number): boolean {
  return coveredMs(coverage) >= durationMs * heardAt;
}
