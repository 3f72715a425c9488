import type { DepartmentProgress } from '../ports.ts';

/**
 * How far a department is: how many of its people have heard all voices, in a form that shows nobody: a count where enough people are counted, a band
 * where there are fewer.
 *
 * @param bandsBelow departments with fewer people see bands
 */
export function departmentProgress(heard: number, target: number, bandsBelow: number): DepartmentProgress {
  if (target >= bandsBelow) return { kind: 'count', heard, target };
  if (heard === 0 || target === 0) return { kind: 'band', band: 'none' };
  const share = heard / target;
  if (share < 0.5) return { kind: 'band', band: 'some' };
  return { kind: 'band', band: share < 0.8 ? 'half' : 'most' };
}

/**
 * How far all departments together are. A count only where the departments that show bands are many people
 * together: else subtracting the counted ones from the total would show what the bands hide.
 */
export function overallProgress(
  departments: readonly { heard: number; target: number }[],
  bandsBelow: number,
): { target: number; progress: DepartmentProgress } {
  const total = (of: readonly { heard: number; target: number }[]) => ({
    heard: of.reduce((sum, one) => sum + one.heard, 0),
    target: of.reduce((sum, one) => sum + one.target, 0),
  });
  const { heard, target } = total(departments);
  const banded = total(departments.filter((one) => one.target < bandsBelow)).target;
  const showsBand = banded > 0 && banded < bandsBelow;
  return { target, progress: departmentProgress(heard, target, showsBand ? target + 1 : bandsBelow) };
}

/**
 * Whether a card that showed `shown` reads the same with `current`: then there is nothing to update.
 *
 * @param shown as it was stored; null before the first update, when nobody had heard all of it
 */
export function isShown(current: DepartmentProgress, shown: unknown): boolean {
  const { kind, heard, target, band } = (shown ?? { kind: 'band', band: 'none' }) as Partial<
    Record<'kind' | 'heard' | 'target' | 'band', unknown>
  >;
  // Before somebody has heard all of it every card says the same.
  const saidNone = band === 'none' || heard === 0;
  if (current.kind === 'band' ? current.band === 'none' : current.heard === 0) return saidNone;
  if (current.kind === 'band') return kind === 'band' && band === current.band;
  return kind === 'count' && heard === current.heard && target === current.target;
}
