import type { FileRow, RowsQuestion, Share } from '../../domain/reports/index.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Cell, Sheet } from '../../platform/sheets/sheet.ts';

interface Column {
  /** Below `reports.column` in the catalogs. */
  name: string;
  width: number;
  cell(row: FileRow): Cell;
}

/** The table of departments as it goes into a file: no names of people, bands as words. */
export function reportSheet(
  rows: readonly FileRow[],
  { from, to, view }: Pick<RowsQuestion, 'from' | 'to' | 'view'>,
  settings: Settings,
  locale: Locale,
): Sheet {
  const t = translator(locale);
  const columns = columnsOf(view, `${from}${from === to ? '' : ` – ${to}`}`, settings, locale);
  return {
    name: String(t('reports.sheet', { from, to })),
    columns: columns.map(({ name, width }) => ({ title: String(t(`reports.column.${name}`)), width })),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  };
}

function columnsOf(view: RowsQuestion['view'], period: string, settings: Settings, locale: Locale): Column[] {
  const t = translator(locale);
  const isJa = locale === 'ja';
  // Looked up once: a file has thousands of them.
  const band = {
    none: String(t('reports.band.none')),
    some: String(t('reports.band.some')),
    half: String(t('reports.band.half')),
    most: String(t('reports.band.most')),
  };
  const many = (share: Share): Cell => (share.kind === 'count' ? share.count : band[share.band]);
  const part = (share: Share): Cell => (share.kind === 'count' ? percent(share.share) : null);
  const depth: Column = { name: 'depth', width: 6, cell: (row) => row.depth + 1 };
  const figure = (name: string, of: (figures: FileRow['figures']) => Cell): Column => ({
    name,
    width: 11,
    cell: (row) => of(row.figures),
  });
  return [
    { name: 'period', width: 18, cell: () => period },
    ...(view === 'tree' ? [depth] : []),
    { name: 'code', width: 14, cell: (row) => row.code },
    { name: 'name', width: 32, cell: (row) => (isJa ? row.name : row.nameEn) },
    { name: 'above', width: 28, cell: (row) => (isJa ? row.parentName : row.parentNameEn) },
    {
      name: 'kind',
      width: 16,
      cell: (row) => settings.departmentKinds[row.kind]?.[locale] ?? row.kind,
    },
    figure('departments', (one) => one.departments),
    figure('target', (one) => one.target),
    figure('channels', (one) => one.channels),
    figure('cards', (one) => one.cards),
    figure('delivered', (one) => many(one.delivered)),
    figure('deliveredShare', (one) => part(one.delivered)),
    figure('heard', (one) => many(one.heard)),
    figure('heardShare', (one) => part(one.heard)),
    figure('heldInTime', (one) => one.heldInTime),
    figure('heldReportedLate', (one) => one.heldReportedLate),
    figure('heldLate', (one) => one.heldLate),
    figure('skipped', (one) => one.skipped),
    figure('underWay', (one) => one.underWay),
    figure('notYet', (one) => one.notYet - one.underWay),
    figure('missed', (one) => one.missed),
    figure('heldShare', (one) => percent(one.heldShare)),
    figure('participants', (one) => one.participants),
    figure('participation', (one) => percent(one.participation)),
    figure('insights', (one) => one.insights),
    figure('suggested', (one) => one.suggested),
    { name: 'remark', width: 30, cell: remarks(locale) },
  ];
}

function percent(share: number | null): Cell {
  return share === null ? null : { share };
}

/** What a row needs said beside its figures. */
function remarks(locale: Locale): (row: FileRow) => Cell {
  const t = translator(locale);
  const [band, gone, separator] = [
    String(t('reports.remark.band')),
    String(t('reports.remark.gone')),
    String(t('reports.remark.separator')),
  ];
  return (row) => [...(row.counted ? [] : [band]), ...(row.gone ? [gone] : [])].join(separator);
}
