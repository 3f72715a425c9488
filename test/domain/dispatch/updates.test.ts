import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { insertUpdates } from '../../../src/domain/dispatch/dispatch.store.ts';
import { currentPause } from '../../../src/domain/dispatch/index.ts';
import { closeEdition, updateEditionCards } from '../../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { entra, openWatchedApp, rowsOf, sends, small, until, updates } from '../../support/dispatch.ts';
import { hear, openedEdition } from '../../support/editions.ts';

describe('updates', () => {
  it('change every card that was sent, in place', async () => {
    const t = await openWatchedApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    await updateEditionCards(t.ctx, editionId);
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    for (const message of t.stub.messages) expect(message.versions).toHaveLength(2);
  });

  it('are one in flight per card, and the newest wins', async () => {
    const t = await openWatchedApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    const key = { purpose: 'edition.card', subjectId: editionId, recipientIds: [t.departments.minato.id] };
    const order = () => insertUpdates(t.ctx.db, { ...key, now: t.clock.now(), priority: 3 });
    t.stub.hold();
    await order();
    await until(() => t.stub.callsOf('update').length === 1);
    for (let index = 0; index < 5; index += 1) await order();
    await sleep(1_200);
    expect(t.stub.callsOf('update')).toHaveLength(1);
    t.stub.release();
    await t.settled();
    expect(t.stub.callsOf('update')).toHaveLength(2);
    const rows = await rowsOf(t, t.departments.minato.id);
    expect(rows.map(({ act, state, reason }) => `${act} ${state} ${reason}`)).toEqual([
      'send sent null',
      'update sent null',
      'update dropped superseded',
      'update dropped superseded',
      'update dropped superseded',
      'update dropped superseded',
      'update sent null',
    ]);
  });

  it('that have to wait are dropped for a newer one', async () => {
    const t = await openWatchedApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    const key = { purpose: 'edition.card', subjectId: editionId, recipientIds: [t.departments.minato.id] };
    const order = () => insertUpdates(t.ctx.db, { ...key, now: t.clock.now(), priority: 3 });
    t.stub.hold();
    t.stub.script(1, { status: 503 }, updates);
    await order();
    await until(() => t.stub.callsOf('update').length === 1);
    await order();
    t.stub.release();
    await t.settled();
    // The first has an unknown outcome and would be repeated; the second says the same or more.
    expect(t.stub.callsOf('update')).toHaveLength(2);
    expect(t.stub.messagesIn('kikidoki-channel-2')[0]?.versions).toHaveLength(2);
    const rows = await rowsOf(t, t.departments.minato.id);
    expect(rows.map(({ act, state }) => `${act} ${state}`)).toEqual([
      'send sent',
      'update dropped',
      'update sent',
    ]);
  });

  it('get their tenth while deliveries wait', { timeout: 60_000 }, async () => {
    const t = await openWatchedApp({ settings: { dispatch: { callsPerSecond: 25 } } });
    const editionId = await openedEdition(t, small);
    await t.settled();
    const before = t.stub.calls.length;
    await openedEdition(t, { month: '2027-01', opensAt: t.clock.now(), dueOn: '2026-12-18' });
    await updateEditionCards(t.ctx, editionId);
    await t.settled(40_000);
    const later = t.stub.calls.slice(before);
    expect(later.filter(updates)).toHaveLength(10);
    // Without their share they would all come after the last delivery was claimed.
    const firstHalf = later.slice(0, Math.floor(later.length / 2));
    expect(firstHalf.filter(updates).length).toBeGreaterThanOrEqual(Math.floor(firstHalf.length / 20));
  });

  it('of a card that somebody deleted end, without a new card', async () => {
    const t = await openWatchedApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    t.stub.script(
      2,
      { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } },
      (call) => updates(call) && call.thread === 'kikidoki-channel-2',
    );
    await updateEditionCards(t.ctx, editionId);
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    expect((await rowsOf(t, t.departments.minato.id)).at(-1)).toMatchObject({
      act: 'update',
      state: 'unreachable',
    });
    await hear(t, 'momose', 'noNews');
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
  });
});

describe('a recall', () => {
  it('during an opening drops what has not gone out and changes what has', { timeout: 60_000 }, async () => {
    const t = await openWatchedApp({ settings: { dispatch: { callsPerSecond: 20 } } });
    await openedEdition(t, { voices: ['noNews'] });
    await until(() => t.stub.messages.length >= 3);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お客さまのお申し出' });
    await t.settled(40_000);
    // Updates of a card that was on its way at that moment wait for it, two seconds.
    t.clock.advance({ seconds: 10 });
    await t.settled(40_000);
    const withQuote = t.stub.messages.filter((message) =>
      JSON.stringify(message.activity).includes('忘れられて'),
    );
    expect(withQuote).toHaveLength(0);
    expect(t.stub.messages.length).toBeLessThan(58);
    for (const message of t.stub.messages) {
      expect(visibleWords(cardOf(message.activity)).join()).toMatch(/公開を停止しました|were withdrawn/);
    }
    const dropped = await t.ctx.db.outgoingMessage.count({ where: { act: 'send', reason: 'recalled' } });
    expect(dropped).toBeGreaterThan(10);
    // Nobody whose slot is later gets a card either.
    t.clock.set('2026-12-01T14:00:00+09:00');
    await t.settled();
    expect(t.stub.messagesOf(entra(t, 'ariga'))).toEqual([]);
  });

  it('during a pause of everything keeps each card from going out with the voice', async () => {
    const t = await openWatchedApp();
    t.stub.script(1, { status: 429, headers: { 'retry-after': '2' } }, sends);
    await openedEdition(t, { ...small, voices: ['noNews'] });
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    await sleep(300);
    const before = t.stub.calls.length;
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お客さまのお申し出' });
    t.clock.advance({ seconds: 30 });
    await t.settled();
    const later = t.stub.calls.slice(before).map((call) => JSON.stringify(call.body));
    expect(later.filter((body) => body.includes('忘れられて'))).toHaveLength(0);
  });

  it('of one of two voices leaves the other', async () => {
    const t = await openWatchedApp();
    await openedEdition(t, small);
    await t.settled();
    await withdrawVoice(t.as('kiryu'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    await t.settled();
    for (const message of t.stub.messages) {
      const words = visibleWords(cardOf(message.activity)).join();
      expect(words).not.toContain('忘れられて');
      expect(words).toContain('心細かった');
      expect(words).toContain('公開を停止した声があります。');
    }
  });

  it('of a past month changes its cards as well', async () => {
    const t = await openWatchedApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    await closeEdition(t.as('asagi'), editionId);
    await t.settled();
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    await t.settled();
    for (const message of t.stub.messages) {
      expect(message.versions).toHaveLength(3);
      expect(JSON.stringify(message.activity)).not.toContain('忘れられて');
    }
  });

  it('reaches a card whose delivery was under way at that moment', async () => {
    const t = await openWatchedApp();
    await openedEdition(t, { ...small, voices: ['noNews'] });
    await t.settled();
    t.stub.hold();
    await openedEdition(t, {
      ...small,
      voices: ['noNews'],
      month: '2027-01',
      opensAt: t.clock.now(),
      dueOn: '2026-12-18',
    });
    await until(() => t.stub.callsOf('send').length >= 15);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    await sleep(300);
    t.stub.release();
    // Updates of a card that is on its way wait a little for it.
    await sleep(500);
    t.clock.advance({ minutes: 15 });
    await t.settled();
    for (const message of t.stub.messages)
      expect(JSON.stringify(message.activity)).not.toContain('忘れられて');
  });
});
