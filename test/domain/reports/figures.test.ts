import { describe, expect, it } from 'vitest';
import {
  prepareDiscussions,
  skipDiscussion,
  startDiscussion,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import { cancelEdition, closeEdition } from '../../../src/domain/listening/index.ts';
import { companyReport, refreshFigures } from '../../../src/domain/reports/index.ts';
import { waitingDiscussion, write } from '../../support/discussions.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import { counted, december, ownReports, rowsOf } from '../../support/reports.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const hearAll = async (t: TestApp, ...who: Parameters<typeof hear>[1][]) => {
  for (const one of who) for (const voice of ['noNews', 'firstWords'] as const) await hear(t, one, voice);
};

const report = (discussionId: string, heldOn: string, participants = 12) => ({
  discussionId,
  understood: '次の連絡の日をお伝えすることが大切だと分かりました。',
  participants,
  heldOn,
  actions: [],
});

describe('the figures of a month', () => {
  it('count who was reached, who heard, who talked', async () => {
    const t = await openTestApp();
    const discussionId = await waitingDiscussion(t);
    await t.settled();
    await hearAll(t, 'kajiura', 'sena', 'tokita');
    await hear(t, 'hanh', 'noNews');
    await write(t.as('kajiura'), discussionId, { why: '連絡がなかったから' });
    await counted(t);
    // Before the reveal nobody learns how many insights there are.
    expect((await rowsOf(t)).row('CL-AUTO1')?.figures).toMatchObject({ insights: 0, notYet: 1 });

    await wrapUp(t.as('enoki'), report(discussionId, '2026-12-01'));
    await counted(t);
    const motor = (await rowsOf(t)).row('CL-AUTO1')?.figures;
    expect(motor).toMatchObject({
      departments: 1,
      target: 23,
      channels: 1,
      cards: 1,
      heard: { kind: 'count', count: 3 },
      heldInTime: 1,
      notYet: 0,
      heldShare: 1,
      participants: 12,
      insights: 1,
    });
    // Two work without Teams: concerned, and not reached by a card.
    expect(motor?.delivered).toMatchObject({ kind: 'count', count: 21 });
  });

  it('tell what is under way from what is still to come', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await write(t.as('kajiura'), discussionId, { why: '連絡がなかったから' });
    await counted(t);
    // Somebody wrote alone; nobody has begun the discussion yet.
    expect((await rowsOf(t)).row('CL-AUTO1')?.figures).toMatchObject({ underWay: 0, notYet: 1 });
    await startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync: false, revealAt: null });
    await counted(t);
    const found = await rowsOf(t);
    expect(found.row('CL-AUTO1')?.figures).toMatchObject({ underWay: 1, notYet: 1, missed: 0 });
    expect(found.row('SL-MINATO')?.figures).toMatchObject({ underWay: 0, notYet: 1 });
  });

  it('never say that more took part than are there', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t, 'minato', 'shiomi');
    await wrapUp(t.as('shiomi'), report(discussionId, '2026-12-01', 9));
    await counted(t);
    // Three guests: people counted elsewhere.
    const minato = (await rowsOf(t)).row('SL-MINATO')?.figures;
    expect(minato).toMatchObject({ target: 6, participants: 9, participation: 1 });
  });

  it('add up to the division and the company', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await counted(t);
    const { rows } = await rowsOf(t);
    const target = rows.reduce((sum, row) => sum + row.figures.target, 0);
    const { months } = await companyReport(t.as('kiryu'), { ...december, departmentId: null });
    expect(months).toHaveLength(1);
    expect(months[0]?.figures).toMatchObject({ departments: rows.length, target });

    const claims = (await rowsOf(t, { view: 'tree' })).row('CL-HEAD');
    const parts = rows.filter((row) => row.code.startsWith('CL-'));
    expect(claims).toMatchObject({ children: 3 });
    expect(claims?.figures.target).toBe(parts.reduce((sum, row) => sum + row.figures.target, 0));

    const below = await rowsOf(t, { view: 'tree', under: t.departments.claims.id });
    expect(below.rows.map((row) => row.code)).toEqual(['CL-AUTO1', 'CL-FIRE', 'CL-INJURY']);
    expect(below.own).toMatchObject({ code: 'CL-HEAD', figures: { departments: 1 } });
    const list = await rowsOf(t, { under: t.departments.claims.id });
    expect(list.rows.map((row) => row.code)).toEqual(['CL-AUTO1', 'CL-FIRE', 'CL-HEAD', 'CL-INJURY']);
  });

  it('count people with two posts once, in their main department', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await hearAll(t, 'nagura');
    await counted(t);
    const { rows } = await rowsOf(t);
    const people = await t.ctx.db.person.count({
      where: { status: 'active', posts: { some: { main: true, department: { excluded: false } } } },
    });
    expect(rows.reduce((sum, row) => sum + row.figures.target, 0)).toBe(people);
    const stored = await t.ctx.db.departmentMonth.findMany({ where: { heard: { gt: 0 } } });
    expect(stored.map((row) => row.departmentId)).toEqual([t.departments.products.id]);
  });

  it('tell what was held late from what was reported late', async () => {
    const t = await openTestApp({ working: false });
    const motor = await waitingDiscussion(t);
    const editionId = (await t.ctx.db.edition.findFirstOrThrow({ where: { month: '2026-12' } })).id;
    await prepareDiscussions(t.ctx, editionId);
    const [minato, injury] = await Promise.all(
      (['minato', 'injury'] as const).map((name) =>
        t.ctx.db.discussion.findFirstOrThrow({ where: { departmentId: t.departments[name].id } }),
      ),
    );
    await skipDiscussion(t.as('iino'), { discussionId: injury?.id ?? '', reason: '繁忙のため' });
    t.clock.set('2026-12-21T10:00:00+09:00');
    await closeEdition(t.ctx, editionId);
    await wrapUp(t.as('enoki'), report(motor, '2026-12-17'));
    await wrapUp(t.as('shiomi'), report(minato?.id ?? '', '2026-12-21', 6));
    await refreshFigures(t.ctx);
    const found = await rowsOf(t);
    expect(found.row('CL-AUTO1')?.figures).toMatchObject({ heldReportedLate: 1, heldLate: 0, heldInTime: 0 });
    expect(found.row('SL-MINATO')?.figures).toMatchObject({
      heldReportedLate: 0,
      heldLate: 1,
      participants: 6,
    });
    expect(found.row('CL-INJURY')?.figures).toMatchObject({ skipped: 1, notYet: 0 });
    const narrowed = async (only: 'notYet' | 'late' | 'skipped') =>
      (await rowsOf(t, { only })).rows.map((row) => row.code);
    expect(await narrowed('late')).toEqual(['CL-AUTO1', 'SL-MINATO']);
    expect(await narrowed('skipped')).toEqual(['CL-INJURY']);
    expect(await narrowed('notYet')).toHaveLength(found.total - 3);
    // The month is over: what did not take place is not still to come.
    expect(found.row('CC-CALL')?.figures).toMatchObject({ missed: 1, notYet: 0, underWay: 0 });
    const { months } = await companyReport(t.as('kiryu'), { ...december, departmentId: null });
    expect(months[0]?.figures).toMatchObject({ missed: found.total - 3, notYet: 0 });
  });

  it('are frozen at the closing, and outlive messages and hearings', async () => {
    const t = await openTestApp();
    const editionId = await openedEdition(t);
    await t.settled();
    await hearAll(t, 'kajiura', 'sena');
    await t.settled();
    t.clock.set('2026-12-21T00:05:00+09:00');
    await closeEdition(t.ctx, editionId);
    await t.settled();
    const before = (await rowsOf(t)).rows;
    expect(before.find((row) => row.code === 'CL-AUTO1')?.figures.heard).toMatchObject({ count: 2 });
    await t.ctx.db.outgoingMessage.deleteMany();
    await t.ctx.db.hearing.deleteMany();
    await t.ctx.db.person.update({ where: { id: t.people.sena.id }, data: { status: 'left' } });
    t.clock.set('2027-02-01T09:00:00+09:00');
    await refreshFigures(t.ctx);
    await refreshFigures(t.ctx);
    expect((await rowsOf(t)).rows).toEqual(before);
    expect(await t.ctx.db.reportMonth.findUnique({ where: { month: '2026-12' } })).toMatchObject({
      final: true,
    });
  });

  it('keep what a merged department did, and count its people where they are now', async () => {
    const t = await openTestApp({ working: false });
    await prepareDiscussions(t.ctx, await openedEdition(t));
    const fire = await t.ctx.db.discussion.findFirstOrThrow({
      where: { departmentId: t.departments.property.id },
    });
    await t.ctx.db.discussion.update({
      where: { id: fire.id },
      data: {
        state: 'wrapped_up',
        participants: 4,
        heldOn: new Date('2026-12-01'),
        reportedOn: new Date('2026-12-01'),
      },
    });
    await counted(t);
    const before = await rowsOf(t);
    const people = before.row('CL-FIRE')?.figures.target ?? 0;
    await t.ctx.db.department.update({ where: { id: t.departments.property.id }, data: { excluded: true } });
    await t.ctx.db.post.updateMany({
      where: { departmentId: t.departments.property.id, main: true },
      data: { departmentId: t.departments.motor.id },
    });
    await counted(t);
    const after = await rowsOf(t);
    expect(after.row('CL-FIRE')).toMatchObject({
      gone: true,
      figures: { target: 0, heldInTime: 1, participants: 4 },
    });
    expect(after.row('CL-AUTO1')?.figures.target).toBe(23 + people);
    // One that did nothing is not there any more.
    await t.ctx.db.department.update({ where: { id: t.departments.documents.id }, data: { excluded: true } });
    await counted(t);
    expect((await rowsOf(t)).row('OP-DOCS')).toBeUndefined();
  });

  it('go with an edition that is cancelled', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    await counted(t);
    await cancelEdition(t.as('asagi'), { editionId, reason: '誤り' });
    await refreshFigures(t.ctx);
    expect((await rowsOf(t)).total).toBe(0);
    await openedEdition(t, { voices: ['oneWord'] });
    await counted(t);
    expect((await rowsOf(t)).total).toBeGreaterThan(5);
  });

  it('move no faster than the cards say it', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await counted(t);
    await hearAll(t, 'kajiura');
    t.clock.advance({ minutes: 5 });
    await refreshFigures(t.ctx);
    const heard = async () => (await rowsOf(t)).row('CL-AUTO1')?.figures.heard;
    expect(await heard()).toMatchObject({ count: 0 });
    await counted(t);
    expect(await heard()).toMatchObject({ count: 1 });
  });
});

