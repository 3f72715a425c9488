/** Reports: who was reached, who heard, which workplaces talked about it. Numbers, never names. */
export { type CompanyReport, companyReport, mostMonths, reportMonths } from './companyReport.ts';
export { companyId, refreshFigures } from './countMonth.ts';
export { type DepartmentReport, departmentReports } from './departmentReport.ts';
export {
  departmentRows,
  exportRows,
  type FileRow,
  type Rows,
  type RowsQuestion,
} from './departmentRows.ts';
export { reportAccess } from './reports.policy.ts';
export type { CountedMonth } from './reports.store.ts';
export { narrowings, type ShownRow, sortKeys } from './rows.rules.ts';
export type { Share, ShownFigures } from './shown.rules.ts';
