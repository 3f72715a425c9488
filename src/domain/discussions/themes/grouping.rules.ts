import type { MonthGrouping } from './topics.store.ts';

/** So much that is new is worth grouping a month anew. */
const newShare = 0.05;
/** A little that is new waits at most so long. */
const longestWaitMs = 3 * 60 * 60_000;

/**
 * Whether a month's insights are grouped anew now. Grouping a large month costs a server some ten seconds: on the
 * morning on which thousands of departments reveal it is not done for every few of them.
 */
export function isWorthGrouping(
  { grouped, ungrouped, groupedAt }: Omit<MonthGrouping, 'month'>,
  now: Date,
): boolean {
  if (ungrouped === 0) return false;
  if (groupedAt === null || ungrouped >= (grouped + ungrouped) * newShare) return true;
  return now.getTime() - groupedAt.getTime() >= longestWaitMs;
}
