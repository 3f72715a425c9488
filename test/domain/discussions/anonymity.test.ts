import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asPerson } from '../../../src/domain/context.ts';
import {
  hideInsight,
  makeTheme,
  moveDiscussions,
  openTheme,
  readInsights,
  revealInsights,
  settleEdition,
  startDiscussion,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import { membersOf } from '../../../src/domain/people/index.ts';
import {
  pageOf,
  reflectingDiscussion,
  revealedDiscussion,
  waitingDiscussion,
  write,
} from '../../support/discussions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';
import { releasedOvernight } from '../../support/themes.ts';

const anonymous = (words: { why?: string; change?: string }) => ({ ...words, anonymous: true });
const insightsIn = (page: Awaited<ReturnType<typeof pageOf>>) =>
  page.shared.groups.flatMap((group) => group.insights);
const rows = (t: TestApp, discussionId: string) =>
  t.ctx.db.insight.findMany({ where: { discussionId }, orderBy: { id: 'asc' } });

describe('anonymous insights', () => {
  it('are shown when three people wrote some, without a name, a time, or an order that tells', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    const mine = await write(
      t.as('kajiura'),
      discussionId,
      anonymous({ why: '説明が足りなかったと思います' }),
    );
    await write(t.as('sena'), discussionId, anonymous({ why: '私も忙しくて折り返しを忘れたことがあります' }));
    await write(t.as('tokita'), discussionId, anonymous({ change: '折り返しの一覧を作ります' }));
    await write(t.as('mizusawa'), discussionId, { why: '待つ時間が長かったからです' });
    await revealInsights(t.as('enoki'), discussionId);

    const page = await pageOf(t, 'enoki', discussionId);
    expect(insightsIn(page)).toHaveLength(4);
    expect(insightsIn(page).flatMap(({ author }) => author?.ja ?? [])).toEqual([t.people.mizusawa.name]);
    for (const row of await rows(t, discussionId)) {
      expect(row.writtenAt).toBeNull();
      expect(row.authorId === null).toBe(row.anonymous);
    }
    // Theirs no more, for them either.
    expect((await pageOf(t, 'kajiura', discussionId)).me.insights.map(({ id }) => id)).not.toContain(mine);
    expect(page.shared.discussion.anonymousWithheld).toBe(false);
  });

  it('stay with the quality department when fewer wrote some; the leader is told', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    await write(t.as('kajiura'), discussionId, anonymous({ why: '説明が足りなかったと思います' }));
    await write(t.as('kajiura'), discussionId, anonymous({ why: '一人で二つ書いても一人です' }));
    await write(t.as('sena'), discussionId, anonymous({ why: '忙しくて忘れたことがあります' }));
    await write(t.as('mizusawa'), discussionId, { why: '待つ時間が長かったからです' });
    await revealInsights(t.as('enoki'), discussionId);

    const page = await pageOf(t, 'enoki', discussionId);
    expect(insightsIn(page).map((insight) => insight.why)).toEqual(['待つ時間が長かったからです']);
    expect(page.shared.discussion.anonymousWithheld).toBe(true);
    const kept = (await rows(t, discussionId)).filter((row) => row.state === 'withheld');
    expect(kept).toHaveLength(3);
    expect(kept.every((row) => row.authorId === null)).toBe(true);
    // Three took part, all of them by writing: the form does not begin with their number.
    expect(page.leading?.counted).toBe(0);
  });

  it('of one’s own department are not read by a colleague who reads for the quality department', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    const insightId = await write(
      t.as('kajiura'),
      discussionId,
      anonymous({ why: '説明が足りませんでした' }),
    );
    await revealInsights(t.as('enoki'), discussionId);
    await releasedOvernight(t);
    await t.ctx.db.grant.create({ data: { personId: t.people.sena.id, role: 'curator' } });
    const read = async (who: 'sena' | 'asagi') =>
      (await readInsights(t.as(who), '2026-12', {})).topics.flatMap(({ insights }) =>
        insights.map(({ id }) => id),
      );
    expect(await read('asagi')).toEqual([insightId]);
    expect(await read('sena')).toEqual([]);
    const theme = { month: '2026-12', title: '説明', from: { insightIds: [insightId] } };
    const themeId = randomUUID();
    await makeTheme(t.as('asagi'), { ...theme, themeId });
    expect((await openTheme(t.as('sena'), themeId)).read?.insights).toEqual([]);
  });

  it('count a feeling once, and are limited after the reveal too', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    await write(t.as('sena'), discussionId, { feelings: ['angry', 'angry', 'angry'] });
    expect((await pageOf(t, 'enoki', discussionId)).shared.feelings[0]?.counts.get('angry')).toBe(1);
    const many = Array.from({ length: 200 }, (_, index) => ({
      id: randomUUID(),
      discussionId,
      anonymous: true,
      why: `${index}`,
      state: 'withheld' as const,
    }));
    await t.ctx.db.insight.createMany({ data: many });
    await expect(write(t.as('sena'), discussionId, anonymous({ why: 'もう一つ' }))).rejects.toMatchObject({
      code: 'discussion.tooLate',
    });
  });

  it('stay with the quality department when too few people may have written them', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t, 'minato', 'shiomi');
    await startDiscussion(t.as('shiomi'), { discussionId, mode: 'full', isAsync: false, revealAt: null });
    const members = await membersOf(t.ctx.db, t.departments.minato.id);
    const [a, b, c, ...named] = members.filter((member) => member.status === 'active');
    for (const one of [a, b, c]) {
      await write(asPerson(t.ctx, one?.id ?? ''), discussionId, anonymous({ why: '匿名で書きます' }));
    }
    // Six people: with two named ones only four may have written anonymously.
    for (const one of named.slice(0, 2)) {
      await write(asPerson(t.ctx, one.id), discussionId, { why: '名前を出して書きます' });
    }
    await revealInsights(t.as('shiomi'), discussionId);
    const page = await pageOf(t, 'shiomi', discussionId);
    expect(insightsIn(page).every(({ author }) => author !== null)).toBe(true);
    expect(page.shared.discussion.anonymousWithheld).toBe(true);
  });

  it('that come after the reveal go to the quality department alone', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    await write(t.as('hanh'), discussionId, anonymous({ why: 'あとから聴きました' }));
    await write(t.as('hanh'), discussionId, { why: '名前を出して、あとから書きます' });
    const words = insightsIn(await pageOf(t, 'enoki', discussionId)).map((insight) => insight.why);
    expect(words).toContain('名前を出して、あとから書きます');
    expect(words).not.toContain('あとから聴きました');
    const [kept] = (await rows(t, discussionId)).filter((row) => row.anonymous);
    expect(kept).toMatchObject({ state: 'withheld', authorId: null, writtenAt: null });
  });

  it('belong to nobody any more when the month closes without a reveal', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    await write(t.as('kajiura'), discussionId, anonymous({ why: '言い出せませんでした' }));
    const { edition } = await pageOf(t, 'enoki', discussionId);
    await closeEdition(t.as('asagi'), edition.id);
    await settleEdition(t.ctx, edition.id);
    expect(await rows(t, discussionId)).toMatchObject([{ state: 'withheld', authorId: null }]);
    await expect(write(t.as('sena'), discussionId, { why: 'まだ書けますか' })).rejects.toThrow(
      'discussion.tooLate',
    );
  });

  it('leave no trace of their writers in the 操作ログ', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    await write(t.as('kajiura'), discussionId, anonymous({ why: '言い出せませんでした' }));
    const lines = await t.ctx.db.auditEntry.findMany({ where: { actorId: t.people.kajiura.id } });
    expect(lines).toEqual([]);
  });
});

