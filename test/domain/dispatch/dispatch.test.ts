import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { claimMessages, insertUpdates } from '../../../src/domain/dispatch/dispatch.store.ts';
import { currentPause } from '../../../src/domain/dispatch/index.ts';
import {
  editionStatus,
  openEdition,
  retryEdition,
  updateEditionCards,
} from '../../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import { registerReplica } from '../../../src/platform/db/liveness.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import type { StubCall } from '../../support/stubConnector.ts';
import { openTestApp, type TestApp, type TestAppOptions } from '../../support/testApp.ts';

/** Two departments, nine people with Teams, so that each test sends what it needs and no more. */
const small = { audience: { departments: ['SL-MINATO', 'SL-MORINO'] } };

const sends = (call: StubCall) => call.kind === 'send';
const updates = (call: StubCall) => call.kind === 'update';

async function openApp(options: TestAppOptions = {}): Promise<TestApp> {
  const t = await openTestApp(options);
  await watchMoves(t);
  return t;
}

/** Everything that the outgoing table goes through is compared with the table of the design. */
async function watchMoves(t: TestApp): Promise<void> {
  await t.ctx.db.$executeRawUnsafe(
    'CREATE TABLE moves (state_from text, state_to text, PRIMARY KEY (state_from, state_to))',
  );
  await t.ctx.db.$executeRawUnsafe(`
    CREATE FUNCTION note_move() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> NEW.state THEN
        INSERT INTO moves VALUES (OLD.state, NEW.state) ON CONFLICT DO NOTHING;
      END IF;
      RETURN NEW;
    END $$`);
  await t.ctx.db.$executeRawUnsafe(
    'CREATE TRIGGER note_moves BEFORE UPDATE ON outgoing_message FOR EACH ROW EXECUTE FUNCTION note_move()',
  );
}

async function movesOf(t: TestApp): Promise<string[]> {
  const rows = await t.ctx.db.$queryRaw<{ move: string }[]>`
    SELECT state_from || ' → ' || state_to AS move FROM moves ORDER BY 1`;
  return rows.map(({ move }) => move);
}

const rowsOf = (t: TestApp, recipientId: string) =>
  t.ctx.db.outgoingMessage.findMany({
    where: { recipientId, purpose: 'edition.card' },
    orderBy: { revision: 'asc' },
  });

const entra = (t: TestApp, who: keyof TestApp['people']) => t.people[who].entraObjectId ?? '';

async function until(isTrue: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await sleep(10);
  }
}

