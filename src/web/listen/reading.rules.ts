import type { Interval, Sentence } from '../../edges/http/contract.ts';
import { lengthOf, subtractIntervals } from './intervals.rules.ts';

/** The fastest that sound can be played, and so the fastest that reading counts. */
export const FASTEST_RATE = 2;

/** The share of a voice's length at which it counts as heard; the server decides by the same one. */
const HEARD_AT = 0.9;

/** How long each sentence has been before the reader's eyes, in milliseconds, by its place. */
export type ReadingPace = readonly number[];

/**
 * What reading a sentence counts for: itself and the silence after it, so that reading every sentence
 * covers the voice from its first to its last millisecond.
 */
export function readingSpans(sentences: readonly Sentence[], durationMs: number): Interval[] {
  return sentences.map((sentence, i) => ({
    startMs: i === 0 ? 0 : sentence.startMs,
    endMs: sentences[i + 1]?.startMs ?? durationMs,
  }));
}

/**
 * Lets `elapsedMs` of looking pass: time goes to the first visible sentence that is still unread, then to
 * the one after it, each at no more than twice its own pace. Answers the places that became read.
 */
export function readFor(
  pace: ReadingPace,
  elapsedMs: number,
  spans: readonly Interval[],
  visible: readonly number[],
  covered: readonly Interval[],
): { pace: ReadingPace; read: number[] } {
  const next = spans.map((_, i) => pace[i] ?? 0);
  const read: number[] = [];
  let left = elapsedMs;
  for (const place of [...visible].sort((a, b) => a - b)) {
    const span = spans[place];
    if (!span || subtractIntervals([span], covered).length === 0) continue;
    const needed = (span.endMs - span.startMs) / FASTEST_RATE;
    const spent = next[place] ?? 0;
    if (spent >= needed) continue;
    const given = Math.min(left, needed - spent);
    next[place] = spent + given;
    left -= given;
    if (spent + given >= needed) read.push(place);
    if (left <= 0) break;
  }
  return { pace: next, read };
}

/** How long the server still takes to count up to "heard", in milliseconds of the clock. */
export function countingTimeMs(covered: readonly Interval[], durationMs: number): number {
  return Math.max(0, Math.ceil((durationMs * HEARD_AT - lengthOf(covered)) / FASTEST_RATE));
}
