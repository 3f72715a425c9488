import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../src/edges/http/contract.ts';
import {
  fitIntervals,
  lengthOf,
  mergeIntervals,
  subtractIntervals,
} from '../../src/web/listen/intervals.rules.ts';
import { closeMeter, drainMeter, emptyMeter, playedTo } from '../../src/web/listen/playMeter.rules.ts';
import { countingTimeMs, readFor, readingSpans } from '../../src/web/listen/reading.rules.ts';

const span = (startMs: number, endMs: number) => ({ startMs, endMs });

describe('intervals', () => {
  it('merges what overlaps or touches, and drops what is empty', () => {
    expect(mergeIntervals([span(5, 9), span(0, 2), span(2, 5), span(7, 7), span(20, 30)])).toEqual([
      span(0, 9),
      span(20, 30),
    ]);
  });

  it('subtracts holes, whole pieces and edges', () => {
    expect(subtractIntervals([span(0, 10)], [span(2, 3), span(5, 6)])).toEqual([
      span(0, 2),
      span(3, 5),
      span(6, 10),
    ]);
    expect(subtractIntervals([span(2, 4)], [span(0, 10)])).toEqual([]);
    expect(subtractIntervals([span(0, 4)], [])).toEqual([span(0, 4)]);
  });

  it('counts overlaps once', () => {
    expect(lengthOf([span(0, 10), span(5, 15)])).toBe(15);
  });

  it('fits into the length of the voice, in whole milliseconds', () => {
    expect(fitIntervals([span(-3, 10.4), span(95.6, 130)], 100)).toEqual([span(0, 10), span(96, 100)]);
  });
});

describe('the play meter', () => {
  it('measures one stretch while the sound goes on', () => {
    const meter = [1000, 1100, 1250].reduce(playedTo, emptyMeter);
    expect(drainMeter(meter).intervals).toEqual([span(1000, 1250)]);
  });

  it('does not count what a jump skipped', () => {
    const before = [0, 500].reduce(playedTo, emptyMeter);
    const after = [20_000, 20_400].reduce(playedTo, closeMeter(before));
    expect(drainMeter(after).intervals).toEqual([span(0, 500), span(20_000, 20_400)]);
  });

  it('takes a large or backward step without its event for a jump', () => {
    const meter = [0, 500, 9000, 9100, 300, 400].reduce(playedTo, emptyMeter);
    expect(drainMeter(meter).intervals).toEqual([span(0, 500), span(9000, 9100)]);
  });

  it('goes on without a gap after a report', () => {
    const first = drainMeter([0, 700].reduce(playedTo, emptyMeter));
    const second = drainMeter(playedTo(first.meter, 900));
    expect(mergeIntervals([...first.intervals, ...second.intervals])).toEqual([span(0, 900)]);
  });
});

describe('reading', () => {
  const sentence = (index: number, startMs: number, endMs: number): Sentence => ({
    index,
    startMs,
    endMs,
    speaker: 'customer',
    text: '',
  });
  const spans = readingSpans(
    [sentence(0, 300, 3800), sentence(1, 4000, 6000), sentence(2, 6200, 9000)],
    10_000,
  );

  it('covers the whole voice, silences included, when every sentence was read', () => {
    expect(mergeIntervals(spans)).toEqual([span(0, 10_000)]);
  });

  it('counts a sentence once it was seen for half its length, in order', () => {
    const first = readFor([], 1900, spans, [0, 1], []);
    expect(first.read).toEqual([]);
    const second = readFor(first.pace, 200, spans, [0, 1], []);
    expect(second.read).toEqual([0]);
    // The 100 ms that were left went to the next sentence.
    expect(readFor(second.pace, 1000, spans, [0, 1], []).read).toEqual([1]);
  });

  it('never reads faster than twice the pace, however many sentences are visible', () => {
    const { read } = readFor([], 5000, spans, [2, 1, 0], []);
    expect(read).toEqual([0, 1, 2]);
    expect(readFor([], 4999, spans, [2, 1, 0], []).read).toEqual([0, 1]);
  });

  it('passes over what is out of sight or already covered', () => {
    expect(readFor([], 1100, spans, [0, 1], [span(0, 4000)]).read).toEqual([1]);
    expect(readFor([], 9999, spans, [], []).read).toEqual([]);
  });

  it('says how long the server still has to count', () => {
    expect(countingTimeMs([span(0, 5000)], 10_000)).toBe(2000);
    expect(countingTimeMs([span(0, 9500)], 10_000)).toBe(0);
  });
});
