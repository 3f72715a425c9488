import { describe, expect, it } from 'vitest';
import { type Ctx, systemActor } from '../../../src/domain/context.ts';
import {
  companyReport,
  departmentReports,
  departmentRows,
  exportRows,
  reportAccess,
  reportMonths,
} from '../../../src/domain/reports/index.ts';
import { AppError } from '../../../src/platform/errors.ts';
import type { PersonName } from '../../support/company.ts';
import { openedEdition } from '../../support/editions.ts';
import { counted, december, ownReports } from '../../support/reports.ts';
import { openTestApp } from '../../support/testApp.ts';

/** One person for each role; some of them lead a department besides. */
const people = {
  member: 'kajiura',
  promoter: 'mizusawa',
  head: 'enoki',
  officer: 'misono',
  curator: 'asagi',
  approver: 'kiryu',
  triager: 'kitta',
  administrator: 'tsutsumi',
} as const satisfies Record<string, PersonName>;
type Role = keyof typeof people | 'left' | 'nobody';
const everybody = Object.keys(people) as Role[];
const roles: Role[] = [...everybody, 'left', 'nobody'];
const quality: Role[] = ['curator', 'approver', 'triager'];

const question = { ...december, view: 'list', under: null, sort: 'code', order: 'asc' } as const;

const acts: { act: string; may: Role[]; run: (ctx: Ctx) => Promise<unknown> }[] = [
  { act: 'reportAccess', may: everybody, run: (ctx) => reportAccess(ctx) },
  {
    act: 'departmentReports',
    may: ['promoter', 'head'],
    run: (ctx) => departmentReports(ctx, { months: 12 }),
  },
  { act: 'reportMonths', may: quality, run: (ctx) => reportMonths(ctx) },
  {
    act: 'companyReport',
    may: quality,
    run: (ctx) => companyReport(ctx, { ...december, departmentId: null }),
  },
  {
    act: 'departmentRows',
    may: quality,
    run: (ctx) => departmentRows(ctx, question, { offset: 0, limit: 5 }),
  },
  { act: 'exportRows', may: quality, run: (ctx) => exportRows(ctx, question, 'csv') },
];

describe('who may', () => {
  it('see which figures, role by role', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await counted(t);
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
    const leaders = new Set(
      await Promise.all(
        Object.entries(people).map(async ([role, name]) => {
          const posts = await t.ctx.db.post.count({
            where: { personId: t.people[name].id, role: { in: ['head', 'promoter', 'deputy'] } },
          });
          return posts > 0 ? role : '';
        }),
      ),
    );
    const found: Record<string, Record<string, string>> = {};
    const expected: Record<string, Record<string, string>> = {};
    for (const { act, may, run } of acts) {
      found[act] = {};
      expected[act] = {};
      for (const role of roles) {
        const ctx =
          role === 'nobody'
            ? { ...t.ctx, actor: systemActor }
            : t.as(role === 'left' ? 'momose' : people[role]);
        found[act][role] = await run(ctx).then(
          () => 'yes',
          (error) => (error instanceof AppError ? error.code : String(error)),
        );
        const leads = act === 'departmentReports' && leaders.has(role);
        const stranger = role === 'left' || role === 'nobody';
        expected[act][role] =
          may.includes(role) || leads ? 'yes' : stranger ? 'signIn.required' : 'forbidden';
      }
    }
    expect(found).toEqual(expected);
  });

  it('leads sees nobody else’s department', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await counted(t);
    expect((await ownReports(t, 'shiomi')).reports.map((one) => one.department.code)).toEqual(['SL-MINATO']);
  });

  it('takes a file leaves a line in the log', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await counted(t);
    await exportRows(t.as('kitta'), question, 'xlsx');
    expect(await t.ctx.db.auditEntry.findMany({ where: { act: 'reports.export' } })).toMatchObject([
      {
        actorId: t.people.kitta.id,
        detail: { format: 'xlsx', from: '2026-12', to: '2026-12', view: 'list' },
      },
    ]);
  });
});