describe('an insight', () => {
  it('is stored without personal data, and its writer is told', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    await write(t.as('kajiura'), discussionId, {
      why: '090-1234-5678に折り返しの電話がなかったからだと思います',
    });
    const page = await pageOf(t, 'kajiura', discussionId);
    expect(page.me.insights).toMatchObject([
      { why: '【電話番号】に折り返しの電話がなかったからだと思います', masked: ['phone'] },
    ]);
    expect(JSON.stringify(await rows(t, discussionId))).not.toContain('1234');
  });

  it('is hidden by the leader, who does not learn whose it is', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const [first] = insightsIn(await pageOf(t, 'enoki', discussionId));
    const insightId = first?.id ?? '';
    await hideInsight(t.as('enoki'), { discussionId, insightId, hidden: true });
    expect(insightsIn(await pageOf(t, 'sena', discussionId)).map((insight) => insight.id)).not.toContain(
      insightId,
    );
    expect((await pageOf(t, 'enoki', discussionId)).leading?.hidden.map(({ id }) => id)).toEqual([insightId]);
    await expect(hideInsight(t.as('sena'), { discussionId, insightId, hidden: false })).rejects.toThrow(
      'discussion.notLeader',
    );
    await hideInsight(t.as('mizusawa'), { discussionId, insightId, hidden: false });
    expect(insightsIn(await pageOf(t, 'sena', discussionId))).toHaveLength(4);
  });

  it.each([
    ['nothing', {}, 'discussion.insightEmpty'],
    ['blanks', { why: ' 　\n' }, 'discussion.insightEmpty'],
    ['a feeling that is none', { feelings: ['jealous'] }, 'discussion.unknownKey'],
  ])('of %s is refused', async (_what, words, code) => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await expect(write(t.as('kajiura'), discussionId, words)).rejects.toThrow(code);
    expect((await pageOf(t, 'kajiura', discussionId)).shared.discussion.state).toBe('waiting');
  });

  it('may be one character or four thousand', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    await write(t.as('kajiura'), discussionId, { why: '待' });
    await write(t.as('sena'), discussionId, {
      why: '待つのはつらいと思います。'.repeat(307).slice(0, 4_000),
    });
    await revealInsights(t.as('enoki'), discussionId);
    expect(insightsIn(await pageOf(t, 'tokita', discussionId))).toHaveLength(2);
  });

  it('is kept ten times a person, and no more', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    for (let n = 1; n <= 10; n += 1) await write(t.as('kajiura'), discussionId, { why: `${n}つ目` });
    await expect(write(t.as('kajiura'), discussionId, { why: '11個目' })).rejects.toThrow(
      'discussion.insightsMany',
    );
  });

  it('is written by everybody at once while the leader reveals, and none is lost', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    const members = (await membersOf(t.ctx.db, t.departments.motor.id)).filter(
      (member) => member.status === 'active',
    );
    const writes = members.map((member) =>
      write(asPerson(t.ctx, member.id), discussionId, { why: '連絡を待つ間の気持ちを考えました' }),
    );
    await Promise.all([...writes, revealInsights(t.as('enoki'), discussionId)]);
    expect(insightsIn(await pageOf(t, 'sena', discussionId))).toHaveLength(members.length);
  });
});

