import { expect, it } from 'vitest';
import {
  answerQuestion,
  askProposer,
  decideProposal,
  dropQuestion,
  supportProposal,
} from '../../../src/domain/proposals/index.ts';
import { moved, sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const stateOf = async (t: TestApp, id: string) =>
  (await t.ctx.db.proposal.findUniqueOrThrow({ where: { id } })).state;

/** Who was written to about what, by name. */
async function told(t: TestApp, purpose: string): Promise<string[]> {
  const messages = await t.ctx.db.outgoingMessage.findMany({
    where: { purpose, act: 'send' },
    orderBy: { seq: 'asc' },
  });
  const names = new Map([
    ...Object.entries(t.people).map(([name, { id }]) => [id, name] as const),
    ...Object.entries(t.departments).map(([name, { id }]) => [id, name] as const),
  ]);
  return messages.map(({ recipientId }) => names.get(recipientId) ?? recipientId);
}

it('橘田 takes it up, asks, is answered, and goes on where the question came from', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  await moved(t.as('kitta'), proposalId, 'checking', 'considering');
  await askProposer(t.as('kitta'), { proposalId, words: 'どの窓口でのことでしょうか。' });
  await askProposer(t.as('kitta'), { proposalId, words: 'どの窓口でのことでしょうか。' });
  expect(await stateOf(t, proposalId)).toBe('asking');
  expect(await t.ctx.db.proposalQuestion.count()).toBe(1);
  await expect(answerQuestion(t.as('sena'), { proposalId, words: '電話です' })).rejects.toMatchObject({
    code: 'proposal.notProposer',
  });
  await answerQuestion(t.as('kajiura'), { proposalId, words: '事故受付の電話でのことです。' });
  expect(await stateOf(t, proposalId)).toBe('considering');
  // Of what he answered himself he need not be told.
  expect(await told(t, 'proposal.step')).toEqual(['kajiura', 'kajiura', 'kajiura']);
  // Who asked hears that they can go on.
  expect(await told(t, 'proposal.questionAnswered')).toEqual(['kitta']);
  await askProposer(t.as('kitta'), { proposalId, words: 'ほかにも例はありますか。' });
  await dropQuestion(t.as('kitta'), proposalId);
  expect(await stateOf(t, proposalId)).toBe('considering');
});

it('見送り, 保留 and a question need words; a move that the table does not know is refused', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  const decide = (
    to: 'declined' | 'adopted' | 'checking',
    words: string,
    from: 'open' | 'declined' = 'open',
  ) => decideProposal(t.as('kitta'), { proposalId, from, to, words, reviewOn: null });
  await expect(decide('adopted', 'ありがとうございます')).rejects.toMatchObject({
    code: 'proposal.badState',
  });
  await decide('checking', '');
  await expect(decide('declined', ' ')).rejects.toMatchObject({ code: 'proposal.wordsMissing' });
  await expect(askProposer(t.as('kitta'), { proposalId, words: '' })).rejects.toMatchObject({
    code: 'proposal.wordsMissing',
  });
  await decide('declined', '今年度の予算では難しいためです。来年度に改めて検討します。');
  // Opened again.
  await decide('checking', '', 'declined');
  expect(await stateOf(t, proposalId)).toBe('checking');
});

it('supporters and the department hear of decisions alone', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'), { facts: { coProposerIds: [t.people.tokita.id] } });
  await supportProposal(t.as('sena'), { proposalId, comment: '私の窓口でも同じです。' });
  await supportProposal(t.as('sena'), { proposalId, comment: '私の窓口でも同じです。' });
  await expect(supportProposal(t.as('kajiura'), { proposalId, comment: '' })).rejects.toMatchObject({
    code: 'proposal.own',
  });
  await moved(t.as('kitta'), proposalId, 'checking', 'considering');
  expect(await told(t, 'proposal.decision')).toEqual(['tokita']);
  await moved(t.as('kitta'), proposalId, 'adopted', 'in_progress', 'done');
  expect(await told(t, 'proposal.decision')).toEqual(['tokita', 'tokita', 'sena', 'tokita', 'sena']);
  expect(await told(t, 'proposal.department')).toEqual(['motor', 'motor']);
  expect(await told(t, 'proposal.step')).toHaveLength(5);
});

it('only a triager works on it', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  for (const who of ['kajiura', 'enoki', 'asagi', 'kiryu', 'tsutsumi'] as const) {
    const press = { proposalId, from: 'received', to: 'checking', words: '', reviewOn: null } as const;
    await expect(decideProposal(t.as(who), press)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(askProposer(t.as(who), { proposalId, words: 'なぜ' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});
