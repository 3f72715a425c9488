/**
 * What is counted of a department and a month. A new figure is a line here, a column and its `all_` twin in
 * prisma/schema/reports.prisma, where it is counted (counting.store.ts), and its words.
 */
export const countNames = [
  /** 1: the edition reached the department. */
  'departments',
  /** 対象者数 */
  'target',
  'channels',
  'cards',
  'delivered',
  'heard',
  'heldInTime',
  'heldReportedLate',
  'heldLate',
  'skipped',
  /** 進行中: begun, and not wrapped up yet. */
  'underWay',
  /** 実施なし: the month is over without it. */
  'missed',
  'participants',
  'insights',
  'shownInsights',
  'suggested',
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Record<CountName, number>;

export function noCounts(): Counts {
  return Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;
}

/** Adds `more` to `counts`, in place: a company's month is three thousand of them. */
export function addCounts(counts: Counts, more: Counts): void {
  for (const name of countNames) counts[name] += more[name];
}

/** How many discussions were held, in time or not. */
export function heldCount(counts: Counts): number {
  return counts.heldInTime + counts.heldReportedLate + counts.heldLate;
}
