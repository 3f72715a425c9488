import { expect, it } from 'vitest';
import {
  answerQuestion,
  askProposer,
  delayProposal,
  mergeProposals,
  openProposalPage,
  ownProposals,
  remindOverdue,
  supportProposal,
  unmergeProposal,
  withdrawProposal,
} from '../../../src/domain/proposals/index.ts';
import { moved, rowOf, sent, told } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const merge = (t: TestApp, proposalId: string, intoId: string) =>
  mergeProposals(t.as('kitta'), { proposalId, intoId });

/** 梶浦's and 瀬名's, both being checked; 時田 supports 瀬名's. */
async function two(t: TestApp) {
  const first = await sent(t.as('kajiura'));
  const second = await sent(t.as('sena'));
  await supportProposal(t.as('tokita'), { proposalId: second, comment: '私の窓口でも同じです。' });
  await moved(t.as('kitta'), first, 'checking');
  await moved(t.as('kitta'), second, 'checking');
  return { first, second };
}

it('two that mean the same come together: all hear of it, and from then on of everything', async () => {
  const t = await open();
  const { first, second } = await two(t);
  const before = (await told(t, 'proposal.step')).length;
  await merge(t, second, first);
  await merge(t, second, first);
  expect((await told(t, 'proposal.step')).slice(before)).toEqual(['kajiura', 'sena']);
  expect(await told(t, 'proposal.decision')).toEqual(['tokita']);
  const page = await openProposalPage(t.as('kitta'), first);
  expect(page.supporters).toBe(1);
  expect(page.work?.supports.map(({ comment }) => comment)).toEqual(['私の窓口でも同じです。']);
  await moved(t.as('kitta'), first, 'considering', 'adopted');
  expect(await told(t, 'proposal.mergedStep')).toEqual(['sena', 'sena']);
  expect(await told(t, 'proposal.decision')).toEqual(['tokita', 'tokita']);
});

it('is counted as one where one reads of it, and stays where it is from then on', async () => {
  const t = await open();
  const first = await sent(t.as('kajiura'));
  const second = await sent(t.as('sena'));
  await supportProposal(t.as('tokita'), { proposalId: second, comment: '' });
  await supportProposal(t.as('tokita'), { proposalId: first, comment: '' });
  await supportProposal(t.as('mizusawa'), { proposalId: second, comment: '' });
  await moved(t.as('kitta'), second, 'checking');
  await merge(t, second, first);
  const own = (await ownProposals(t.as('kajiura'))).sent.find(({ proposal }) => proposal.id === first);
  expect(own?.supporters).toBe(2);
  expect((await openProposalPage(t.as('kitta'), first)).supporters).toBe(2);
  // Somebody has begun with it: it cannot be withdrawn under those who were merged into it.
  expect(await rowOf(t, first)).toMatchObject({ state: 'checking' });
  await expect(withdrawProposal(t.as('kajiura'), first)).rejects.toMatchObject({ code: 'proposal.badState' });
});

it('comes together with none that is over', async () => {
  const t = await open();
  const { first, second } = await two(t);
  await moved(t.as('kitta'), first, 'declined');
  await expect(merge(t, second, first)).rejects.toMatchObject({ code: 'proposal.badTarget' });
});

it('the page says which are alike, so that one finds what to merge', async () => {
  const t = await open();
  const { first, second } = await two(t);
  const alike = async (id: string) =>
    (await openProposalPage(t.as('kitta'), id)).work?.similar.map(({ proposal }) => proposal.id);
  expect(await alike(second)).toEqual([first]);
  await merge(t, second, first);
  expect(await alike(first)).toEqual([]);
});

it('parted again, each is exactly what it was', async () => {
  const t = await open();
  const { first, second } = await two(t);
  const counts = async () => ({
    supports: await t.ctx.db.proposalSupport.findMany(),
    coProposers: await t.ctx.db.coProposer.findMany(),
  });
  const before = await counts();
  await merge(t, second, first);
  await unmergeProposal(t.as('kitta'), second);
  await unmergeProposal(t.as('kitta'), second);
  expect(await counts()).toEqual(before);
  expect(await rowOf(t, second)).toMatchObject({ state: 'checking', mergedIntoId: null });
  expect((await openProposalPage(t.as('kitta'), first)).supporters).toBe(0);
  expect((await openProposalPage(t.as('kitta'), second)).supporters).toBe(1);
  expect(await told(t, 'proposal.decision')).toEqual(['tokita', 'tokita']);
});

it('a chain leads to its last; nothing goes round in a circle', async () => {
  const t = await open();
  const { first, second } = await two(t);
  const third = await sent(t.as('momose'));
  await moved(t.as('kitta'), third, 'checking');
  await merge(t, second, first);
  await expect(merge(t, first, second)).rejects.toMatchObject({ code: 'proposal.badTarget' });
  await expect(merge(t, first, first)).rejects.toMatchObject({ code: 'proposal.badTarget' });
  await merge(t, first, third);
  const page = await openProposalPage(t.as('kitta'), third);
  expect(page.work?.merged.map(({ id }) => id).sort()).toEqual([first, second].sort());
  expect(page.supporters).toBe(1);
  expect((await openProposalPage(t.as('sena'), second)).mergedInto?.id).toBe(third);
  // Whoever supports the first of the chain supports the last.
  await supportProposal(t.as('hanh'), { proposalId: second, comment: '' });
  expect(await t.ctx.db.proposalSupport.count({ where: { proposalId: third } })).toBe(1);
  await unmergeProposal(t.as('kitta'), first);
  expect((await openProposalPage(t.as('sena'), second)).mergedInto?.id).toBe(first);
});

