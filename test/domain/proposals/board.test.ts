import { expect, it } from 'vitest';
import {
  assignProposal,
  exportProposals,
  type ProposalQuestion,
  proposalBoard,
  proposalList,
  supportProposal,
} from '../../../src/domain/proposals/index.ts';
import { everything, moved, nextContact, sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const other = {
  title: '火災の受付で写真の送り方を案内する',
  today: '写真の送り方が分からず、お電話をいただいています。',
  change: '受付のお返事に、写真の送り方を添えます。',
  effect: '',
};

async function some(t: TestApp) {
  const first = await sent(t.as('kajiura'), { facts: { lineOfBusiness: 'auto' } });
  const second = await sent(t.as('momose'), { words: other, facts: { lineOfBusiness: 'fire' } });
  const third = await sent(t.as('sena'), { anonymous: true });
  await supportProposal(t.as('hanh'), { proposalId: second, comment: '' });
  await moved(t.as('kitta'), second, 'checking');
  return { first, second, third };
}

it('the board has a column for each state, with what waits longest first', async () => {
  const t = await openTestApp({ working: false });
  const { first, second, third } = await some(t);
  t.clock.set('2026-12-08T10:00:00+09:00');
  const { columns, ended } = await proposalBoard(t.as('kitta'), everything);
  expect(columns.map(({ state, count }) => [state, count]).slice(0, 3)).toEqual([
    ['received', 2],
    ['checking', 1],
    ['asking', 0],
  ]);
  const received = columns[0]?.items.map(({ proposal }) => proposal.id);
  expect(received?.toSorted()).toEqual([first, third].sort());
  expect(columns[1]?.items[0]).toMatchObject({
    proposal: { id: second },
    supporters: 1,
    assignee: { ja: '橘田 結衣' },
    department: { ja: 'みなと支店' },
    overdue: null,
    daysInState: 7,
  });
  const anonymous = columns[0]?.items.find(({ proposal }) => proposal.id === third);
  expect(anonymous).toMatchObject({ department: null, overdue: 'stage' });
  expect(ended.map(({ state }) => state)).toEqual(['published', 'declined', 'merged', 'withdrawn']);
});

it('the list finds by state, owner, department, line, words, number and what is overdue', async () => {
  const t = await openTestApp({ working: false });
  const { first, second, third } = await some(t);
  await assignProposal(t.as('kitta'), { proposalId: second, assigneeId: t.people.kitta.id });
  const find = async (question: Partial<ProposalQuestion>) => {
    const asked = { ...everything, ...question };
    const { items } = await proposalList(t.as('kitta'), asked, { sort: 'received', skip: 0, take: 50 });
    return items.map(({ proposal }) => proposal.id).sort();
  };
  const all = [first, second, third];
  expect(await find({})).toEqual(all.toSorted());
  expect(await find({ states: ['checking'] })).toEqual([second]);
  expect(await find({ owner: 'me' })).toEqual([second]);
  expect(await find({ owner: 'nobody' })).toEqual([first, third].sort());
  expect(await find({ departmentId: t.departments.motor.id })).toEqual([first]);
  expect(await find({ lineOfBusiness: 'fire' })).toEqual([second]);
  expect(await find({ words: '写真 送り方' })).toEqual([second]);
  expect(await find({ words: 'Ｋ-2026-1' })).toEqual([first]);
  expect(await find({ words: 'K-2026-00002' })).toEqual([second]);
  expect(await find({ words: nextContact.title, owner: 'me' })).toEqual([]);
  expect(await find({ isOverdue: true })).toEqual([]);
  t.clock.set('2026-12-08T10:00:00+09:00');
  expect(await find({ isOverdue: true })).toEqual([first, third].sort());
});

it('a file names nobody who sent something anonymously, and says who made it', async () => {
  const t = await openTestApp({ working: false });
  const { third } = await some(t);
  const rows = await exportProposals(t.as('asagi'), everything, { sort: 'received', format: 'csv' });
  const anonymous = rows.find(({ proposal }) => proposal.id === third);
  expect(anonymous).toMatchObject({ proposer: null, department: null });
  expect(JSON.stringify(rows)).not.toContain(t.people.sena.id);
  expect(await t.ctx.db.auditEntry.count({ where: { act: 'proposals.exportProposals' } })).toBe(1);
});
