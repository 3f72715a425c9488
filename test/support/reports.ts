import {
  departmentReports,
  departmentRows,
  type RowsQuestion,
  refreshFigures,
} from '../../src/domain/reports/index.ts';
import type { PersonName } from './company.ts';
import type { TestApp } from './testApp.ts';

/** The month of the sample. */
export const december = { from: '2026-12', to: '2026-12' } as const;

/** Time for everybody's figures to be counted anew. */
export async function counted(t: TestApp): Promise<void> {
  t.clock.advance({ minutes: 11 });
  await refreshFigures(t.ctx);
}

/** Departments by their names, as the quality department asks for them. */
export async function rowsOf(t: TestApp, question: Partial<RowsQuestion> = {}, who: PersonName = 'asagi') {
  const { own, rows, total } = await departmentRows(
    t.as(who),
    { ...december, view: 'list', under: null, sort: 'code', order: 'asc', ...question },
    { offset: 0, limit: 500 },
  );
  return { own, rows, total, row: (code: string) => rows.find((one) => one.code === code) };
}

/** The departments that somebody leads. */
export async function ownReports(t: TestApp, who: PersonName) {
  return departmentReports(t.as(who), { months: 12 });
}