describe('time', () => {
  it('reveals by itself when the leader set it so', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const revealAt = new Date('2026-12-03T09:00:00+09:00');
    await startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync: false, revealAt });
    await write(t.as('kajiura'), discussionId, { why: '待つ時間が長かったからです' });
    await moveDiscussions(t.ctx);
    expect((await pageOf(t, 'sena', discussionId)).shared.discussion.state).toBe('reflecting');
    t.clock.set('2026-12-03T09:00:00+09:00');
    await moveDiscussions(t.ctx);
    expect((await pageOf(t, 'sena', discussionId)).shared.discussion.state).toBe('revealed');
  });

  it('moves shifts on, each step with its own term, up to the last', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    await startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync: true, revealAt: null });
    await write(t.as('kajiura'), discussionId, { why: '待つ時間が長かったからです' });
    const { steps, discussion } = (await pageOf(t, 'sena', discussionId)).shared;
    // Two business days from a Tuesday: until Thursday night.
    expect(discussion.stepEndsAt?.toISOString()).toBe('2026-12-03T15:00:00.000Z');
    for (let day = 0; day < 30; day += 1) {
      t.clock.advance({ days: 1 });
      await moveDiscussions(t.ctx);
    }
    const after = (await pageOf(t, 'sena', discussionId)).shared.discussion;
    expect([after.state, after.step]).toEqual(['talking', steps.length - 1]);
  });

  it('tells late reports from late discussions', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const report = { discussionId, understood: '', participants: 10, actions: [] };
    const { edition } = await pageOf(t, 'enoki', discussionId);
    t.clock.set(`${edition.dueOn}T10:00:00+09:00`);
    t.clock.advance({ days: 3 });
    await closeEdition(t.as('asagi'), edition.id);
    await wrapUp(t.as('enoki'), { ...report, heldOn: edition.dueOn });
    expect((await pageOf(t, 'enoki', discussionId)).shared.timeliness).toBe('lateReport');
    const today = t.clock.now().toISOString().slice(0, 10);
    await wrapUp(t.as('enoki'), { ...report, heldOn: today });
    expect((await pageOf(t, 'enoki', discussionId)).shared.timeliness).toBe('lateHeld');
    // What came after the month is corrected on its day only.
    t.clock.advance({ days: 1 });
    await expect(wrapUp(t.as('enoki'), { ...report, heldOn: today })).rejects.toThrow('discussion.tooLate');
  });

  it('knows no discussion of tomorrow, and none before the opening', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const report = { discussionId, understood: '', participants: 10, actions: [] };
    for (const heldOn of ['2026-12-02', '2026-11-30']) {
      await expect(wrapUp(t.as('enoki'), { ...report, heldOn })).rejects.toThrow('discussion.badDay');
    }
    await expect(wrapUp(t.as('enoki'), { ...report, participants: 0, heldOn: '2026-12-01' })).rejects.toThrow(
      'discussion.badParticipants',
    );
  });
});
