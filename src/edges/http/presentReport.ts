import type {
  CompanyReport,
  CountedMonth,
  DepartmentReport,
  Rows,
  ShownRow,
} from '../../domain/reports/index.ts';
import type { Settings } from '../../platform/settings.ts';
import type {
  OwnReports,
  ReportDepartment,
  ReportMonth,
  ReportMonths,
  ReportRow,
  ReportRows,
  Trend,
} from './contract/reports.ts';
import { label } from './present.ts';

export function presentOwnReports(
  { latest, reports }: { latest: CountedMonth | null; reports: DepartmentReport[] },
  settings: Settings,
): OwnReports {
  return {
    latest: latest && presentMonth(latest),
    bandsBelow: settings.listening.bandsBelow,
    reports: reports.map(({ department, ...report }) => ({
      department: departmentOf(department),
      ...report,
    })),
  };
}

export function presentReportMonths(months: readonly CountedMonth[], settings: Settings): ReportMonths {
  return {
    months: months.map(presentMonth),
    kinds: Object.keys(settings.departmentKinds).map((key) => label(settings.departmentKinds, key)),
    bandsBelow: settings.listening.bandsBelow,
  };
}

export function presentTrend({ department, months, total }: CompanyReport): Trend {
  return { department: department && departmentOf(department), months, total };
}

export function presentRows({ own, rows, total }: Rows, settings: Settings): ReportRows {
  return {
    own: own && presentRow(own, settings),
    rows: rows.map((row) => presentRow(row, settings)),
    total,
  };
}

function presentRow(row: ShownRow, settings: Settings): ReportRow {
  const { parentName, parentNameEn, children, gone, figures } = row;
  return {
    ...departmentOf(row),
    kind: label(settings.departmentKinds, row.kind),
    above: parentName === null ? null : { ja: parentName, en: parentNameEn ?? parentName },
    children,
    gone,
    figures,
  };
}

function departmentOf({
  id,
  code,
  name,
  nameEn,
}: Record<'id' | 'code' | 'name' | 'nameEn', string>): ReportDepartment {
  return { id, code, name: { ja: name, en: nameEn } };
}

function presentMonth({ month, editionId, state, dueOn, countedAt }: CountedMonth): ReportMonth {
  return { month, editionId, state, dueOn, countedAt: countedAt.toISOString() };
}
