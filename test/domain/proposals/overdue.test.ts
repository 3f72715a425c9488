import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  answerRequest,
  assignProposal,
  delayProposal,
  openProposalPage,
  ownProposals,
  proposalList,
  remindOverdue,
  remindRequests,
  requestDepartment,
} from '../../../src/domain/proposals/index.ts';
import { everything, moved, sent, told } from '../../support/proposals.ts';
import { openTestApp } from '../../support/testApp.ts';

it('who waits beyond the promised day is told once, with the reason where there is one', async () => {
  const t = await openTestApp();
  const first = await sent(t.as('kajiura'));
  const second = await sent(t.as('sena'), { anonymous: true });
  const third = await sent(t.as('tokita'));
  await t.settled();
  await moved(t.as('kitta'), third, 'checking', 'considering', 'adopted');
  // The answer was promised for 29 December.
  t.clock.set('2026-12-29T16:00:00+09:00');
  await remindOverdue(t.ctx);
  expect(await told(t, 'proposal.late')).toEqual([]);
  t.clock.set('2026-12-30T10:05:00+09:00');
  await remindOverdue(t.ctx);
  t.clock.set('2026-12-30T11:05:00+09:00');
  await remindOverdue(t.ctx);
  expect((await told(t, 'proposal.late')).sort()).toEqual(['kajiura', 'sena']);
  await t.settled();
  expect(JSON.stringify(t.stub.calls)).toContain('お約束した日までにお答えできず、申し訳ありません');
  await delayProposal(t.as('kitta'), {
    proposalId: first,
    words: '見積りを待っています。',
    answerDueOn: '2027-01-08',
  });
  t.clock.set('2027-01-12T10:05:00+09:00');
  await remindOverdue(t.ctx);
  await remindOverdue(t.ctx);
  expect((await told(t, 'proposal.late')).sort()).toEqual(['kajiura', 'kajiura', 'sena']);
  await t.settled();
  const late = t.stub.calls.filter((one) => JSON.stringify(one).includes('お答えが遅れています'));
  expect(JSON.stringify(late.at(-1))).toContain('見積りを待っています。');
  expect(second).not.toBe(first);
});

it('triagers and whoever is at work on it get one list a week', async () => {
  const t = await openTestApp();
  const proposalId = await sent(t.as('kajiura'));
  // Within the three days of 受付.
  t.clock.set('2026-12-04T10:05:00+09:00');
  await remindOverdue(t.ctx);
  expect(await told(t, 'proposal.overdue')).toEqual([]);
  t.clock.set('2026-12-07T10:05:00+09:00');
  await remindOverdue(t.ctx);
  t.clock.set('2026-12-08T10:05:00+09:00');
  await remindOverdue(t.ctx);
  expect(await told(t, 'proposal.overdue')).toHaveLength(2);
  expect(await told(t, 'proposal.overdue')).toContain('kitta');
  await t.settled();
  expect(JSON.stringify(t.stub.calls)).toContain('期限を過ぎた改善提案が1件あります');
  await assignProposal(t.as('kitta'), { proposalId, assigneeId: t.people.kitta.id });
  // A new week; a Sunday is not.
  t.clock.set('2026-12-13T10:05:00+09:00');
  await remindOverdue(t.ctx);
  t.clock.set('2026-12-14T10:05:00+09:00');
  await remindOverdue(t.ctx);
  expect(await told(t, 'proposal.overdue')).toHaveLength(4);
});

it('a department that does not answer in time is reminded once a week while it works, and the triager sees it', async () => {
  const t = await openTestApp();
  const proposalId = await sent(t.as('kajiura'));
  await moved(t.as('kitta'), proposalId, 'checking', 'considering');
  const requestId = randomUUID();
  await requestDepartment(t.as('kitta'), {
    proposalId,
    requestId,
    departmentId: t.departments.minato.id,
    words: 'お考えをお聞かせください。',
    dueOn: '2026-12-10',
  });
  const remind = async (at: string) => {
    t.clock.set(at);
    await remindRequests(t.ctx);
    return (await told(t, 'proposal.requestsWait')).length;
  };
  expect(await remind('2026-12-10T17:00:00+09:00')).toBe(0);
  expect((await ownProposals(t.as('shiomi'))).requested).toMatchObject([
    { dueOn: '2026-12-10', isLate: false },
  ]);
  // A Friday, early: they are told when they are at work, and not again on Monday.
  expect(await remind('2026-12-11T07:10:00+09:00')).toBe(2);
  await t.settled();
  const said = (person: 'shiomi' | 'kitta') =>
    JSON.stringify(t.stub.messagesOf(t.people[person].entraObjectId ?? ''));
  expect(said('shiomi')).not.toContain('お答えをお待ちしています');
  t.clock.set('2026-12-11T09:30:00+09:00');
  await t.settled();
  expect(said('shiomi')).toContain('ご検討のお願い: 1件のお答えをお待ちしています');
  expect((await told(t, 'proposal.requestsWait')).sort()).toEqual(['fujikura', 'shiomi']);
  expect(await remind('2026-12-12T10:10:00+09:00')).toBe(2);
  expect(await remind('2026-12-14T10:10:00+09:00')).toBe(2);
  expect(await remind('2026-12-17T10:10:00+09:00')).toBe(2);
  expect(await remind('2026-12-21T10:10:00+09:00')).toBe(4);
  const late = async () => {
    const asked = { ...everything, isOverdue: true };
    return (await proposalList(t.as('kitta'), asked, { sort: 'due', skip: 0, take: 9 })).items;
  };
  expect(await late()).toMatchObject([{ proposal: { id: proposalId }, overdue: 'request' }]);
  expect((await openProposalPage(t.as('kitta'), proposalId)).work?.requests).toMatchObject([
    { isLate: true },
  ]);
  // Who proposed it has no part in that.
  expect((await openProposalPage(t.as('kajiura'), proposalId)).overdue).toBeNull();
  await remindOverdue(t.ctx);
  await t.settled();
  expect(said('kitta')).toContain('検討依頼の回答12月10日');
  await answerRequest(t.as('shiomi'), { proposalId, requestId, words: 'できます。' });
  expect(await late()).toEqual([]);
  expect(await remind('2026-12-28T10:10:00+09:00')).toBe(4);
});

it('who is given a proposal by somebody else gets one quiet message, each time', async () => {
  const t = await openTestApp();
  const other = t.people.asagi;
  await t.ctx.db.grant.create({ data: { personId: other.id, role: 'triager' } });
  const proposalId = await sent(t.as('kajiura'));
  const assign = (assigneeId: string | null) => assignProposal(t.as('kitta'), { proposalId, assigneeId });
  await assign(t.people.kitta.id);
  expect(await told(t, 'proposal.assigned')).toEqual([]);
  await assign(other.id);
  await assign(other.id);
  expect(await told(t, 'proposal.assigned')).toEqual(['asagi']);
  await t.settled();
  const said = () => JSON.stringify(t.stub.messagesOf(other.entraObjectId ?? ''));
  expect(said()).toContain('この改善提案の担当になりました');
  expect(said()).toContain('までにお答えするとお約束しています');
  await assign(null);
  await assign(other.id);
  await assign(null);
  expect(await told(t, 'proposal.assigned')).toEqual(['asagi', 'asagi']);
  await t.settled();
  // Taken away before it was told: nothing is said.
  const rows = await t.ctx.db.outgoingMessage.findMany({ where: { purpose: 'proposal.assigned' } });
  expect(rows.map(({ state, alert }) => [state, alert])).toEqual([
    ['sent', false],
    ['dropped', false],
  ]);
});
