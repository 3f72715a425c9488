import type { Cell, Sheet } from './sheet.ts';

/** Spreadsheets take what begins so for a formula; full-width signs too, which Japanese Excel reads alike. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as CSV (RFC 4180) that Japanese Excel opens by a double click: UTF-8 with a mark, lines end in CR LF. Words that
 * a spreadsheet would take for a formula get an apostrophe in front, which it shows as text.
 */
export function csvOf({ columns, rows }: Sheet): Buffer {
  const lines = [columns.map((column) => column.title), ...rows].map((row) => row.map(field).join(','));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return (Math.round(cell.share * 1000) / 1000).toString();
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