describe('a card', () => {
  it('arrives alone, without text, with an alert for people and none for channels', async () => {
    const t = await openApp();
    await openedEdition(t, small);
    await t.settled();
    const [personal] = t.stub.messagesOf(entra(t, 'shiomi'));
    const [channel] = t.stub.messagesIn('kikidoki-channel-2');
    expect(personal?.activity).toMatchObject({ channelData: { notification: { alert: true } } });
    expect(channel?.activity).not.toHaveProperty('channelData');
    for (const { activity } of t.stub.messages) expect(activity).not.toHaveProperty('text');
    expect(await movesOf(t)).toEqual(['marked → sent', 'waiting → marked']);
    const row = (await rowsOf(t, t.people.shiomi.id))[0];
    expect(row).toMatchObject({
      state: 'sent',
      activityId: personal?.id,
      attempts: 1,
      possiblyDoubled: false,
    });
  });

  it('posts to a channel once, which creates its conversation', async () => {
    const t = await openApp();
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
    const t = await openApp({ now: '2026-12-01T10:00:00+09:00' });
    await openedEdition(t, { audience: { departments: ['CL-INJURY'] } });
    await t.settled();
    expect(t.stub.messagesIn('kikidoki-group-chat')).toHaveLength(1);
    expect(t.stub.callsOf('createChannel')).toEqual([]);
  });

  it('waits after 429 as Retry-After says, and everybody with it', async () => {
    const t = await openApp();
    t.stub.script(1, { status: 429, headers: { 'retry-after': '2' } }, sends);
    await openedEdition(t, small);
    await until(() => t.stub.calls.some((call) => call.status === 429));
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
    const t = await openApp();
    t.stub.script(1, answer, sends);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    t.clock.advance({ minutes: 1 });
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    expect(await movesOf(t)).toContain('marked → waiting');
  });

  it('that is perhaps delivered is sent once more, and reported', async () => {
    const t = await openApp();
    t.stub.script(1, { status: 502, delivered: true }, sends);
    const editionId = await openedEdition(t, small);
    await t.settled();
    expect(t.stub.messages).toHaveLength(11);
    const status = await editionStatus(t.as('asagi'), editionId);
    const doubled = status.messages.reduce((sum, one) => sum + one.doubled, 0);
    expect(doubled).toBe(1);
    expect(await movesOf(t)).toEqual([
      'marked → sent',
      'marked → unknown',
      'unknown → waiting',
      'waiting → marked',
    ]);
  });

  it('that is perhaps delivered twice over is held for an operator, who may send it', async () => {
    const t = await openApp();
    const toShiomi = (call: StubCall) =>
      sends(call) && call.thread === t.stub.personalConversation(entra(t, 'shiomi'));
    t.stub.script(2, { instead: 'reset' }, toShiomi);
    const editionId = await openedEdition(t, small);
    await t.settled();
    expect((await rowsOf(t, t.people.shiomi.id))[0]).toMatchObject({ state: 'held', possiblyDoubled: true });
    expect(await retryEdition(t.as('tsutsumi'), editionId)).toBeGreaterThanOrEqual(1);
    await t.settled();
    expect((await rowsOf(t, t.people.shiomi.id))[0]?.state).toBe('sent');
    expect(t.stub.messagesOf(entra(t, 'shiomi'))).toHaveLength(1);
  });

  it('that is perhaps delivered is held at once where the company wants no doubles', async () => {
    const t = await openApp({ settings: { dispatch: { unknownOutcome: 'hold' } } });
    t.stub.script(1, { status: 500, delivered: true }, sends);
    await openedEdition(t, small);
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    expect(await movesOf(t)).toContain('unknown → held');
    expect(await t.ctx.db.outgoingMessage.count({ where: { possiblyDoubled: true } })).toBe(0);
  });

  it('that nobody answers for 15 s is perhaps delivered', { timeout: 60_000 }, async () => {
    const t = await openApp({ settings: { dispatch: { unknownOutcome: 'hold' } } });
    t.stub.script(1, { instead: 'silence', delivered: true }, sends);
    await openedEdition(t, small);
    await t.settled(40_000);
    const held = await t.ctx.db.outgoingMessage.findMany({ where: { state: 'held' } });
    expect(held.map(({ reason }) => reason)).toEqual(['UND_ERR_HEADERS_TIMEOUT']);
  });

  it('to a place that is gone is created anew once', async () => {
    const t = await openApp();
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
    const t = await openApp();
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
    const t = await openApp();
    const toShiomi = (call: StubCall) =>
      sends(call) && call.thread === t.stub.personalConversation(entra(t, 'shiomi'));
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
    const t = await openApp({ working: false });
    await openedEdition(t, small);
    const port = new URL(t.stub.url).port;
    await t.stub.close();
    await t.app.startWorking();
    const waiting = () =>
      t.ctx.db.outgoingMessage.count({
        where: { state: 'waiting', reason: 'ECONNREFUSED', attempts: { gt: 0 } },
      });
    await until(async () => (await waiting()) >= 9);
    expect(port).not.toBe('');
    expect(await movesOf(t)).toEqual(['marked → waiting', 'waiting → marked']);
  });
});

