import { expect, it } from 'vitest';
import { assignProposal, delayProposal, remindOverdue } from '../../../src/domain/proposals/index.ts';
import { moved, sent, told } from '../../support/proposals.ts';
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
