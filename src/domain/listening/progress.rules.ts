import type { DepartmentProgress } from '../ports.ts';

/**
 * How far a department is, in a form that shows nobody: a count where enough people are counted, a band
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

/** Whether two progresses read the same on a card: then there is nothing to update. */
export function sameProgress(a: DepartmentProgress, b: DepartmentProgress): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