describe('credentials', () => {
  it('that ran out are fetched anew once', async () => {
    const t = await openApp();
    await openedEdition(t, small);
    await t.settled();
    const before = t.stub.tokensIssued();
    t.stub.revokeTokens();
    await openedEdition(t, { ...small, month: '2027-01', opensAt: t.clock.now(), dueOn: '2026-12-18' });
    await t.settled();
    expect(t.stub.messages).toHaveLength(20);
    expect(await currentPause(t.ctx.db)).toBeNull();
    // Not one for each of the calls that were under way.
    expect(t.stub.tokensIssued() - before).toBe(1);
  });

  it('that are refused pause everything, and are said to be', async () => {
    const t = await openApp();
    t.stub.script(999, { status: 401 });
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    const pause = await currentPause(t.ctx.db);
    expect(pause).toMatchObject({ reason: 'unauthorised' });
    expect(pause?.forMs).toBeGreaterThan(50_000);
    await until(async () => (await t.ctx.db.outgoingMessage.count({ where: { state: 'marked' } })) === 0);
    expect(t.stub.messages).toEqual([]);
    expect(await t.ctx.db.outgoingMessage.count({ where: { state: 'waiting' } })).toBeGreaterThanOrEqual(10);
    expect(t.log.text()).toContain('Teams refuses our credentials');
    expect(t.log.text()).not.toMatch(/stub-token|Bearer/);
  });

  it('whose sign-in fails pause everything as well', async () => {
    const t = await openApp();
    t.stub.refuseSignIn(true);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    expect(await t.app.credentialsWork()).toBe(false);
    expect(t.stub.calls).toEqual([]);
  });
});

describe('many equal failures', () => {
  it('pause the run', async () => {
    const t = await openApp({ settings: { dispatch: { pauseAfterFailures: 5 } } });
    t.stub.script(999, { status: 400, body: { error: { code: 'BadSyntax' } } }, sends);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    expect(await currentPause(t.ctx.db)).toMatchObject({ reason: 'BadSyntax' });
    expect((await currentPause(t.ctx.db))?.forMs).toBeGreaterThan(500_000);
    expect(t.log.text()).toContain('the same failure many times in a row');
  });

  it('that differ do not', async () => {
    const t = await openApp({ settings: { dispatch: { pauseAfterFailures: 5 } } });
    for (let index = 0; index < 10; index += 1) {
      t.stub.script(
        1,
        { status: 400, body: { error: { code: index % 2 ? 'BadSyntax' : 'BadArgument' } } },
        sends,
      );
    }
    await openedEdition(t, small);
    await t.settled();
    expect(await currentPause(t.ctx.db)).toBeNull();
  });
});

describe('a replica that dies', () => {
  it('leaves its messages to the others: sent once more, reported', async () => {
    const t = await openApp({ working: false });
    await openedEdition(t, small);
    const dead = await registerReplica(t.databaseUrl, t.ctx.log);
    const claimed = await claimMessages(t.ctx.db, dead.replicaId, 1, 4, t.clock.now());
    expect(claimed).toHaveLength(4);
    await dead.stop();
    await t.app.startWorking();
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    const doubled = await t.ctx.db.outgoingMessage.findMany({ where: { possiblyDoubled: true } });
    expect(doubled.map(({ id }) => id).sort()).toEqual(claimed.map(({ id }) => id).sort());
    expect(t.log.text()).toContain('took over messages');
  });

  it('and one that lives keeps its own', async () => {
    const t = await openApp({ working: false });
    await openedEdition(t, small);
    const alive = await registerReplica(t.databaseUrl, t.ctx.log);
    const claimed = await claimMessages(t.ctx.db, alive.replicaId, 1, 4, t.clock.now());
    await t.app.startWorking();
    await until(() => t.stub.messages.length >= 6);
    await sleep(500);
    const kept = await t.ctx.db.outgoingMessage.findMany({
      where: { id: { in: claimed.map(({ id }) => id) } },
    });
    expect(new Set(kept.map(({ state, markedBy }) => `${state} ${markedBy}`))).toEqual(
      new Set([`marked ${alive.replicaId}`]),
    );
    await alive.stop();
  });
});

