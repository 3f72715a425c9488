import type { PeriodRow } from './reports.store.ts';
import { type ShownFigures, shareRank } from './shown.rules.ts';

/** By what a table of departments can be sorted. */
export const sortKeys = [
  'code',
  'target',
  'delivered',
  'heard',
  'held',
  'participation',
  'insights',
  'suggested',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which departments a list is about. */
export const narrowings = ['notYet', 'skipped', 'late', 'suggested', 'small'] as const;
export type Narrowing = (typeof narrowings)[number];

export interface RowFilter {
  kind?: string | undefined;
  only?: Narrowing | undefined;
  /** Part of a name or code. */
  search?: string | undefined;
}

/** A row of the table: a department, with figures that may be shown. */
export interface ShownRow extends Omit<PeriodRow, 'counts'> {
  figures: ShownFigures;
}

/** Whether a row is one that the filter asks for. */
export function isAskedFor({ kind, only, search }: RowFilter): (row: ShownRow) => boolean {
  const needle = plain(search ?? '');
  return (row) =>
    (kind === undefined || row.kind === kind) &&
    (only === undefined || isNarrowed[only](row)) &&
    (needle === '' || [row.code, row.name, row.nameEn].some((text) => plain(text).includes(needle)));
}

const isNarrowed: Readonly<Record<Narrowing, (row: ShownRow) => boolean>> = {
  notYet: ({ figures }) => figures.notYet > 0,
  skipped: ({ figures }) => figures.skipped > 0,
  late: ({ figures }) => figures.heldLate + figures.heldReportedLate > 0,
  suggested: ({ figures }) => figures.suggested > 0,
  small: ({ counted }) => !counted,
};

/** Full-width letters and capitals are the same as others to whoever looks for a name. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The order of a table. Equal ones by their codes, so that pages neither repeat nor miss a row. */
export function rowOrder(sort: SortKey, order: 'asc' | 'desc'): (a: ShownRow, b: ShownRow) => number {
  const direction = order === 'asc' ? 1 : -1;
  const value = sortValues[sort];
  return (a, b) => {
    const byCode = a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
    if (value === null) return byCode * direction;
    return (value(a.figures) - value(b.figures)) * direction || byCode;
  };
}

const sortValues: Readonly<Record<SortKey, ((figures: ShownFigures) => number) | null>> = {
  code: null,
  target: (figures) => figures.target,
  delivered: (figures) => shareRank(figures.delivered),
  heard: (figures) => shareRank(figures.heard),
  held: (figures) => figures.heldShare ?? -1,
  participation: (figures) => figures.participation ?? -1,
  insights: (figures) => figures.insights,
  suggested: (figures) => figures.suggested,
};

/** The rows below `top`, each behind the one above it, siblings in the given order; with their depth, from 0. */
export function inTreeOrder(
  rows: readonly ShownRow[],
  top: string,
  order: (a: ShownRow, b: ShownRow) => number,
): (ShownRow & { depth: number })[] {
  const below = Map.groupBy(rows, (row) => row.parentId ?? '');
  const ordered: (ShownRow & { depth: number })[] = [];
  const seen = new Set<string>([top]);
  const walk = (id: string, depth: number) => {
    for (const row of [...(below.get(id) ?? [])].sort(order)) {
      // Places of different months may close a circle.
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      ordered.push({ ...row, depth });
      walk(row.id, depth + 1);
    }
  };
  walk(top, 0);
  return ordered;
}
