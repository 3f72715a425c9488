import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departmentProgress, isShown } from '../../../src/domain/listening/progress.rules.ts';

describe('how far a department is', () => {
  it.each([
    [0, 6, 'none'],
    [1, 6, 'some'],
    [2, 6, 'some'],
    [3, 6, 'half'],
    [4, 6, 'half'],
    [5, 6, 'most'],
    [6, 6, 'most'],
    [0, 0, 'none'],
    [1, 1, 'most'],
    [15, 19, 'half'],
    [16, 19, 'most'],
  ] as const)('%i of %i shows as the band %s', (heard, target, band) => {
    expect(departmentProgress(heard, target, 20)).toEqual({ kind: 'band', band });
  });

  it('shows counts from twenty people on', () => {
    expect(departmentProgress(3, 20, 20)).toEqual({ kind: 'count', heard: 3, target: 20 });
    expect(departmentProgress(3, 19, 20).kind).toBe('band');
  });

  it('reads the same until somebody has heard all of it, however many there are', () => {
    expect(isShown({ kind: 'count', heard: 0, target: 24 }, { kind: 'count', heard: 0, target: 23 })).toBe(
      true,
    );
    expect(isShown({ kind: 'count', heard: 0, target: 24 }, null)).toBe(true);
    expect(isShown({ kind: 'band', band: 'none' }, { kind: 'count', heard: 0, target: 23 })).toBe(true);
    expect(isShown({ kind: 'count', heard: 0, target: 24 }, { kind: 'count', heard: 1, target: 24 })).toBe(
      false,
    );
    expect(isShown({ kind: 'count', heard: 1, target: 24 }, null)).toBe(false);
    expect(isShown({ kind: 'band', band: 'some' }, { kind: 'band', band: 'some' })).toBe(true);
  });

  it('never shows a number of fewer than twenty people', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(19), (heard, target) => {
        expect(departmentProgress(heard, Math.min(target, 19), 20).kind).toBe('band');
      }),
    );
  });
});
