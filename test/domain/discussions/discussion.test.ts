import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkIn,
  goStep,
  leadDiscussion,
  listDiscussions,
  makeGroup,
  moveInsight,
  renameGroup,
  revealInsights,
  setTimer,
  startDiscussion,
  vote,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import {
  pageOf,
  reflectingDiscussion,
  revealedDiscussion,
  waitingDiscussion,
  write,
} from '../../support/discussions.ts';
import { openTestApp } from '../../support/testApp.ts';

const shownWords = (page: Awaited<ReturnType<typeof pageOf>>) =>
  page.shared.groups.flatMap((group) =>
    group.insights.map((insight) => insight.why || insight.felt || insight.change),
  );

describe('a discussion', () => {
  it('waits for every department of the month', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const page = await pageOf(t, 'enoki', discussionId);
    expect(page.shared.discussion.state).toBe('waiting');
    expect(page.me.leads).toBe(true);
    expect((await pageOf(t, 'kajiura', discussionId)).me.leads).toBe(false);
  });

  it('is open to its department and to nobody else', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await expect(pageOf(t, 'shiomi', discussionId)).rejects.toThrow('discussion.notMember');
    await expect(write(t.as('shiomi'), discussionId, { why: '気になります' })).rejects.toThrow(
      'discussion.notMember',
    );
  });

  it('begins with the first insight, which others see only as coming in', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await write(t.as('kajiura'), discussionId, { why: '連絡がなかったから' });
    const page = await pageOf(t, 'mizusawa', discussionId);
    expect(page.shared.discussion.state).toBe('reflecting');
    expect(page.shared.insightsComing).toBe(true);
    expect(page.shared.groups).toEqual([]);
    expect(page.me.insights).toEqual([]);
    expect((await pageOf(t, 'kajiura', discussionId)).me.insights).toHaveLength(1);
  });

  it('lets people change their own insight until the reveal', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    const id = await write(t.as('kajiura'), discussionId, { why: '連絡がなかったから' });
    await write(t.as('kajiura'), discussionId, { why: '連絡が来なかったから' }, id);
    await expect(write(t.as('sena'), discussionId, { why: '私の' }, id)).rejects.toThrow(
      'discussion.insightGone',
    );
    await revealInsights(t.as('enoki'), discussionId);
    expect(shownWords(await pageOf(t, 'sena', discussionId))).toEqual(['連絡が来なかったから']);
    await expect(write(t.as('kajiura'), discussionId, { why: 'やはり' }, id)).rejects.toThrow(
      'discussion.insightGone',
    );
  });

  it('walks through its steps, one step for two presses at once', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    await Promise.all([
      goStep(t.as('enoki'), { discussionId, from: 1, to: 'next' }),
      goStep(t.as('mizusawa'), { discussionId, from: 1, to: 'next' }),
    ]);
    const { discussion } = (await pageOf(t, 'sena', discussionId)).shared;
    expect([discussion.state, discussion.step]).toEqual(['talking', 2]);
    await goStep(t.as('enoki'), { discussionId, from: 2, to: 'back' });
    expect((await pageOf(t, 'sena', discussionId)).shared.discussion.state).toBe('revealed');
  });

  it('rests its timer and goes on', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    t.clock.advance({ minutes: 1 });
    await setTimer(t.as('enoki'), { discussionId, change: 'pause' });
    t.clock.advance({ minutes: 10 });
    expect((await pageOf(t, 'sena', discussionId)).shared.discussion.restingMs).toBe(120_000);
    await setTimer(t.as('enoki'), { discussionId, change: 'resume' });
    const { stepEndsAt } = (await pageOf(t, 'sena', discussionId)).shared.discussion;
    expect(stepEndsAt?.getTime()).toBe(t.clock.now().getTime() + 120_000);
  });

  it('gives everybody five votes, three at most on one group', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const [insight] = (await pageOf(t, 'enoki', discussionId)).shared.groups.flatMap((one) => one.insights);
    await makeGroup(t.as('enoki'), {
      discussionId,
      groupId: randomUUID(),
      title: '連絡の時期',
      insightId: insight?.id ?? '',
    });
    const [a, b] = (await pageOf(t, 'sena', discussionId)).shared.groups;
    if (!a || !b) throw new Error('two groups expected');
    await vote(t.as('sena'), { discussionId, groupId: a.id, votes: 3 });
    await vote(t.as('sena'), { discussionId, groupId: a.id, votes: 3 });
    await expect(vote(t.as('sena'), { discussionId, groupId: a.id, votes: 4 })).rejects.toThrow(
      'discussion.votesUsed',
    );
    await vote(t.as('sena'), { discussionId, groupId: b.id, votes: 2 });
    await expect(vote(t.as('sena'), { discussionId, groupId: b.id, votes: 3 })).rejects.toThrow(
      'discussion.votesUsed',
    );
    await vote(t.as('tokita'), { discussionId, groupId: a.id, votes: 1 });
    const { groups } = (await pageOf(t, 'kajiura', discussionId)).shared;
    const votes = [a, b].map(({ id }) => groups.find((group) => group.id === id)?.votes);
    expect(votes).toEqual([4, 2]);
  });

  it('masks what a title says of a customer', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const [group] = (await pageOf(t, 'enoki', discussionId)).shared.groups;
    const title = '折り返し先 090-1234-5678 の件';
    await renameGroup(t.as('enoki'), { discussionId, groupId: group?.id ?? '', title });
    const after = (await pageOf(t, 'enoki', discussionId)).shared.groups.find(({ id }) => id === group?.id);
    expect(after?.title).toBe('折り返し先 【電話番号】 の件');
  });

  it('lets a leader move an insight; an empty group goes', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const [insight] = (await pageOf(t, 'enoki', discussionId)).shared.groups.flatMap((one) => one.insights);
    const insightId = insight?.id ?? '';
    const groupId = randomUUID();
    await makeGroup(t.as('enoki'), { discussionId, groupId, title: '連絡', insightId });
    const back = (await pageOf(t, 'enoki', discussionId)).shared.groups.find((one) => one.id !== groupId);
    await moveInsight(t.as('mizusawa'), { discussionId, insightId, groupId: back?.id ?? '' });
    const groups = (await pageOf(t, 'enoki', discussionId)).shared.groups;
    expect(groups.map((group) => group.id)).not.toContain(groupId);
    await expect(
      moveInsight(t.as('sena'), { discussionId, insightId, groupId: back?.id ?? '' }),
    ).rejects.toThrow('discussion.notLeader');
  });

  it('ends with a summary, which is the report in the same step', async () => {
    const t = await openTestApp();
    const discussionId = await revealedDiscussion(t);
    await checkIn(t.as('hanh'), discussionId);
    expect((await pageOf(t, 'enoki', discussionId)).leading?.counted).toBe(5);
    await wrapUp(t.as('enoki'), {
      discussionId,
      understood: '次の連絡の日をお伝えすることが、安心につながると分かりました。',
      participants: 12,
      heldOn: '2026-12-01',
      actions: [
        { id: randomUUID(), text: '次回連絡日を必ず伝える', ownerId: t.people.sena.id, dueOn: '2026-12-25' },
      ],
    });
    const { shared } = await pageOf(t, 'sena', discussionId);
    expect(shared.discussion).toMatchObject({
      state: 'wrapped_up',
      participants: 12,
      heldOn: '2026-12-01',
      reportedOn: '2026-12-01',
    });
    expect(shared.timeliness).toBe('inTime');
    expect(shared.actions.map(({ text, owner }) => [text, owner?.name.ja])).toEqual([
      ['次回連絡日を必ず伝える', t.people.sena.name],
    ]);
    // A card that changes several times in a moment is brought up to date once.
    t.clock.advance({ seconds: 2 });
    await t.settled();
    const cards = JSON.stringify(t.stub.messagesIn('kikidoki-team'));
    expect(cards).toContain('次の連絡の日をお伝えすること');
  });

  it('keeps both reports when two leaders end it at once', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const report = (understood: string, action: string) => ({
      discussionId,
      understood,
      participants: 12,
      heldOn: '2026-12-01',
      actions: [{ id: randomUUID(), text: action, ownerId: null, dueOn: null }],
    });
    const enokis = report('次の連絡の日が大切です。', '連絡の日をお伝えする');
    const komines = report('最初のひと言が大切です。', '最初にお礼を伝える');
    await wrapUp(t.as('enoki'), { ...enokis, seenReports: 0 });
    // The same press once more changes nothing.
    await wrapUp(t.as('enoki'), { ...enokis, seenReports: 0 });
    await expect(wrapUp(t.as('komine'), { ...komines, seenReports: 0 })).rejects.toThrow(
      'discussion.reportedMeanwhile',
    );
    const { shared } = await pageOf(t, 'komine', discussionId);
    expect(shared.discussion).toMatchObject({ understood: enokis.understood, reports: 1 });
    const both = { ...komines, actions: [...enokis.actions, ...komines.actions] };
    await wrapUp(t.as('komine'), { ...both, seenReports: 1 });
    const after = await pageOf(t, 'enoki', discussionId);
    expect(after.shared.actions.map(({ text }) => text)).toEqual([
      '連絡の日をお伝えする',
      '最初にお礼を伝える',
    ]);
  });

  it('is held in five minutes: reported from the start', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t, 'minato', 'shiomi');
    await wrapUp(t.as('shiomi'), {
      discussionId,
      understood: '最初のひと言で、お客さまのお気持ちが変わると気づきました。',
      participants: 6,
      heldOn: '2026-12-01',
      actions: [],
    });
    expect((await pageOf(t, 'momose', discussionId)).shared.discussion).toMatchObject({
      state: 'wrapped_up',
      mode: 'short',
    });
  });

  it('is led by whom two members agree on', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const start = { discussionId, mode: 'full', isAsync: false, revealAt: null } as const;
    await leadDiscussion(t.as('sena'), { discussionId, personId: t.people.sena.id });
    await expect(startDiscussion(t.as('sena'), start)).rejects.toThrow('discussion.notLeader');
    await leadDiscussion(t.as('sena'), { discussionId, personId: t.people.sena.id });
    await expect(startDiscussion(t.as('sena'), start)).rejects.toThrow('discussion.notLeader');
    await leadDiscussion(t.as('tokita'), { discussionId, personId: t.people.sena.id });
    await startDiscussion(t.as('sena'), start);
    expect((await pageOf(t, 'tokita', discussionId)).shared.leader?.id).toBe(t.people.sena.id);
  });

  it('is led by somebody whom a member named and another one agrees on', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const name = (who: 'sena' | 'kajiura') =>
      leadDiscussion(t.as(who), { discussionId, personId: t.people.tokita.id });
    await name('sena');
    await name('sena');
    const { shared, members } = await pageOf(t, 'kajiura', discussionId);
    expect([shared.leader, shared.candidate?.id]).toEqual([null, t.people.tokita.id]);
    expect(members.map(({ id }) => id)).toContain(t.people.tokita.id);
    await name('kajiura');
    expect((await pageOf(t, 'tokita', discussionId)).me.leads).toBe(true);
  });

  it('is offered once for each of a person’s departments', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t, 'products', 'nagura');
    const { edition } = await pageOf(t, 'nagura', discussionId);
    const choices = await listDiscussions(t.as('nagura'), edition.id);
    expect(choices.map(({ department, main }) => [department.code, main])).toEqual([
      ['HQ-PROD', true],
      ['HQ-QUAL', false],
    ]);
  });
});
