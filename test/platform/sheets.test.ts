import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/platform/sheets/csv.ts';
import type { Sheet } from '../../src/platform/sheets/sheet.ts';
import { xlsxOf } from '../../src/platform/sheets/xlsx.ts';

const sheet: Sheet = {
  name: '参加状況 2026-12',
  columns: [
    { title: '部署', width: 30 },
    { title: '対象者数', width: 10 },
    { title: '聴いた割合', width: 10 },
    { title: '備考', width: 10 },
  ],
  rows: [
    ['自動車保険金サービス第一課', 23, { share: 0.4567 }, null],
    ['=HYPERLINK("http://evil.example","開く")', -5, { share: 1 }, '段階で表示'],
    ['＝1+1', 0, null, 'A & B <課>'],
  ],
};

describe('a table as CSV', () => {
  const text = csvOf(sheet).toString('utf8');

  it('opens in Japanese Excel by a double click', () => {
    expect(text.startsWith('\uFEFF部署,対象者数,聴いた割合,備考\r\n')).toBe(true);
    expect(text).toContain('自動車保険金サービス第一課,23,0.457,\r\n');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('holds no formula', () => {
    expect(text).toContain('"\'=HYPERLINK(""http://evil.example"",""開く"")",-5,1,段階で表示');
    expect(text).toContain("'＝1+1,0,,A & B <課>");
    for (const start of ['+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＋1', '－1', '＠A1']) {
      const csv = csvOf({ name: '', columns: [{ title: 'x', width: 1 }], rows: [[start]] }).toString('utf8');
      expect(csv.split('x\r\n')[1]).toMatch(/^"?'/);
    }
  });
});

describe('a table as an Excel workbook', () => {
  it('opens, with titles in sight and columns that filter', async () => {
    const files = unzipSync(await xlsxOf(sheet));
    expect(Object.keys(files).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const cells = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(cells).toContain('<c r="A2" t="inlineStr"><is><t>自動車保険金サービス第一課');
    expect(cells).toContain('<c r="B2"><v>23</v></c><c r="C2" s="2"><v>0.4567</v></c></row>');
    expect(cells).toContain('A &amp; B &lt;課&gt;');
    expect(cells).toContain('<autoFilter ref="A1:D4"/>');
    expect(cells).not.toContain('<f>');
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="参加状況 2026-12"');
  });
});
