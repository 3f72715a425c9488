import { expect, it } from 'vitest';
import {
  mergeProposals,
  openProposalPage,
  ownProposals,
  supportProposal,
  unmergeProposal,
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
