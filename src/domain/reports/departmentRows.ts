import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { requirePeriod } from './companyReport.ts';
import { companyId } from './countMonth.ts';
import { requireQuality } from './reports.policy.ts';
import { type Period, type PeriodRow, periodRows } from './reports.store.ts';
import {
  inTreeOrder,
  isAskedFor,
  type RowFilter,
  rowOrder,
  type ShownRow,
  type SortKey,
} from './rows.rules.ts';
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
  const { own, rows } = question.view === 'tree' ? await branch(ctx, question) : await list(ctx, question);
  return { own, rows: rows.slice(part.offset, part.offset + part.limit), total: rows.length };
}

async function branch(ctx: Ctx, question: RowsQuestion): Promise<Pick<Rows, 'own' | 'rows'>> {
  const { under, sort, order } = question;
  const rows = await periodRows(ctx.db, question, 'all', { under: under ?? companyId });
  const own = under ? await periodRows(ctx.db, question, 'own', { id: under }) : [];
  return {
    own: own.map(shown)[0] ?? null,
    rows: rows.map(shown).filter(isAskedFor(question)).sort(rowOrder(sort, order)),
  };
}

async function list(ctx: Ctx, question: RowsQuestion): Promise<Pick<Rows, 'own' | 'rows'>> {
  const { under, sort, order } = question;
  const rows = await periodRows(ctx.db, question, 'own', under ? { below: under } : undefined);
  return { own: null, rows: rows.map(shown).filter(isAskedFor(question)).sort(rowOrder(sort, order)) };
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
  const { from, to, view, under, sort, order } = question;
  await audit(ctx, 'reports.export', under ?? companyId, { format, from, to, view });
  if (view === 'list') return (await list(ctx, question)).rows.map((row) => ({ ...row, depth: 0 }));
  const which = under ? { below: under } : undefined;
  const rows = (await periodRows(ctx.db, question, 'all', which)).map(shown);
  return inTreeOrder(rows, under ?? companyId, rowOrder(sort, order)).filter(isAskedFor(question));
}

function shown({ counts, ...row }: PeriodRow): ShownRow {
  return { ...row, figures: shownFigures(counts, row.counted, 'quality') };
}
