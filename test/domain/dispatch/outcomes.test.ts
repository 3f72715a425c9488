import { describe, expect, it } from 'vitest';
import { currentPause } from '../../../src/domain/dispatch/index.ts';
import { editionStatus, retryEdition } from '../../../src/domain/listening/index.ts';
import { freePort } from '../../../src/platform/db/embedded.ts';
import type { PersonName } from '../../support/company.ts';
import { entra, movesOf, openWatchedApp, rowsOf, sends, small, until } from '../../support/dispatch.ts';
import { openedEdition } from '../../support/editions.ts';
import type { StubCall } from '../../support/stubConnector.ts';
import type { TestApp } from '../../support/testApp.ts';

const sendsTo = (t: TestApp, who: PersonName) => (call: StubCall) =>
  sends(call) && call.thread === t.stub.personalConversation(entra(t, who));

describe('a card', () => {
  it('arrives alone, without text, with an alert for people and none for channels', async () => {
    const t = await openWatchedApp();
    await openedEdition(t, small);
    await t.settled();
    const [personal] = t.stub.messagesOf(entra(t, 'shiomi'));
    const [channel] = t.stub.messagesIn('kikidoki-channel-2');
    expect(personal?.activity).toMatchObject({ channelData: { notification: { alert: true } } });
    expect(channel?.activity).not.toHaveProperty('channelData');
    for (const { activity } of t.stub.messages) expect(activity).not.toHaveProperty('text');
    expect(await movesOf(t)).toEqual(['marked → sent', 'marked → unreachable', 'waiting → marked']);
    const row = (await rowsOf(t, t.people.shiomi.id))[0];
    expect(row).toMatchObject({
      state: 'sent',
      activityId: personal?.id,
      attempts: 1,
      possiblyDoubled: false,
    });
  });

  it('posts to a channel once, which creates its conversation', async () => {
    const t = await openWatchedApp();
    await openedEdition(t, small);
    await t.settled();
    expect(
      t.stub
        .callsOf('createChannel')
        .map((call) => call.thread)
        .sort(),
    ).toEqual(['19:sl-morino@thread.tacv2', 'kikidoki-channel-2']);
    expect(t.stub.messagesIn('kikidoki-channel-2')).toHaveLength(1);
  });

  it('goes to a group chat that cannot be created', async () => {
    const t = await openWatchedApp({ now: '2026-12-01T10:00:00+09:00' });
    await openedEdition(t, { audience: { departments: ['CL-INJURY'] } });
    await t.settled();
    expect(t.stub.messagesIn('kikidoki-group-chat')).toHaveLength(1);
    expect(t.stub.callsOf('createChannel')).toEqual([]);
  });

  it('waits after 429 as Retry-After says, and everybody with it', async () => {
    const t = await openWatchedApp();
    t.stub.script(1, { status: 429, headers: { 'retry-after': '2' } }, sends);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    const throttled = t.stub.calls.find((call) => call.status === 429);
    expect(await currentPause(t.ctx.db)).toMatchObject({ reason: 'throttled' });
    t.clock.advance({ seconds: 2 });
    await t.settled();
    const after = t.stub.calls.filter((call) => call.at > (throttled?.at ?? 0) + 500);
    const first = Math.min(...after.map((call) => call.at));
    // What was under way at that moment still ended; nothing new began.
    expect(first - (throttled?.at ?? 0)).toBeGreaterThan(1_950);
    expect(t.stub.messages).toHaveLength(10);
    expect(new Set(t.stub.messages.map((message) => message.conversationId)).size).toBe(10);
  });

  it.each([
    ['412', { status: 412, headers: { 'retry-after': '1' } }],
    ['a 429 that says nothing', { status: 429 }],
  ])('is tried again after %s, and not doubled', async (_what, answer) => {
    const t = await openWatchedApp();
    t.stub.script(1, answer, sends);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    t.clock.advance({ minutes: 1 });
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    expect(await movesOf(t)).toContain('marked → waiting');
  });

  it('that is perhaps delivered is sent once more and reported; twice over it is held for an operator', async () => {
    const t = await openWatchedApp();
    t.stub.script(1, { status: 502, delivered: true }, sendsTo(t, 'momose'));
    t.stub.script(2, { instead: 'reset' }, sendsTo(t, 'shiomi'));
    const editionId = await openedEdition(t, small);
    await t.settled();
    expect(t.stub.messagesOf(entra(t, 'momose'))).toHaveLength(2);
    expect(t.stub.messagesOf(entra(t, 'shiomi'))).toHaveLength(0);
    expect((await rowsOf(t, t.people.momose.id))[0]).toMatchObject({ state: 'sent', possiblyDoubled: true });
    expect((await rowsOf(t, t.people.shiomi.id))[0]).toMatchObject({ state: 'held', possiblyDoubled: true });
    const status = await editionStatus(t.as('asagi'), editionId);
    expect(status.messages.reduce((sum, one) => sum + one.doubled, 0)).toBe(2);
    expect(await retryEdition(t.as('tsutsumi'), editionId)).toBeGreaterThanOrEqual(1);
    await t.settled();
    expect((await rowsOf(t, t.people.shiomi.id))[0]?.state).toBe('sent');
    expect(t.stub.messagesOf(entra(t, 'shiomi'))).toHaveLength(1);
    expect(await movesOf(t)).toEqual([
      'held → waiting',
      'marked → sent',
      'marked → unknown',
      'marked → unreachable',
      'unknown → held',
      'unknown → waiting',
      'unreachable → waiting',
      'waiting → marked',
    ]);
  });

  it('is held at once where the company wants no doubles, also when nobody answers for 15 s', {
    timeout: 60_000,
  }, async () => {
    const t = await openWatchedApp({ settings: { dispatch: { unknownOutcome: 'hold' } } });
    t.stub.script(1, { status: 500, delivered: true }, sendsTo(t, 'momose'));
    t.stub.script(1, { instead: 'silence', delivered: true }, sendsTo(t, 'shiomi'));
    await openedEdition(t, small);
    await t.settled(40_000);
    const held = await t.ctx.db.outgoingMessage.findMany({ where: { state: 'held' } });
    expect(held).toHaveLength(2);
    expect(held.every((row) => !row.possiblyDoubled)).toBe(true);
    expect(t.stub.messages).toHaveLength(10);
    expect(await movesOf(t)).toContain('unknown → held');
    expect(await movesOf(t)).not.toContain('unknown → waiting');
  });

  it('to a place that is gone is created anew once', async () => {
    const t = await openWatchedApp();
    await openedEdition(t, small);
    await t.settled();
    t.stub.loseConversation(t.stub.personalConversation(entra(t, 'shiomi')));
    await openedEdition(t, { ...small, month: '2027-01', opensAt: t.clock.now(), dueOn: '2026-12-18' });
    await t.settled();
    expect(t.stub.messagesOf(entra(t, 'shiomi'))).toHaveLength(2);
    const rows = await rowsOf(t, t.people.shiomi.id);
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('that stays gone is counted as not reachable', async () => {
    const t = await openWatchedApp();
    t.stub.script(
      99,
      { status: 404, body: { error: { code: 'ConversationNotFound' } } },
      (call) => call.kind !== 'createPersonal',
    );
    await openedEdition(t, small);
    await t.settled();
    expect((await rowsOf(t, t.people.shiomi.id))[0]).toMatchObject({
      state: 'unreachable',
      reason: 'conversationGone',
    });
  });

  it.each([
    ['ConversationBlockedByUser', 'blocked'],
    ['BotDisabledByAdmin', 'disabledByAdmin'],
    ['BotNotInConversationRoster', 'notInstalled'],
  ])('refused with %s is not tried again', async (subcode, reason) => {
    const t = await openWatchedApp();
    const toShiomi = sendsTo(t, 'shiomi');
    t.stub.script(9, { status: 403, body: { error: { code: subcode } } }, toShiomi);
    await openedEdition(t, small);
    await t.settled();
    expect((await rowsOf(t, t.people.shiomi.id))[0]).toMatchObject({
      state: 'unreachable',
      reason,
      attempts: 1,
    });
    expect(t.stub.calls.filter(toShiomi)).toHaveLength(1);
  });

  it('goes out when Teams is there again: the connection was refused', async () => {
    const serviceUrl = `http://127.0.0.1:${await freePort()}`;
    const t = await openWatchedApp({ working: false, serviceUrl });
    await openedEdition(t, small);
    await t.app.startWorking();
    const waiting = () =>
      t.ctx.db.outgoingMessage.count({
        where: { state: 'waiting', reason: 'ECONNREFUSED', attempts: { gt: 0 } },
      });
    await until(async () => (await waiting()) >= 9);
    expect(await movesOf(t)).not.toContain('marked → unknown');
  });
});