describe('two replicas', () => {
  it('send each message once', async () => {
    const t = await openApp({ working: false });
    const other = await openTestApp({ working: false, beside: t });
    await openedEdition(t);
    await Promise.all([t.app.startWorking(), other.app.startWorking()]);
    await t.settled();
    const conversations = t.stub.messages.map((message) => message.conversationId.split(';')[0]);
    expect(new Set(conversations).size).toBe(conversations.length);
  });

  it('share one rate, which Teams never has to enforce', { timeout: 60_000 }, async () => {
    const callsPerSecond = 40;
    const settings = { dispatch: { callsPerSecond } };
    const t = await openApp({ working: false, appRate: 'teams', settings });
    const other = await openTestApp({ working: false, beside: t, settings });
    await openedEdition(t);
    await Promise.all([t.app.startWorking(), other.app.startWorking()]);
    await t.settled(40_000);
    const times = t.stub.calls.map((call) => call.at).sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(100);
    expect(t.stub.calls.filter((call) => call.status === 429)).toEqual([]);
    const busiest = Math.max(
      ...times.map((start) => times.filter((at) => at >= start && at < start + 1_000).length),
    );
    // Each replica reserves a quarter of a second ahead: a late one may catch up by so much.
    expect(busiest).toBeLessThanOrEqual(callsPerSecond + 8);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(times.length / seconds).toBeLessThanOrEqual(callsPerSecond * 1.1);
    expect(times.length / seconds).toBeGreaterThan(callsPerSecond * 0.6);
  });
});

describe('updates', () => {
  it('change every card that was sent, in place', async () => {
    const t = await openApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    await updateEditionCards(t.ctx, editionId);
    await t.settled();
    expect(t.stub.messages).toHaveLength(10);
    for (const message of t.stub.messages) expect(message.versions).toHaveLength(2);
  });

  it('are one in flight per card, and the newest wins', async () => {
    const t = await openApp();
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
    const t = await openApp();
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
    const t = await openApp({ settings: { dispatch: { callsPerSecond: 40 } } });
    const editionId = await openedEdition(t, small);
    await t.settled();
    await openedEdition(t, { month: '2027-01', opensAt: t.clock.now(), dueOn: '2026-12-18' });
    await until(() => t.stub.callsOf('send').length > 15);
    const start = performance.now();
    await updateEditionCards(t.ctx, editionId);
    await t.settled(40_000);
    const later = t.stub.calls.filter((call) => call.at > start);
    const updated = later.filter(updates);
    expect(updated).toHaveLength(10);
    const lastDelivery = Math.max(...later.filter((call) => !updates(call)).map((call) => call.at));
    const before = updated.filter((call) => call.at < lastDelivery);
    expect(before.length).toBeGreaterThanOrEqual(
      Math.min(10, Math.floor((later.length - updated.length) / 10)),
    );
  });

  it('of a card that somebody deleted end, without a new card', async () => {
    const t = await openApp();
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
    const t = await openApp({ settings: { dispatch: { callsPerSecond: 60 } } });
    await openedEdition(t, { voices: ['noNews'] });
    await until(() => t.stub.messages.length >= 5);
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

  it('of one of two voices leaves the other', async () => {
    const t = await openApp();
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
    const t = await openApp();
    const editionId = await openedEdition(t, small);
    await t.settled();
    const { closeEdition } = await import('../../../src/domain/listening/index.ts');
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
    const t = await openApp();
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

describe('the budget', () => {
  it('lets a curator open at once, while a pause holds the cards back', async () => {
    const t = await openApp({ working: false, now: '2026-11-30T20:00:00+09:00' });
    await t.ctx.db
      .$executeRaw`UPDATE send_budget SET paused_until = clock_timestamp() + interval '1 second', pause_reason = 'throttled'`;
    const { approvedEdition } = await import('../../support/editions.ts');
    const editionId = await approvedEdition(t, small);
    const start = performance.now();
    await openEdition(t.as('asagi'), editionId);
    await t.app.startWorking();
    await t.settled();
    expect(Math.min(...t.stub.calls.map((call) => call.at)) - start).toBeGreaterThan(800);
    expect(t.stub.messages).toHaveLength(10);
  });
});
