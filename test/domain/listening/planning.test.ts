import { describe, expect, it } from 'vitest';
import {
  approveEdition,
  cancelEdition,
  changeEdition,
  closeEdition,
  findEdition,
  openEdition,
  planEdition,
  returnEdition,
  submitEdition,
} from '../../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import { approvedEdition, openedEdition, plannedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const beforehand = '2026-11-24T10:00:00+09:00';
const open = () => openTestApp({ working: false, now: beforehand });
const code = (name: string) => expect.objectContaining({ code: name });
const stateOf = async (t: TestApp, editionId: string) => (await findEdition(t.ctx.db, editionId))?.state;

describe('planning a month', () => {
  it('takes the defaults: first business day 09:30, the 20th or before, everybody, three prompts', async () => {
    const t = await open();
    const edition = await findEdition(t.ctx.db, await plannedEdition(t));
    expect(edition).toMatchObject({
      month: '2026-12',
      state: 'draft',
      audience: { all: true },
      opensAt: new Date('2026-12-01T09:30:00+09:00'),
      dueOn: '2026-12-18',
      prompts: t.ctx.settings.edition.prompts,
      voiceIds: [t.voices.noNews, t.voices.firstWords],
      plannedById: t.people.asagi.id,
    });
  });

  it('refuses what cannot be, each with its reason', async () => {
    const t = await open();
    const plan = (change: object) =>
      planEdition(t.as('asagi'), { month: '2026-12', voiceIds: [t.voices.noNews], ...change });
    const { noNews, firstWords, oneWord, lunchBreak } = t.voices;
    for (const month of ['2026-13', '2026-1', '12月', '']) {
      await expect(plan({ month })).rejects.toMatchObject({
        code: 'input.invalid',
        values: { names: 'month' },
      });
    }
    for (const month of ['2999-12', '9999-01', '2037-01']) {
      await expect(plan({ month })).rejects.toMatchObject({ code: 'edition.monthTooFar', values: { month } });
    }
    await expect(plan({ voiceIds: [] })).rejects.toEqual(code('edition.voiceCount'));
    await expect(plan({ voiceIds: [noNews, noNews] })).rejects.toEqual(code('edition.voiceCount'));
    await expect(plan({ voiceIds: [noNews, firstWords, oneWord, lunchBreak] })).rejects.toEqual(
      code('edition.voiceCount'),
    );
    await expect(plan({ voiceIds: ['0199f5d2-0000-7000-8000-000000000001'] })).rejects.toEqual(
      code('edition.voiceNotApproved'),
    );
    await expect(plan({ dueOn: '2026-11-20' })).rejects.toEqual(code('edition.badDue'));
    await expect(plan({ opensAt: new Date('nonsense') })).rejects.toEqual(code('edition.badOpening'));
    await expect(plan({ audience: { departments: ['HQ-PLAM'] } })).rejects.toMatchObject({
      code: 'edition.unknownDepartment',
      values: { list: 'departments', unknown: 'HQ-PLAM', near: expect.stringMatching(/^HQ-PLAN, /) },
    });
    await expect(plan({ audience: { kinds: ['claim'] } })).rejects.toMatchObject({
      code: 'edition.unknownKey',
      values: { list: 'kinds', unknown: 'claim', known: 'head_office, sales, claims, call_center, it' },
    });
    await t.ctx.db.department.update({ where: { code: 'OP-DOCS' }, data: { excluded: true } });
    await expect(plan({ audience: { departments: ['OP-DOCS'] } })).rejects.toEqual(
      code('edition.emptyAudience'),
    );
    await withdrawVoice(t.as('asagi'), { voiceId: oneWord, reason: 'お申し出' });
    await expect(plan({ voiceIds: [noNews, oneWord] })).rejects.toMatchObject({
      code: 'edition.voiceWithdrawn',
      values: { voices: 'S-2026-03' },
    });
  });

  it('has one edition a month, also when two curators plan at the same time', async () => {
    const t = await open();
    const both = await Promise.allSettled([
      plannedEdition(t),
      planEdition(t.as('niina'), { month: '2026-12', voiceIds: [t.voices.lunchBreak] }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await t.ctx.db.edition.count()).toBe(1);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toEqual(code('edition.monthTaken'));
  });

  it('says that a month is taken before it looks at anything else', async () => {
    const t = await open();
    await plannedEdition(t);
    const again = planEdition(t.as('niina'), { month: '2026-12', voiceIds: [], dueOn: '2026-01-01' });
    await expect(again).rejects.toMatchObject({
      code: 'edition.monthTaken',
      values: { month: '2026-12', state: 'draft' },
    });
  });

  it('frees the month when it is cancelled', async () => {
    const t = await open();
    const first = await plannedEdition(t);
    await expect(plannedEdition(t)).rejects.toEqual(code('edition.monthTaken'));
    await cancelEdition(t.as('niina'), { editionId: first, reason: '計画を見直すため' });
    await plannedEdition(t);
  });
});

describe('releasing a month', () => {
  it('goes from draft over review to approved; returned it is a draft again', async () => {
    const t = await open();
    const editionId = await plannedEdition(t);
    await submitEdition(t.as('asagi'), editionId);
    expect(await stateOf(t, editionId)).toBe('in_review');
    const noReason = { code: 'input.invalid', values: { names: 'reason' } };
    await expect(returnEdition(t.as('kiryu'), { editionId, reason: ' ' })).rejects.toMatchObject(noReason);
    await expect(cancelEdition(t.as('asagi'), { editionId, reason: '' })).rejects.toMatchObject(noReason);
    await returnEdition(t.as('kiryu'), { editionId, reason: '期限が短い' });
    expect(await stateOf(t, editionId)).toBe('draft');
    await submitEdition(t.as('asagi'), editionId);
    await approveEdition(t.as('kiryu'), editionId);
    expect(await findEdition(t.ctx.db, editionId)).toMatchObject({
      state: 'approved',
      approvedById: t.people.kiryu.id,
    });
  });

  it('is refused to the person who planned it', async () => {
    const t = await open();
    await t.ctx.db.grant.create({ data: { personId: t.people.asagi.id, role: 'approver' } });
    const editionId = await plannedEdition(t);
    await submitEdition(t.as('asagi'), editionId);
    await expect(approveEdition(t.as('asagi'), editionId)).rejects.toEqual(code('edition.samePerson'));
  });

  it('is refused to the person who changed it last', async () => {
    const t = await open();
    await t.ctx.db.grant.create({ data: { personId: t.people.niina.id, role: 'approver' } });
    const editionId = await plannedEdition(t);
    await changeEdition(t.as('niina'), editionId, { voiceIds: [t.voices.lunchBreak] });
    await submitEdition(t.as('asagi'), editionId);
    await expect(approveEdition(t.as('niina'), editionId)).rejects.toEqual(code('edition.samePerson'));
  });

  it('loses its approval when it is changed', async () => {
    const t = await open();
    const editionId = await approvedEdition(t);
    await changeEdition(t.as('niina'), editionId, { dueOn: '2026-12-25' });
    expect(await findEdition(t.ctx.db, editionId)).toMatchObject({
      state: 'draft',
      dueOn: '2026-12-25',
      approvedById: null,
      approvedAt: null,
      voiceIds: [t.voices.noNews, t.voices.firstWords],
    });
    await expect(openEdition(t.as('asagi'), editionId)).rejects.toEqual(code('edition.badState'));
  });

  it('moves no other way', async () => {
    const t = await open();
    const draft = await plannedEdition(t);
    await expect(approveEdition(t.as('kiryu'), draft)).rejects.toEqual(code('edition.badState'));
    await expect(openEdition(t.as('asagi'), draft)).rejects.toEqual(code('edition.badState'));
    await expect(closeEdition(t.as('asagi'), draft)).rejects.toMatchObject({
      code: 'edition.badState',
      values: { month: '2026-12', state: 'draft', allowed: 'open' },
    });
    await expect(returnEdition(t.as('kiryu'), { editionId: draft, reason: 'x' })).rejects.toEqual(
      code('edition.badState'),
    );
    await submitEdition(t.as('asagi'), draft);
    await expect(changeEdition(t.as('asagi'), draft, {})).resolves.toBeUndefined();
    const missing = '0199f5d2-0000-7000-8000-000000000001';
    await expect(submitEdition(t.as('asagi'), missing)).rejects.toEqual(code('edition.notFound'));
  });

  it('stays closed and cancelled for good', async () => {
    const t = await openTestApp({ working: false });
    const closed = await openedEdition(t);
    await closeEdition(t.as('asagi'), closed);
    const cancelled = await openedEdition(t, { month: '2027-01', opensAt: t.clock.now() });
    await cancelEdition(t.as('asagi'), { editionId: cancelled, reason: '誤り' });
    for (const editionId of [closed, cancelled]) {
      await expect(openEdition(t.as('asagi'), editionId)).rejects.toEqual(code('edition.badState'));
      await expect(closeEdition(t.as('asagi'), editionId)).rejects.toEqual(code('edition.badState'));
      await expect(changeEdition(t.as('asagi'), editionId, {})).rejects.toEqual(code('edition.badState'));
      await expect(submitEdition(t.as('asagi'), editionId)).rejects.toEqual(code('edition.badState'));
      const reason = 'もう一度';
      await expect(cancelEdition(t.as('asagi'), { editionId, reason })).rejects.toEqual(
        code('edition.badState'),
      );
    }
  });

  it('is logged: who did what, when, and why', async () => {
    const t = await open();
    const editionId = await approvedEdition(t);
    await cancelEdition(t.as('niina'), { editionId, reason: '計画を見直すため' });
    const entries = await t.ctx.db.auditEntry.findMany({
      where: { subjectId: editionId },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['listening.planEdition', t.people.asagi.id],
      ['listening.submitEdition', t.people.asagi.id],
      ['listening.approveEdition', t.people.kiryu.id],
      ['listening.cancelEdition', t.people.niina.id],
    ]);
    expect(entries.at(-1)?.detail).toEqual({ reason: '計画を見直すため' });
  });
});
