import type { Narrowing, ReportMonth, SortKey } from '../../edges/http/contract/reports.ts';

/** What the quality department looks at. */
export interface Question {
  /** yyyy-mm: the last of the months. */
  to: string;
  /** How many months, the last included. */
  span: number;
  /** Null: the whole company. */
  under: { id: string; name: { ja: string; en: string } } | null;
  view: 'tree' | 'list';
  kind: string | null;
  only: Narrowing | null;
  search: string;
  sort: SortKey;
  order: 'asc' | 'desc';
}

export const spans = [1, 3, 6, 12, 24, 36] as const;

export function firstQuestion(latest: ReportMonth): Question {
  return {
    to: latest.month,
    span: 1,
    under: null,
    view: 'tree',
    kind: null,
    only: null,
    search: '',
    sort: 'code',
    order: 'asc',
  };
}

/** `2026-12`, 12 → `2026-01`: the first of so many months. */
export function firstMonth(to: string, span: number): string {
  const months = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - span;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The query of GET /api/reports/rows and of the file. */
export function rowsQuery(question: Question, under: string | null): URLSearchParams {
  const query = new URLSearchParams({
    from: firstMonth(question.to, question.span),
    to: question.to,
    view: question.view,
    sort: question.sort,
    order: question.order,
  });
  if (under) query.set('under', under);
  if (question.view === 'tree') return query;
  if (question.kind) query.set('kind', question.kind);
  if (question.only) query.set('only', question.only);
  if (question.search) query.set('search', question.search);
  return query;
}

/** The direction in which a column is first asked for: names from A, what needs care from the least. */
export function firstOrder(sort: SortKey): 'asc' | 'desc' {
  return sort === 'insights' || sort === 'suggested' || sort === 'target' ? 'desc' : 'asc';
}
