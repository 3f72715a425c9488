import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  answerRequest,
  assignProposal,
  bulkDecide,
  decideProposal,
  delayProposal,
  noteOnProposal,
  openProposalPage,
  requestDepartment,
  withdrawProposal,
  workOnProposal,
} from '../../../src/domain/proposals/index.ts';
import { moved, rowOf, sent, told } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const stepsOf = async (t: TestApp, proposalId: string) => {
  const steps = await t.ctx.db.proposalStep.findMany({
    where: { proposalId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return steps.map(({ kind, words }) => [kind, words]);
};

const workedOut = {
  priority: 'high',
  cause: '担当が決まるまで、次の連絡の日を誰も決めていませんでした。',
  countermeasure: '受付の台本に「次のご連絡は◯日です」を加えます。',
  measured: '',
  lineOfBusiness: 'auto',
  process: 'accident_report',
  ownerDepartmentId: null,
} as const;

describe('what the quality department works out', () => {
  it('is kept; whoever writes over words that they have not seen is told', async () => {
    const t = await open();
    const proposalId = await sent(t.as('kajiura'));
    await workOnProposal(t.as('kitta'), { proposalId, version: 0, ...workedOut });
    await workOnProposal(t.as('kitta'), { proposalId, version: 0, ...workedOut });
    expect(await rowOf(t, proposalId)).toMatchObject({ ...workedOut, version: 1, revision: 0 });
    const other = { proposalId, version: 0, ...workedOut, cause: '別の原因' };
    await expect(workOnProposal(t.as('kitta'), other)).rejects.toMatchObject({
      code: 'proposal.changedMeanwhile',
    });
    // That it moves on meanwhile is no change of these words.
    await moved(t.as('kitta'), proposalId, 'checking');
    await workOnProposal(t.as('kitta'), { ...other, version: 1 });
    expect((await rowOf(t, proposalId)).cause).toBe('別の原因');
    expect(await told(t, 'proposal.step')).toEqual(['kajiura']);
  });

  it('masks personal data and knows only what the company knows', async () => {
    const t = await open();
    const proposalId = await sent(t.as('kajiura'));
    const cause = '090-1234-5678への折返しが漏れていました。';
    await workOnProposal(t.as('kitta'), { proposalId, version: 0, ...workedOut, cause });
    expect((await rowOf(t, proposalId)).cause).toBe('【電話番号】への折返しが漏れていました。');
    await expect(
      workOnProposal(t.as('kitta'), { proposalId, version: 1, ...workedOut, process: 'moon' }),
    ).rejects.toMatchObject({ code: 'proposal.unknownKey' });
  });
});

it('橘田 gives it to herself and to nobody; only triagers can be in charge', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  const assign = (assigneeId: string | null) => assignProposal(t.as('kitta'), { proposalId, assigneeId });
  await assign(t.people.kitta.id);
  await assign(t.people.kitta.id);
  await expect(assign(t.people.enoki.id)).rejects.toMatchObject({ code: 'proposal.assigneeUnknown' });
  await assign(null);
  expect(await stepsOf(t, proposalId)).toEqual([
    ['received', ''],
    ['assigned', '橘田 結衣'],
    ['assigned', ''],
  ]);
  expect(await told(t, 'proposal.step')).toEqual([]);
});

it('a note stays among the quality department', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  await noteOnProposal(t.as('kitta'), { proposalId, words: '商品開発部にも電話で確認済み' });
  await noteOnProposal(t.as('kitta'), { proposalId, words: '商品開発部にも電話で確認済み' });
  const own = await openProposalPage(t.as('kajiura'), proposalId);
  expect(own.steps.map(({ kind }) => kind)).toEqual(['received']);
  const desk = await openProposalPage(t.as('asagi'), proposalId);
  expect(desk.steps.map(({ kind }) => kind)).toEqual(['received', 'noted']);
});

it('a delay moves the promised day and says why, once', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  const delay = (answerDueOn: string, words = 'システムの改修を伴うため、見積りを待っています。') =>
    delayProposal(t.as('kitta'), { proposalId, words, answerDueOn });
  await delay('2027-01-29');
  await delay('2027-01-29');
  expect((await rowOf(t, proposalId)).answerDueOn.toISOString().slice(0, 10)).toBe('2027-01-29');
  expect(await told(t, 'proposal.step')).toEqual(['kajiura']);
  await expect(delay('2026-11-30')).rejects.toMatchObject({ code: 'proposal.badDay' });
  await expect(delay('2027-02-01', ' ')).rejects.toMatchObject({ code: 'proposal.wordsMissing' });
  await moved(t.as('kitta'), proposalId, 'checking', 'considering', 'adopted');
  await expect(delay('2027-02-01')).rejects.toMatchObject({ code: 'proposal.badState' });
});

