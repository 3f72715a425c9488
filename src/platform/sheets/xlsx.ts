import type { Cell, Sheet } from './sheet.ts';
import { zipOf } from './zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indexes of `cellXfs` below. */
const styles = { plain: 0, title: 1, percent: 2 } as const;

/**
 * A table as an Excel workbook (ECMA-376, transitional) of one sheet: the titles stay in sight, and each column can be
 * filtered. Words are written as words, so that none can be a formula.
 */
export async function xlsxOf(sheet: Sheet): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${attribute(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  });
}

function worksheet({ columns, rows }: Sheet): string {
  const widths = columns
    .map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('');
  const letters = columns.map((_, index) => columnLetters(index));
  const lines = [
    row(
      1,
      columns.map((column) => column.title),
      letters,
      styles.title,
    ),
    ...rows.map((cells, index) => row(index + 2, cells, letters, styles.plain)),
  ];
  const area = `A1:${letters.at(-1) ?? 'A'}${rows.length + 1}`;
  return `${head}<worksheet xmlns="${main}"><dimension ref="${area}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${area}"/></worksheet>`;
}

function row(number: number, cells: readonly Cell[], letters: readonly string[], style: number): string {
  const look = style === styles.plain ? '' : ` s="${style}"`;
  let xml = `<row r="${number}">`;
  for (const [index, cell] of cells.entries()) {
    const place = `${letters[index]}${number}`;
    if (cell === null) continue;
    if (typeof cell === 'number') xml += `<c r="${place}"><v>${cell}</v></c>`;
    else if (typeof cell === 'object')
      xml += `<c r="${place}" s="${styles.percent}"><v>${Math.round(cell.share * 10_000) / 10_000}</v></c>`;
    else
      xml += `<c r="${place}"${look} t="inlineStr"><is><t${/^\s|\s$/.test(cell) ? ' xml:space="preserve"' : ''}>${text(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** What Excel allows in the name of a sheet. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** Words that stand in XML as they are: everything in common use but &, < and >. */
const usual = /^[\t\n\r -%'-;=?-\uD7FF\uE000-\uFFFD]*$/;
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function text(words: string): string {
  // Most words need nothing, and a file has tens of thousands of them.
  if (usual.test(words)) return words;
  return words
    .replaceAll(impossible, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function attribute(words: string): string {
  return text(words).replaceAll('"', '&quot;');
}
