import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  planDiscussion,
  skipDiscussion,
  snoozeReminders,
  startDiscussion,
  takeBackInsight,
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

const action = { id: randomUUID(), text: '次の連絡日をお伝えする', ownerId: null, dueOn: null };

describe('an insight', () => {
  it('is one of ten of its writer, however fast they press', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    const presses = Array.from({ length: 30 }, (_, n) =>
      write(t.as('sena'), discussionId, { why: `気づき ${n}` }).catch((error) => error.code),
    );
    const refused = (await Promise.all(presses)).filter((one) => one === 'discussion.insightsMany');
    expect(refused).toHaveLength(20);
    expect(await t.ctx.db.insight.count({ where: { discussionId } })).toBe(10);
  });

  it('that is taken back leaves no sign of who wrote alone', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    const coming = async () => (await pageOf(t, 'mizusawa', discussionId)).shared.insightsComing;
    expect(await coming()).toBe(false);
    const insightId = await write(t.as('sena'), discussionId, { why: '連絡がなかったから' });
    expect(await coming()).toBe(true);
    await takeBackInsight(t.as('sena'), { discussionId, insightId });
    expect(await coming()).toBe(true);
  });

  it('of characters without width is none', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await reflectingDiscussion(t);
    await expect(write(t.as('sena'), discussionId, { why: '\u200b \ufeff' })).rejects.toThrow(
      'discussion.insightEmpty',
    );
  });
});

describe('the reveal', () => {
  it('is set for a time at which somebody can still report', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const start = (at: string) =>
      startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync: false, revealAt: new Date(at) });
    await expect(start('9999-12-31T00:00:00Z')).rejects.toThrow('discussion.badReveal');
    await expect(start('2026-11-01T00:00:00Z')).rejects.toThrow('discussion.badReveal');
    await start('2026-12-10T00:00:00Z');
  });
});

describe('an action', () => {
  it('is due on a day that somebody can have meant', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const report = { discussionId, understood: '', participants: 8, heldOn: '2026-12-01' };
    const due = (dueOn: string) => wrapUp(t.as('enoki'), { ...report, actions: [{ ...action, dueOn }] });
    for (const dueOn of ['0001-01-01', '2025-11-01', '9999-12-31'])
      await expect(due(dueOn), dueOn).rejects.toThrow('discussion.badDueDay');
    await due('2026-12-25');
  });

  it('names colleagues and no customer', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await revealedDiscussion(t);
    const texts = [
      '榎木さんが手順を見直す',
      '山田太郎様にお詫びする。山田太郎の件は急ぐ',
      '田中さまへ手紙を書く',
    ];
    await wrapUp(t.as('enoki'), {
      discussionId,
      understood: '',
      participants: 8,
      heldOn: '2026-12-01',
      actions: texts.map((text) => ({ ...action, id: randomUUID(), text })),
    });
    const { shared } = await pageOf(t, 'enoki', discussionId);
    expect(shared.actions.map(({ text }) => text)).toEqual([
      '榎木さんが手順を見直す',
      '【氏名A】様にお詫びする。【氏名A】の件は急ぐ',
      '【氏名B】さまへ手紙を書く',
    ]);
  });
});

describe('who leads', () => {
  it('may plan today, sees until when reminders rest, and skips the plan with the month', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await waitingDiscussion(t);
    const seen = async () => {
      const { leading, shared } = await pageOf(t, 'enoki', discussionId);
      return { ...leading, plannedOn: shared.discussion.plannedOn };
    };
    expect((await seen()).days?.slice(0, 2)).toEqual(['2026-12-01', '2026-12-02']);
    await planDiscussion(t.as('enoki'), { discussionId, plannedOn: '2026-12-01' });
    expect(await seen()).toMatchObject({ plannedOn: '2026-12-01', snoozedUntil: null });
    await snoozeReminders(t.as('enoki'), discussionId);
    expect(await seen()).toMatchObject({ plannedOn: null, snoozedUntil: '2026-12-08' });
    await planDiscussion(t.as('enoki'), { discussionId, plannedOn: '2026-12-03' });
    await skipDiscussion(t.as('enoki'), { discussionId, reason: '繁忙のため' });
    expect(await seen()).toMatchObject({ plannedOn: null, snoozedUntil: null });
  });
});