describe('検討依頼', () => {
  const ask = (t: TestApp, proposalId: string, more: object = {}) =>
    requestDepartment(t.as('kitta'), {
      proposalId,
      requestId: '5e2f7a52-3f77-4f0a-9b70-1b7d4a1c0001',
      departmentId: t.departments.motor.id,
      words: '受付の台本を変えられるでしょうか。',
      dueOn: null,
      ...more,
    });

  it('goes to those who lead the department; the state stays; who is at work on it hears the answer', async () => {
    const t = await open();
    const proposalId = await sent(t.as('momose'));
    await moved(t.as('kitta'), proposalId, 'checking');
    await ask(t, proposalId);
    await ask(t, proposalId);
    expect((await told(t, 'proposal.request')).slice(0, 2)).toEqual(['mizusawa', 'enoki']);
    expect(await t.ctx.db.proposalRequest.count()).toBe(1);
    expect(await rowOf(t, proposalId)).toMatchObject({
      state: 'checking',
      ownerDepartmentId: t.departments.motor.id,
    });
    const page = await openProposalPage(t.as('enoki'), proposalId);
    expect(page.me.request).toMatchObject({
      words: '受付の台本を変えられるでしょうか。',
      dueOn: '2026-12-15',
    });
    const requestId = page.me.request?.id ?? '';
    const answer = { proposalId, requestId, words: '1月から変えられます。' };
    await expect(answerRequest(t.as('sena'), answer)).rejects.toMatchObject({ code: 'proposal.notAsked' });
    await answerRequest(t.as('enoki'), answer);
    await answerRequest(t.as('mizusawa'), { ...answer, words: '難しいです。' });
    expect((await t.ctx.db.proposalRequest.findFirstOrThrow()).answer).toBe('1月から変えられます。');
    expect(await told(t, 'proposal.requestAnswered')).toEqual(['kitta']);
    expect((await openProposalPage(t.as('enoki'), proposalId)).me.request).toBeNull();
  });

  it('needs words, somebody to answer, a day to come and an open proposal', async () => {
    const t = await open();
    const proposalId = await sent(t.as('momose'));
    await expect(ask(t, proposalId, { words: '' })).rejects.toMatchObject({ code: 'proposal.wordsMissing' });
    await expect(ask(t, proposalId, { dueOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'proposal.badDay',
    });
    await expect(ask(t, proposalId, { departmentId: randomUUID() })).rejects.toMatchObject({
      code: 'proposal.unknownKey',
    });
    await t.ctx.db.post.updateMany({
      where: { departmentId: t.departments.motor.id },
      data: { role: 'member' },
    });
    await expect(ask(t, proposalId)).rejects.toMatchObject({ code: 'proposal.nobodyToAsk' });
    await moved(t.as('kitta'), proposalId, 'checking', 'declined');
    await expect(ask(t, proposalId)).rejects.toMatchObject({ code: 'proposal.badState' });
  });
});

it('several are moved at once; one that cannot be does not hold the others', async () => {
  const t = await open();
  const [first, second] = [await sent(t.as('kajiura')), await sent(t.as('sena'))];
  await moved(t.as('kitta'), second, 'checking', 'considering');
  const decision = { to: 'checking', words: '', reviewOn: null } as const;
  const results = await bulkDecide(t.as('kitta'), { proposalIds: [first, second, first], ...decision });
  expect(results).toEqual([
    { proposalId: first, refused: null },
    { proposalId: second, refused: 'proposal.badState' },
  ]);
  expect((await rowOf(t, first)).state).toBe('checking');
});

it('whoever decides is not taken where they did not look', async () => {
  const t = await openTestApp({ working: false });
  const proposalId = await sent(t.as('kajiura'));
  const begin = { proposalId, from: 'received', to: 'checking', words: '', reviewOn: null } as const;
  await withdrawProposal(t.as('kajiura'), proposalId);
  await expect(decideProposal(t.as('kitta'), begin)).rejects.toMatchObject({ code: 'proposal.badState' });
  const [bulk] = await bulkDecide(t.as('kitta'), {
    proposalIds: [proposalId],
    to: 'checking',
    words: '',
    reviewOn: null,
  });
  expect(bulk?.refused).toBe('proposal.badState');
  // Opened again by who sees that it was withdrawn; the same press once more is the same.
  const again = { ...begin, from: 'withdrawn', words: 'もう一度検討します。' } as const;
  await decideProposal(t.as('kitta'), again);
  await decideProposal(t.as('kitta'), again);
  // A colleague with other words learns that somebody was faster.
  await expect(decideProposal(t.as('kitta'), { ...again, words: '別のことばです。' })).rejects.toMatchObject({
    code: 'proposal.badState',
  });
});
