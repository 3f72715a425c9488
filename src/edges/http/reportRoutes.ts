import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import * as reports from '../../domain/reports/index.ts';
import { localeFromHeader } from '../../platform/i18n/i18n.ts';
import { fileQuerySchema, type ReportAccess, rowsQuerySchema, trendQuerySchema } from './contract/reports.ts';
import { type Door, parse } from './door.ts';
import { presentOwnReports, presentReportMonths, presentRows, presentTrend } from './presentReport.ts';
import { reportSheet } from './reportFile.ts';
import { sendSheet } from './sendSheet.ts';

/** Months on a leader's page. */
const leadersMonths = 12;

/** The routes of the reports (contract/reports.ts). */
export function mountReports(server: Server, ctx: Ctx, { json, signedIn }: Door): void {
  server.get(
    '/api/reports/access',
    json(async (req): Promise<ReportAccess> => reports.reportAccess(await signedIn(req))),
  );
  server.get(
    '/api/reports/departments/own',
    json(async (req) => {
      const found = await reports.departmentReports(await signedIn(req), { months: leadersMonths });
      return presentOwnReports(found, ctx.settings);
    }),
  );
  server.get(
    '/api/reports/months',
    json(async (req) => presentReportMonths(await reports.reportMonths(await signedIn(req)), ctx.settings)),
  );
  server.get(
    '/api/reports/trend',
    json(async (req) => {
      const acting = await signedIn(req);
      const { department, ...period } = queryOf(trendQuerySchema, req);
      return presentTrend(await reports.companyReport(acting, { ...period, departmentId: department }));
    }),
  );
  server.get(
    '/api/reports/rows',
    json(async (req) => {
      const acting = await signedIn(req);
      const { offset, limit, ...question } = queryOf(rowsQuerySchema, req);
      return presentRows(await reports.departmentRows(acting, question, { offset, limit }), ctx.settings);
    }),
  );
  server.get(
    '/api/reports/file',
    json(async (req, res) => sendFile(await signedIn(req), req, res)),
  );
}

async function sendFile(acting: Ctx, req: Request, res: Response): Promise<void> {
  const { format, ...question } = queryOf(fileQuerySchema, req);
  const locale = localeFromHeader(req.header('accept-language'));
  const rows = await reports.exportRows(acting, question, format);
  const sheet = reportSheet(rows, question, acting.settings, locale);
  const { from, to } = question;
  await sendSheet(res, sheet, format, from === to ? `kikidoki-${from}` : `kikidoki-${from}-${to}`);
}

/** @throws AppError input.invalid */
function queryOf<T>(schema: z.ZodType<T>, req: Request): T {
  return parse(schema, Object.fromEntries(new URLSearchParams(req.getQuery())), 'query');
}