describe('what leaders see', () => {
  it('is their own department, by itself and with those below', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await hearAll(t, 'kajiura', 'sena');
    await counted(t);
    const { latest, reports } = await ownReports(t, 'enoki');
    expect(latest).toMatchObject({ month: '2026-12', state: 'open' });
    expect(reports.map((one) => one.department.code)).toEqual(['CL-AUTO1']);
    expect(reports[0]).toMatchObject({ withBelow: null, discussion: 'waiting' });
    expect(reports[0]?.months[0]?.figures.heard).toEqual({ kind: 'count', count: 2, share: 2 / 23 });

    // Whoever reports sees it at once.
    await wrapUp(t.as('enoki'), report(discussionId, '2026-12-01'));
    const after = (await ownReports(t, 'mizusawa')).reports[0];
    expect(after).toMatchObject({ discussion: 'wrapped_up' });
    expect(after?.months[0]?.figures).toMatchObject({ heldInTime: 1, participants: 12 });
  });

  it('is a band where few people are counted', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await hearAll(t, 'shiomi', 'fujikura', 'momose');
    await counted(t);
    const [minato] = (await ownReports(t, 'shiomi')).reports;
    expect(minato?.months[0]?.figures).toMatchObject({
      target: 6,
      heard: { kind: 'band', band: 'half' },
      delivered: { kind: 'band', band: 'none' },
    });
    // The quality department sees the same band: so it was promised to everybody.
    const row = (await rowsOf(t)).row('SL-MINATO');
    expect(row?.figures.heard).toEqual({ kind: 'band', band: 'half' });
    expect(row?.counted).toBe(false);
  });

  it('leaves out insights that stayed with the quality department', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await write(t.as('kajiura'), discussionId, { why: '連絡がなかったから' });
    await write(t.as('sena'), discussionId, { why: '言いにくいのですが', anonymous: true });
    await wrapUp(t.as('enoki'), report(discussionId, '2026-12-01'));
    await counted(t);
    expect((await ownReports(t, 'enoki')).reports[0]?.months[0]?.figures.insights).toBe(1);
    expect((await rowsOf(t)).row('CL-AUTO1')?.figures.insights).toBe(2);
  });
});

