import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ownReportsSchema,
  reportAccessSchema,
  reportMonthsSchema,
  reportRowsSchema,
  trendSchema,
} from '../../../src/edges/http/contract/reports.ts';
import type { PersonName } from '../../support/company.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { counted } from '../../support/reports.ts';
import { openSharedTestApp, type TestApp } from '../../support/testApp.ts';

const month = 'from=2026-12&to=2026-12';

describe('the reports', () => {
  let t: TestApp;
  beforeAll(async () => {
    const stop = await openSharedTestApp((opened) => (t = opened), { listening: true });
    await openedEdition(t);
    for (const voice of ['noNews', 'firstWords'] as const) await hear(t, 'momose', voice);
    await t.settled();
    await counted(t);
    return stop;
  });

  const get = async (who: PersonName, path: string, headers: Record<string, string> = {}) =>
    call(t, 'GET', path, { token: (await signIn(t, who)).token, headers });

  it('answer as the contract says', async () => {
    expect(reportAccessSchema.parse((await get('enoki', '/api/reports/access')).body)).toEqual({
      departments: 1,
      company: false,
    });
    expect(reportAccessSchema.parse((await get('kajiura', '/api/reports/access')).body)).toEqual({
      departments: 0,
      company: false,
    });
    const own = ownReportsSchema.parse((await get('enoki', '/api/reports/departments/own')).body);
    expect(own.reports).toHaveLength(1);
    const months = reportMonthsSchema.parse((await get('asagi', '/api/reports/months')).body);
    expect(months.months.map((one) => one.month)).toEqual(['2026-12']);
    const trend = trendSchema.parse((await get('asagi', `/api/reports/trend?${month}`)).body);
    expect(trend.months).toHaveLength(1);
    const rows = reportRowsSchema.parse((await get('asagi', `/api/reports/rows?${month}`)).body);
    expect(rows.rows.map((row) => row.code)).toContain('CL-HEAD');
  });

  it('come in parts that neither repeat nor miss a department', async () => {
    const part = async (offset: number) =>
      reportRowsSchema.parse(
        (
          await get(
            'asagi',
            `/api/reports/rows?${month}&view=list&sort=heard&order=desc&limit=5&offset=${offset}`,
          )
        ).body,
      );
    const parts = [await part(0), await part(5), await part(10)];
    const codes = parts.flatMap((one) => one.rows.map((row) => row.code));
    expect(new Set(codes).size).toBe(parts[0]?.total);
    expect(codes).toHaveLength(parts[0]?.total ?? 0);
  });

  it('refuse whoever may not see them, and questions that make no sense', async () => {
    expect((await call(t, 'GET', '/api/reports/access')).status).toBe(401);
    for (const path of ['months', `trend?${month}`, `rows?${month}`, `file?${month}&format=csv`]) {
      expect((await get('enoki', `/api/reports/${path}`)).status, path).toBe(403);
    }
    expect((await get('kajiura', '/api/reports/departments/own')).status).toBe(403);
    for (const query of [
      '',
      '?from=2026-13&to=2026-13',
      '?from=2026-12&to=2026-11',
      `?${month}&sort=name`,
      `?${month}&limit=5000`,
    ]) {
      expect((await get('asagi', `/api/reports/rows${query}`)).status, query).toBe(400);
    }
    const nowhere = '01980000-0000-7000-8000-000000000000';
    expect((await get('asagi', `/api/reports/trend?${month}&department=${nowhere}`)).status).toBe(404);
  });

  it('come as CSV, with bands for few people and no names', async () => {
    const answer = await get('asagi', `/api/reports/file?${month}&view=list&format=csv`, {
      'accept-language': 'ja',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('kikidoki-2026-12.csv');
    const lines = String(answer.body).split('\r\n');
    expect(lines[0]).toContain('対象月,部署コード,部署,上位部署');
    const minato = lines.find((line) => line.includes('SL-MINATO'))?.split(',');
    expect(minato).toContain('一部の方');
    expect(minato).toContain('人数が分からないよう、段階で表示');
    const people = await t.ctx.db.person.findMany({ select: { name: true } });
    for (const { name } of people) expect(String(answer.body)).not.toContain(name);
  });

  it('come as a workbook, trees with their levels, in English too', async () => {
    const { token } = await signIn(t, 'asagi');
    const answer = await fetch(`${t.url}/api/reports/file?${month}&view=tree&format=xlsx`, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
    });
    expect(answer.status).toBe(200);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('Level');
    expect(sheet.indexOf('Claims Service Division')).toBeLessThan(sheet.indexOf('Motor Claims'));
  });
});