it('two that are merged into each other at the same time end as one', async () => {
  const t = await open();
  const { first, second } = await two(t);
  const done = await Promise.allSettled([merge(t, first, second), merge(t, second, first)]);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('who sent the one that was merged anonymously stays unknown, and is told', async () => {
  const t = await open();
  const first = await sent(t.as('kajiura'));
  const second = await sent(t.as('sena'), { anonymous: true });
  await moved(t.as('kitta'), first, 'checking');
  await moved(t.as('kitta'), second, 'checking');
  await merge(t, second, first);
  await moved(t.as('kitta'), first, 'considering');
  expect(await told(t, 'proposal.mergedStep')).toEqual(['sena']);
  // Who supports it under her name hears of the decision like all who do: her absence would tell.
  await supportProposal(t.as('sena'), { proposalId: first, comment: '' });
  await moved(t.as('kitta'), first, 'adopted');
  expect(await told(t, 'proposal.decision')).toEqual(['sena']);
  const page = await openProposalPage(t.as('kitta'), first);
  expect(page.work?.merged[0]).toMatchObject({ proposerId: null, departmentId: null });
  expect((await ownProposals(t.as('sena'))).sent.map(({ proposal }) => proposal.id)).toEqual([second]);
});

it('withdrawn or handed over, it takes nothing in', async () => {
  const t = await open();
  const { first } = await two(t);
  const gone = await sent(t.as('momose'));
  await t.ctx.db.proposal.update({ where: { id: gone }, data: { state: 'withdrawn' } });
  await expect(merge(t, first, gone)).rejects.toMatchObject({ code: 'proposal.badTarget' });
});

it('merged, parted and merged again, into the same and into another one: no message is lost', async () => {
  const t = await open();
  const { first, second } = await two(t);
  const third = await sent(t.as('momose'));
  await moved(t.as('kitta'), third, 'checking');
  // The first and the third have been told the same number of times: their revisions are the same.
  const revisionOf = async (id: string) => (await rowOf(t, id)).revision;
  expect(await revisionOf(third)).toBe(await revisionOf(first));
  const toSena = async () => (await told(t, 'proposal.mergedStep')).filter((name) => name === 'sena').length;
  for (const [round, into] of [first, third, first, first].entries()) {
    await merge(t, second, into);
    const to = (await rowOf(t, into)).state === 'checking' ? ('considering' as const) : ('on_hold' as const);
    const next = (await rowOf(t, into)).state === 'on_hold' ? ('considering' as const) : to;
    await moved(t.as('kitta'), into, next);
    expect(await toSena()).toBe(round + 1);
    await unmergeProposal(t.as('kitta'), second);
  }
  // Of each merging and each parting she was told, too; 梶浦 of each time that hers came to his.
  const steps = await told(t, 'proposal.step');
  expect(steps.filter((name) => name === 'sena')).toHaveLength(1 + 4 * 2);
  expect(steps.filter((name) => name === 'kajiura')).toHaveLength(1 + 3 * 2);
  const rows = await t.ctx.db.outgoingMessage.findMany({ where: { purpose: 'proposal.mergedStep' } });
  expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(rows.length);
});

it('who was merged in hears of delays like who was there first, and not of what is asked and answered', async () => {
  const t = await openTestApp();
  const { first, second } = await two(t);
  await merge(t, second, first);
  await askProposer(t.as('kitta'), { proposalId: first, words: 'どの窓口のことでしょうか。' });
  await answerQuestion(t.as('kajiura'), { proposalId: first, words: '私の机の電話です。' });
  await t.settled();
  const toSena = () => JSON.stringify(t.stub.messagesOf(t.people.sena.entraObjectId ?? ''));
  expect(toSena()).toContain('もう少し詳しく伺っています');
  expect(toSena()).not.toMatch(/どの窓口|私の机/);
  t.clock.set('2026-12-30T10:05:00+09:00');
  await remindOverdue(t.ctx);
  await remindOverdue(t.ctx);
  expect((await told(t, 'proposal.late')).sort()).toEqual(['kajiura', 'sena']);
  await t.settled();
  await delayProposal(t.as('kitta'), {
    proposalId: first,
    words: '見積りを待っています。',
    answerDueOn: '2027-01-08',
  });
  await t.settled();
  expect(toSena()).toContain('お約束した日までにお答えできず、申し訳ありません');
  expect(toSena()).toContain('見積りを待っています。');
  t.clock.set('2027-01-12T10:05:00+09:00');
  await remindOverdue(t.ctx);
  expect((await told(t, 'proposal.late')).sort()).toEqual(['kajiura', 'kajiura', 'sena', 'sena']);
  await moved(t.as('kitta'), first, 'considering', 'adopted');
  await t.settled();
  expect(toSena()).toContain('合わせて検討した同じ趣旨のご提案が、採用となりました');
  // Her own card says where the other one is.
  expect(toSena()).toContain('K-2026-00001 のいまの状況: 採用');
});
