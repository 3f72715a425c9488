import { describe, expect, it } from 'vitest';
import {
  endReporting,
  moveDiscussions,
  nudgeLeaders,
  settleEdition,
  skipDiscussion,
  startDiscussion,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import { cancelEdition, closeEdition } from '../../../src/domain/listening/index.ts';
import { buttonsOf, cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { discussionOf, waitingMonth, write } from '../../support/discussions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const at = (t: TestApp, moment: string) => t.clock.set(`${moment}:00+09:00`);

/** The card of the discussion in CL-AUTO1's channel: its words, its buttons, and how often it was written. */
async function card(t: TestApp) {
  await t.settled();
  const message = t.stub
    .messagesIn('kikidoki-team')
    .filter((one) => JSON.stringify(one.versions[0]).includes('discussion.open'))
    // The month's card has that button too.
    .filter((one) => !JSON.stringify(one.versions[0]).includes('voice.listen'))
    .at(-1);
  const content = cardOf(message?.activity);
  return {
    words: visibleWords(content).join('\n'),
    buttons: buttonsOf(content).map(({ title }) => title),
    versions: message?.versions.length ?? 0,
  };
}

/** 榎 has begun December's discussion on the first day. */
async function begun(isAsync = false) {
  const t = await openTestApp();
  const editionId = await waitingMonth(t, 'motor');
  const { id: discussionId } = await discussionOf(t, editionId, 'motor');
  await startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync, revealAt: null });
  await write(t.as('sena'), discussionId, { why: 'ご不安だったと思います。' });
  await t.settled();
  expect((await card(t)).buttons).toEqual(['気づきを書く']);
  return { t, editionId, discussionId };
}

const report = { understood: '次の連絡の日が分かると、安心されます。', participants: 12, actions: [] };

describe('the card of a discussion that was not finished', () => {
  it('says until when it can be reported once the month is closed, and then that it is over, each once', async () => {
    const { t, editionId } = await begun();
    at(t, '2026-12-18T23:00');
    await closeEdition(t.as('asagi'), editionId);
    const late = await card(t);
    expect(late.words).toContain('お聴きくださり、ありがとうございました。');
    expect(late.words).toContain('実施報告は、1月17日(日)まで受け付けています。');
    expect(late.words).not.toContain('ステップ');
    expect(late.words).not.toContain('気づきが届き始めています');
    expect(late.buttons).toEqual(['実施報告のページを開く']);

    at(t, '2027-01-17T03:20');
    await endReporting(t.ctx);
    expect((await card(t)).versions).toBe(late.versions);
    at(t, '2027-01-18T03:20');
    await endReporting(t.ctx);
    const over = await card(t);
    expect(over.words).toContain('12月の職場ミーティングは終わりました');
    expect(over.buttons).toEqual([]);
    expect(over.versions).toBe(late.versions + 1);
    at(t, '2027-01-19T03:20');
    await endReporting(t.ctx);
    await settleEdition(t.ctx, editionId);
    expect((await card(t)).versions).toBe(over.versions);
  });

  it('becomes the summary where it is reported late', async () => {
    const { t, editionId, discussionId } = await begun();
    at(t, '2026-12-18T23:00');
    await closeEdition(t.as('asagi'), editionId);
    await t.settled();
    at(t, '2027-01-05T10:00');
    await wrapUp(t.as('enoki'), { ...report, discussionId, heldOn: '2026-12-17' });
    const summary = await card(t);
    expect(summary.words).toContain('次の連絡の日が分かると、安心されます。');
    expect(summary.buttons).toEqual(['まとめのページを開く', '改善提案をする']);
    at(t, '2027-01-18T03:20');
    await endReporting(t.ctx);
    expect((await card(t)).versions).toBe(summary.versions);
  });

  it('says so at once where a curator takes the month back, also under a summary', async () => {
    const { t, editionId, discussionId } = await begun();
    await wrapUp(t.as('enoki'), { ...report, discussionId, heldOn: '2026-12-01' });
    t.clock.advance({ minutes: 1 });
    await cancelEdition(t.as('asagi'), { editionId, reason: '声の差し替えのため' });
    const cancelled = await card(t);
    expect(cancelled.words).toContain('12月の職場ミーティングは取り止めになりました');
    expect(cancelled.words).toContain('次の連絡の日が分かると、安心されます。');
    expect(cancelled.words).not.toContain('差し替え');
    expect(cancelled.buttons).toEqual([]);
  });

  it('offers nothing more where the workplace skipped the month', async () => {
    const { t, editionId, discussionId } = await begun();
    await skipDiscussion(t.as('enoki'), { discussionId, reason: '棚卸しのため' });
    at(t, '2026-12-18T23:00');
    await closeEdition(t.as('asagi'), editionId);
    const skipped = await card(t);
    expect(skipped.words).toContain('12月は、話し合いをお休みします');
    expect(skipped.buttons).toEqual([]);
  });

  it('does not go on by itself after the month, over days or to a reveal', async () => {
    const { t, editionId, discussionId } = await begun(true);
    await closeEdition(t.as('asagi'), editionId);
    await t.settled();
    at(t, '2026-12-10T09:00');
    await moveDiscussions(t.ctx);
    expect(await discussionOf(t, editionId, 'motor')).toMatchObject({
      id: discussionId,
      state: 'reflecting',
      stepEndsAt: null,
    });
  });
});

describe('a reminder to a leader', () => {
  it('that is there when a month is taken back asks for nothing any more', async () => {
    const t = await openTestApp();
    const editionId = await waitingMonth(t, 'motor');
    at(t, '2026-12-08T10:05');
    await nudgeLeaders(t.ctx);
    await t.settled();
    t.clock.advance({ minutes: 1 });
    await cancelEdition(t.as('asagi'), { editionId, reason: '声の差し替えのため' });
    await t.settled();
    const [nudge] = t.stub.messagesOf(t.people.mizusawa.entraObjectId ?? '').slice(-1);
    expect(visibleWords(cardOf(nudge?.activity)).join()).toContain('この月の受付は終わりました。');
    expect(buttonsOf(cardOf(nudge?.activity))).toEqual([]);
  });
});
