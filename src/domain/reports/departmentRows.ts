import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { requirePeriod } from './companyReport.ts';
import { companyId } from './countMonth.ts';
import { requireQuality } from './reports.policy.ts';
import { type Period, periodRows } from './reports.store.ts';
import { inTreeOrder, type PeriodRow, type RowFilter, type ShownRow, type SortKey } from './rows.rules.ts';
import { shownFigures } from './shown.rules.ts';

/** What a table of departments is asked for. */
export interface RowsQuestion extends Period, RowFilter {
  /** `tree`: the departments directly under one, each with all below it; `list`: all below it, each by itself. */
  view: 'tree' | 'list';
  /** Null: the company. */
  under: string | null;
  sort: SortKey;
  order: 'asc' | 'desc';
}

export interface Rows {
  /** Figures of `under` by itself, where an edition reached it; trees only. */
  own: ShownRow | null;
  rows: ShownRow[];
  /** How many there are in all. */
  total: number;
}

/**
 * A part of the table of departments.
 *
 * @param part which of the rows, counted from 0
 * @throws AppError signIn.required, forbidden (the quality department only), report.badPeriod
 */
export async function departmentRows(
  ctx: Ctx,
  question: RowsQuestion,
  part: { offset: number; limit: number },
): Promise<Rows> {
  await requireQuality(ctx);
  requirePeriod(question);
  const { under, view } = question;
  const asked = { ...question, part };
  if (view === 'list') {
    const { rows, total } = await periodRows(ctx.db, question, 'own', under ? { below: under } : null, asked);
    return { own: null, rows: rows.map(shown), total };
  }
  const below = await periodRows(ctx.db, question, 'all', { under: under ?? companyId }, asked);
  const own = under ? await periodRows(ctx.db, question, 'own', { id: under }) : null;
  return { own: own?.rows.map(shown)[0] ?? null, rows: below.rows.map(shown), total: below.total };
}

/** A row of a file: trees say how deep it is. */
export type FileRow = ShownRow & { depth: number };

/**
 * All rows of a table, for a file. Who took which one is kept.
 *
 * @throws AppError signIn.required, forbidden (the quality department only), report.badPeriod
 */
export async function exportRows(ctx: Ctx, question: RowsQuestion, format: string): Promise<FileRow[]> {
  await requireQuality(ctx);
  requirePeriod(question);
  const { from, to, view, under } = question;
  await audit(ctx, 'reports.export', under ?? companyId, { format, from, to, view });
  const which = under ? { below: under } : null;
  if (view === 'list') {
    const { rows } = await periodRows(ctx.db, question, 'own', which, question);
    return rows.map((row) => ({ ...shown(row), depth: 0 }));
  }
  // A tree with gaps would be none: it is not narrowed.
  const { sort, order } = question;
  const { rows } = await periodRows(ctx.db, question, 'all', which, { sort, order });
  return inTreeOrder(rows.map(shown), under ?? companyId);
}

function shown({ counts, ...row }: PeriodRow): ShownRow {
  return { ...row, figures: shownFigures(counts, row.counted, 'quality') };
}
