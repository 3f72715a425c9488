import type { Counts } from './counts.rules.ts';
import type { ShownFigures } from './shown.rules.ts';

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

/** A department over a period, where it stood in the last month in which it was there. */
export interface PeriodRow {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: string;
  /** Takes no part any more. */
  gone: boolean;
  parentId: string | null;
  parentName: string | null;
  parentNameEn: string | null;
  children: number;
  /** Figures may be shown as counts: in every month of the period. */
  counted: boolean;
  counts: Counts;
}

/** A row of the table: a department, with figures that may be shown. */
export interface ShownRow extends Omit<PeriodRow, 'counts'> {
  figures: ShownFigures;
}

/** Full-width letters and capitals are the same as others to whoever looks for a name. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The rows below `top`, each behind the one above it, siblings as they come; with their depth, from 0. */
export function inTreeOrder(rows: readonly ShownRow[], top: string): (ShownRow & { depth: number })[] {
  const below = Map.groupBy(rows, (row) => row.parentId ?? '');
  const ordered: (ShownRow & { depth: number })[] = [];
  const seen = new Set<string>([top]);
  const walk = (id: string, depth: number) => {
    for (const row of below.get(id) ?? []) {
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