describe('the table of departments', () => {
  it('sorts by what it shows: within a band nobody is before anybody', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await hearAll(t, 'shiomi', 'momose', 'misono');
    await counted(t);
    const codes = (await rowsOf(t, { sort: 'heard', order: 'desc' })).rows
      .filter((row) => row.figures.heard.kind === 'band' && row.figures.heard.band === 'some')
      .map((row) => row.code);
    expect(codes.length).toBeGreaterThan(1);
    expect(codes).toEqual([...codes].sort());
  });

  it('finds by name, code and kind', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t);
    await counted(t);
    const codes = async (question: Parameters<typeof rowsOf>[1]) =>
      (await rowsOf(t, question)).rows.map((row) => row.code);
    expect(await codes({ search: 'みなと' })).toEqual(['SL-MINATO']);
    expect(await codes({ search: 'ｃｌ－ｆｉｒｅ' })).toEqual(['CL-FIRE']);
    expect(await codes({ kind: 'sales' })).toEqual(['SL-MINATO', 'SL-MORINO']);
  });

  it('sums several months', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    await counted(t);
    await closeEdition(t.ctx, editionId);
    t.clock.set('2027-01-04T09:30:00+09:00');
    await openedEdition(t, { month: '2027-01', voices: ['oneWord'] });
    await counted(t);
    const { row } = await rowsOf(t, { from: '2026-12', to: '2027-01' });
    expect(row('CL-AUTO1')?.figures).toMatchObject({ departments: 2, target: 46, notYet: 1, missed: 1 });
    await expect(rowsOf(t, { from: '2027-01', to: '2026-12' })).rejects.toThrow('report.badPeriod');
  });
});
