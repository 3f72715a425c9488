import { z } from 'zod';
import { bilingualSchema, labelSchema } from '../contract.ts';

/** Participation: what the pages and the server say to each other about who was reached, who heard, who talked. */

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const ratio = z.number().nullable();

/** Of those concerned: a count, or a band where a count would show too much. */
export const shareSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: z.int(), share: ratio }),
  z.object({ kind: z.literal('band'), band: z.enum(['none', 'some', 'half', 'most']) }),
]);
export type Share = z.infer<typeof shareSchema>;

export const figuresSchema = z.object({
  /** Departments that the edition reached; over several months, once for each month. */
  departments: z.int(),
  /** 対象者数 */
  target: z.int(),
  /** Departments with a channel or chat, and those whose card arrived. */
  channels: z.int(),
  cards: z.int(),
  /** People whose card arrived. */
  delivered: shareSchema,
  heard: shareSchema,
  heldInTime: z.int(),
  heldReportedLate: z.int(),
  heldLate: z.int(),
  skipped: z.int(),
  /** Still to be held; of these `underWay` have begun. */
  notYet: z.int(),
  underWay: z.int(),
  /** The month is over without it. */
  missed: z.int(),
  /** 0–1 of the departments. */
  heldShare: ratio,
  participants: z.int(),
  participation: ratio,
  insights: z.int(),
  suggested: z.int(),
});
export type Figures = z.infer<typeof figuresSchema>;

export const monthFiguresSchema = z.object({ month: z.string(), figures: figuresSchema });
export type MonthFigures = z.infer<typeof monthFiguresSchema>;

const departmentSchema = z.object({ id: z.uuid(), code: z.string(), name: bilingualSchema });
export type ReportDepartment = z.infer<typeof departmentSchema>;

export const reportMonthSchema = z.object({
  month: z.string(),
  editionId: z.uuid(),
  state: z.enum(['open', 'closed']),
  /** yyyy-mm-dd */
  dueOn: z.string(),
  /** ISO instant: as of when people were counted. */
  countedAt: z.iso.datetime(),
});
export type ReportMonth = z.infer<typeof reportMonthSchema>;

/** GET /api/reports/access: what of the reports the signed-in person may open. Everybody may ask. */
export const reportAccessSchema = z.object({
  /** How many departments they lead. */
  departments: z.int(),
  company: z.boolean(),
});
export type ReportAccess = z.infer<typeof reportAccessSchema>;

/** GET /api/reports/departments/own: head, promoter and deputy. */
export const ownReportsSchema = z.object({
  latest: reportMonthSchema.nullable(),
  bandsBelow: z.int(),
  reports: z.array(
    z.object({
      department: departmentSchema,
      /** Oldest first, the newest twelve. */
      months: z.array(monthFiguresSchema),
      withBelow: z.array(monthFiguresSchema).nullable(),
      discussion: z
        .enum(['waiting', 'reflecting', 'revealed', 'talking', 'wrapped_up', 'skipped'])
        .nullable(),
    }),
  ),
});
export type OwnReports = z.infer<typeof ownReportsSchema>;

/** GET /api/reports/months: what a report can be asked about. The quality department only, as all below. */
export const reportMonthsSchema = z.object({
  /** Newest first. */
  months: z.array(reportMonthSchema),
  kinds: z.array(labelSchema),
  bandsBelow: z.int(),
});
export type ReportMonths = z.infer<typeof reportMonthsSchema>;

/** GET /api/reports/trend?from=&to=&department=: the company, or a department with all below it, month by month. */
export const trendQuerySchema = z.object({
  from: month,
  to: month,
  department: z.uuid().nullable().default(null),
});
export const trendSchema = z.object({
  department: departmentSchema.nullable(),
  /** Oldest first. */
  months: z.array(monthFiguresSchema),
  /** All of them together; null where there are none. */
  total: figuresSchema.nullable(),
});
export type Trend = z.infer<typeof trendSchema>;

export const sortKeySchema = z.enum([
  'code',
  'target',
  'delivered',
  'heard',
  'held',
  'participation',
  'insights',
  'suggested',
]);
export type SortKey = z.infer<typeof sortKeySchema>;
export const narrowingSchema = z.enum(['notYet', 'skipped', 'late', 'suggested', 'small']);
export type Narrowing = z.infer<typeof narrowingSchema>;

/** Most rows in one answer. */
export const mostRows = 500;

/**
 * GET /api/reports/rows: departments with their sums over the months. `tree`: those directly under one, each with all
 * below it; `list`: all below it, each by itself.
 */
export const rowsQuerySchema = z.object({
  from: month,
  to: month,
  view: z.enum(['tree', 'list']).default('tree'),
  under: z.uuid().nullable().default(null),
  kind: z.string().max(40).optional(),
  only: narrowingSchema.optional(),
  search: z.string().max(100).optional(),
  sort: sortKeySchema.default('code'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(mostRows).default(100),
});
export type RowsQuery = z.infer<typeof rowsQuerySchema>;

export const reportRowSchema = departmentSchema.extend({
  kind: labelSchema,
  /** The department above it; null at the top. */
  above: bilingualSchema.nullable(),
  /** Departments directly below it. */
  children: z.int(),
  /** Takes no part any more. */
  gone: z.boolean(),
  figures: figuresSchema,
});
export type ReportRow = z.infer<typeof reportRowSchema>;

export const reportRowsSchema = z.object({
  /** In a tree: the figures of `under` by itself. */
  own: reportRowSchema.nullable(),
  rows: z.array(reportRowSchema),
  total: z.int(),
});
export type ReportRows = z.infer<typeof reportRowsSchema>;

/** GET /api/reports/file?format=…&(as rows): all rows as a file, in the language of Accept-Language. */
export const fileQuerySchema = rowsQuerySchema
  .omit({ offset: true, limit: true })
  .extend({ format: z.enum(['csv', 'xlsx']) });
export type FileFormat = 'csv' | 'xlsx';
