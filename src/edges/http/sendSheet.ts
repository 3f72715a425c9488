import type { Response } from 'restify';
import { csvOf } from '../../platform/sheets/csv.ts';
import type { Sheet } from '../../platform/sheets/sheet.ts';
import { xlsxOf } from '../../platform/sheets/xlsx.ts';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type SheetFormat = keyof typeof mediaTypes;

/** Answers with a table as a file that nobody keeps in between. @param name without its ending */
export async function sendSheet(
  res: Response,
  sheet: Sheet,
  format: SheetFormat,
  name: string,
): Promise<void> {
  const content = format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet);
  res.setHeader('Content-Type', mediaTypes[format]);
  res.setHeader('Content-Length', String(content.length));
  res.setHeader('Content-Disposition', `attachment; filename="${name}.${format}"`);
  res.setHeader('Cache-Control', 'no-store');
  res.writeHead(200);
  res.end(content);
}
