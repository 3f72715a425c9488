import { expect, it } from 'vitest';
import { suggestedWords, suggestProposal } from '../../../src/domain/discussions/index.ts';
import { proposalForm, takenUp, withdrawProposal } from '../../../src/domain/proposals/index.ts';
import { pageOf, revealedDiscussion } from '../../support/discussions.ts';
import { sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** 榎 has marked the insight of 時田; 部署の話し合い. */
async function suggested(t: TestApp) {
  const discussionId = await revealedDiscussion(t);
  const { shared } = await pageOf(t, 'enoki', discussionId);
  const group = shared.groups.find(({ insights }) => insights.some((one) => one.change !== ''));
  const insight = group?.insights.find((one) => one.change !== '');
  if (!group || !insight) throw new Error('nobody wrote what could change');
  const source = { source: 'insight', sourceId: insight.id } as const;
  await suggestProposal(t.as('enoki'), { discussionId, ...source, suggested: true });
  const [first] = await takenUp(t.as('sena'), discussionId);
  if (!first) throw new Error('nothing is suggested');
  return { discussionId, suggestionId: first.suggestionId, group, ...source };
}

it('a member takes up what their discussion suggested, and the discussion shows who did', async () => {
  const t = await openTestApp({ working: false });
  const { discussionId, suggestionId, sourceId, source, group } = await suggested(t);
  const { taken } = await proposalForm(t.as('sena'), { suggestionId });
  expect(taken).toEqual({
    id: suggestionId,
    source,
    sourceId,
    voiceId: null,
    atMs: null,
    words: '最初の電話で、次の連絡の日をお伝えします。',
    group: group.title,
  });
  expect(await takenUp(t.as('sena'), discussionId)).toMatchObject([{ sourceId, proposal: null }]);
  const proposalId = await sent(t.as('sena'), { source, sourceId });
  expect(await takenUp(t.as('kajiura'), discussionId)).toMatchObject([{ proposal: { id: proposalId } }]);
  await withdrawProposal(t.as('sena'), proposalId);
  expect(await takenUp(t.as('kajiura'), discussionId)).toMatchObject([{ proposal: null }]);
});

it('other workplaces neither read a suggestion nor say that they take it up', async () => {
  const t = await openTestApp({ working: false });
  const { discussionId, suggestionId, sourceId, source } = await suggested(t);
  for (const who of ['momose', 'kitta', 'misono'] as const) {
    await expect(proposalForm(t.as(who), { suggestionId })).rejects.toMatchObject({
      code: 'discussion.notMember',
    });
    await expect(takenUp(t.as(who), discussionId)).rejects.toMatchObject({ code: 'discussion.notMember' });
  }
  await expect(suggestedWords(t.ctx, suggestionId)).rejects.toMatchObject({ code: 'signIn.required' });
  const proposalId = await sent(t.as('momose'), { source, sourceId });
  const proposal = await t.ctx.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  expect(proposal).toMatchObject({ source: 'page', sourceId: null });
});

it('an anonymous proposal does not name the workplace whose suggestion it takes up', async () => {
  const t = await openTestApp({ working: false });
  const { discussionId, sourceId, source } = await suggested(t);
  const proposalId = await sent(t.as('sena'), { source, sourceId, anonymous: true });
  const proposal = await t.ctx.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  expect(proposal).toMatchObject({ source: 'page', sourceId: null });
  expect(await takenUp(t.as('enoki'), discussionId)).toMatchObject([{ proposal: null }]);
});

it('a mark that was taken back is gone, and what was being written is sent all the same', async () => {
  const t = await openTestApp({ working: false });
  const { discussionId, suggestionId, sourceId, source } = await suggested(t);
  await suggestProposal(t.as('enoki'), { discussionId, source, sourceId, suggested: false });
  await expect(proposalForm(t.as('sena'), { suggestionId })).rejects.toMatchObject({
    code: 'discussion.suggestionGone',
  });
  await sent(t.as('sena'), { source, sourceId });
});

it('the form begins with a voice that can be heard, and without one that cannot', async () => {
  const t = await openTestApp({ working: false });
  await revealedDiscussion(t);
  const voiceId = t.voices.noNews;
  const form = await proposalForm(t.as('sena'), { voiceId, atMs: 23_000 });
  expect(form).toMatchObject({ answerDueOn: expect.stringMatching(/^20/), voice: { atMs: 23_000 } });
  expect((await proposalForm(t.as('sena'), { voiceId, atMs: 86_000_000 })).voice?.atMs).toBeNull();
  await t.ctx.db.voice.update({ where: { id: voiceId }, data: { state: 'withdrawn' } });
  expect((await proposalForm(t.as('sena'), { voiceId })).voice).toBeNull();
  // In no month yet: nobody reads its words before it is heard.
  expect((await proposalForm(t.as('sena'), { voiceId: t.voices.fourthTime })).voice).toBeNull();
  await expect(proposalForm(t.ctx, {})).rejects.toMatchObject({ code: 'signIn.required' });
});
