import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptListening,
  coveredMs,
  type Interval,
  isHeard,
  mergeIntervals,
  newParts,
} from '../../../src/domain/listening/coverage.rules.ts';

const durationMs = 60_000;
const interval = fc
  .tuple(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: 70_000 }))
  .map(([startMs, endMs]) => ({ startMs, endMs }));
const intervals = fc.array(interval, { maxLength: 20 });

/** The same set of milliseconds, said the slow way. */
const covers = (list: readonly Interval[], ms: number) =>
  list.some(({ startMs, endMs }) => startMs <= ms && ms < endMs);

describe('coverage', () => {
  it('is merged: ascending, apart, within the voice', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = mergeIntervals(list, durationMs);
        for (const [index, { startMs, endMs }] of merged.entries()) {
          expect(startMs).toBeLessThan(endMs);
          expect(startMs).toBeGreaterThanOrEqual(0);
          expect(endMs).toBeLessThanOrEqual(durationMs);
          if (index > 0) expect(startMs).toBeGreaterThan(merged[index - 1]?.endMs ?? 0);
        }
      }),
    );
  });

  it('covers the same milliseconds as what was merged', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: 0, max: durationMs - 1 }), (list, ms) => {
        expect(covers(mergeIntervals(list, durationMs), ms)).toBe(covers(list, ms));
      }),
    );
  });

  it('tells what is new', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.integer({ min: 0, max: durationMs - 1 }), (a, b, ms) => {
        const known = mergeIntervals(a, durationMs);
        const reported = mergeIntervals(b, durationMs);
        expect(covers(newParts(known, reported), ms)).toBe(covers(reported, ms) && !covers(known, ms));
      }),
    );
  });

  it('never shrinks', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.integer({ min: 0, max: 100_000 }), (a, b, elapsedMs) => {
        const known = mergeIntervals(a, durationMs);
        const { coverage } = acceptListening(known, b, { durationMs, elapsedMs, fastestSpeed: 2 });
        expect(coveredMs(newParts(coverage, known))).toBe(0);
      }),
    );
  });

  it('never grows beyond what can have been played since the voice was opened', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(intervals, fc.integer({ min: 0, max: 5_000 })), { maxLength: 8 }),
        (reports) => {
          let coverage: Interval[] = [];
          let elapsedMs = 0;
          for (const [reported, later] of reports) {
            elapsedMs += later;
            coverage = acceptListening(coverage, reported, {
              durationMs,
              elapsedMs,
              fastestSpeed: 2,
            }).coverage;
            expect(coveredMs(coverage)).toBeLessThanOrEqual(elapsedMs * 2);
          }
        },
      ),
    );
  });

  it('says how much it did not count, to the millisecond', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.integer({ min: 0, max: 40_000 }), (a, b, elapsedMs) => {
        const known = mergeIntervals(a, durationMs);
        const { coverage, refusedMs } = acceptListening(known, b, { durationMs, elapsedMs, fastestSpeed: 2 });
        const all = coveredMs(mergeIntervals([...known, ...b], durationMs));
        expect(coveredMs(coverage) + refusedMs).toBe(all);
      }),
    );
  });

  /** Somebody plays at some speed, jumps about, on one device or two that take turns; reports come late. */
  const honest = fc.record({
    plays: fc.array(
      fc.record({
        startMs: fc.integer({ min: 0, max: 59_000 }),
        lengthMs: fc.integer({ min: 1, max: 8_000 }),
        speed: fc.constantFrom(0.75, 1, 1.25, 1.5, 2),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
  });

  it('never cuts an honest listener, however late or disordered the reports arrive', () => {
    fc.assert(
      fc.property(honest, ({ plays, order }) => {
        let clock = 0;
        const reports = plays.map((play, index) => {
          clock += Math.ceil(play.lengthMs / play.speed);
          return {
            interval: { startMs: play.startMs, endMs: play.startMs + play.lengthMs },
            at: clock,
            key: order[index],
          };
        });
        // Each arrives at the end of all, in any order: the latest that the network can do.
        reports.sort((a, b) => (a.key ?? 0) - (b.key ?? 0));
        let coverage: Interval[] = [];
        for (const report of reports) {
          const accepted = acceptListening(coverage, [report.interval], {
            durationMs,
            elapsedMs: Math.max(clock, report.at),
            fastestSpeed: 2,
          });
          expect(accepted.refusedMs).toBe(0);
          coverage = accepted.coverage;
        }
        expect(coverage).toEqual(
          mergeIntervals(
            reports.map((report) => report.interval),
            durationMs,
          ),
        );
      }),
    );
  });

  it('is heard from 90 % on, by playing or by reading', () => {
    expect(isHeard([{ startMs: 0, endMs: 53_999 }], durationMs, 0.9)).toBe(false);
    expect(isHeard([{ startMs: 0, endMs: 54_000 }], durationMs, 0.9)).toBe(true);
    expect(
      isHeard(
        [
          { startMs: 0, endMs: 27_000 },
          { startMs: 33_000, endMs: 60_000 },
        ],
        durationMs,
        0.9,
      ),
    ).toBe(true);
  });
});
