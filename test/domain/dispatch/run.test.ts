import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { claimMessages } from '../../../src/domain/dispatch/dispatch.store.ts';
import { currentPause } from '../../../src/domain/dispatch/index.ts';
import { openEdition } from '../../../src/domain/listening/index.ts';
import { registerReplica } from '../../../src/platform/db/liveness.ts';
import { openWatchedApp, sends, small, until } from '../../support/dispatch.ts';
import { approvedEdition, openedEdition } from '../../support/editions.ts';
import { openTestApp } from '../../support/testApp.ts';

describe('credentials', () => {
  it('that ran out are fetched anew once', async () => {
    const t = await openWatchedApp();
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
    const t = await openWatchedApp();
    t.stub.script(999, { status: 401 });
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    const pause = await currentPause(t.ctx.db);
    expect(pause).toMatchObject({ reason: 'unauthorised' });
    expect(pause?.forMs).toBeGreaterThan(50_000);
    // Nobody waits through the pause with a message in hand.
    await until(async () => (await t.ctx.db.outgoingMessage.count({ where: { state: 'marked' } })) === 0);
    expect(t.stub.messages).toEqual([]);
    expect(await t.ctx.db.outgoingMessage.count({ where: { state: 'waiting' } })).toBeGreaterThanOrEqual(10);
    expect(t.log.text()).toContain('Teams refuses our credentials');
    expect(t.log.text()).not.toMatch(/stub-token|Bearer/);
  });

  it('whose sign-in fails pause everything as well', async () => {
    const t = await openWatchedApp();
    t.stub.refuseSignIn(true);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    expect(await t.app.credentialsWork()).toBe(false);
    expect(t.stub.calls).toEqual([]);
  });
});

describe('a sign-in that does not answer', () => {
  it('is no refusal: sending goes on a few seconds after it answers', async () => {
    const t = await openWatchedApp();
    t.stub.cutSignIn(true);
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    const pause = await currentPause(t.ctx.db);
    expect(pause).toMatchObject({ reason: 'signInUnreachable' });
    expect(pause?.forMs).toBeLessThanOrEqual(5_000);
    expect(t.stub.calls).toEqual([]);
    expect(t.log.text()).not.toContain('refuses our credentials');
    t.stub.cutSignIn(false);
    await until(async () => t.stub.messages.length === 10);
    await t.settled();
    expect(await t.ctx.db.outgoingMessage.count({ where: { state: 'failed' } })).toBe(0);
  });
});

describe('many equal failures', () => {
  it('pause the run', async () => {
    const t = await openWatchedApp({ settings: { dispatch: { pauseAfterFailures: 5 } } });
    t.stub.script(999, { status: 400, body: { error: { code: 'BadSyntax' } } });
    await openedEdition(t, small);
    await until(async () => (await currentPause(t.ctx.db)) !== null);
    expect(await currentPause(t.ctx.db)).toMatchObject({ reason: 'BadSyntax' });
    expect((await currentPause(t.ctx.db))?.forMs).toBeGreaterThan(500_000);
    expect(t.log.text()).toContain('the same failure many times in a row');
  });

  it('that differ do not', async () => {
    const t = await openWatchedApp({ settings: { dispatch: { pauseAfterFailures: 5 } } });
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
    const t = await openWatchedApp({ working: false });
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
    const t = await openWatchedApp({ working: false });
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
    const t = await openWatchedApp({ working: false });
    const other = await openTestApp({ working: false, beside: t });
    await openedEdition(t);
    await Promise.all([t.app.startWorking(), other.app.startWorking()]);
    await t.settled();
    const conversations = t.stub.messages.map((message) => message.conversationId.split(';')[0]);
    expect(new Set(conversations).size).toBe(conversations.length);
  });

  it('share one rate', { timeout: 60_000 }, async () => {
    const callsPerSecond = 40;
    const settings = { dispatch: { callsPerSecond } };
    const t = await openWatchedApp({ working: false, settings });
    const other = await openTestApp({ working: false, beside: t, settings });
    await openedEdition(t);
    await Promise.all([t.app.startWorking(), other.app.startWorking()]);
    await t.settled(40_000);
    const times = t.stub.calls.map((call) => call.at).sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(100);
    // Over the whole run, not second by second: a busy machine bunches what it sends late.
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(times.length / seconds).toBeLessThanOrEqual(callsPerSecond * 1.1);
  });
});

describe('the budget', () => {
  it('lets a curator open at once, while a pause holds the cards back', async () => {
    const t = await openWatchedApp({ working: false, now: '2026-11-30T20:00:00+09:00' });
    const start = performance.now();
    await t.ctx.db
      .$executeRaw`UPDATE send_budget SET paused_until = clock_timestamp() + interval '1 second', pause_reason = 'throttled'`;
    const editionId = await approvedEdition(t, small);
    await openEdition(t.as('asagi'), editionId);
    await t.app.startWorking();
    await t.settled();
    expect(Math.min(...t.stub.calls.map((call) => call.at)) - start).toBeGreaterThan(800);
    expect(t.stub.messages).toHaveLength(10);
  });
});
