/** A kind of department stands for itself only where so many departments of it took part. */
export const fewestDepartments = 3;

/** The kind under which small kinds are shown. */
export const otherKinds = 'other';

/**
 * Which kinds of department insights may be shown with. A kind of one or two departments would name them: it is
 * folded into "other", and where that would still be one or two, the next smallest kind goes with it.
 *
 * @param counts how many departments of each kind took part in the month
 * @returns the kinds that are folded; all others stand for themselves
 */
export function foldedKinds(counts: ReadonlyMap<string, number>): Set<string> {
  const bySize = [...counts].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const folded = new Set<string>();
  let departments = 0;
  for (const [kind, count] of bySize) {
    const isSmall = count < fewestDepartments;
    const isTooFew = folded.size > 0 && departments < fewestDepartments;
    if (!isSmall && !isTooFew) break;
    folded.add(kind);
    departments += count;
  }
  return folded;
}
