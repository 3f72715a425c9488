import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/platform/db/client.ts';
import { idFrom, newId } from '../../src/platform/ids.ts';
import { openQueue } from '../../src/platform/queue/queue.ts';
import { openTestApp, type TestApp } from '../support/testApp.ts';

/** A queue of our own in the test's database. */
async function openOwnQueue(t: TestApp, handler: (data: unknown) => Promise<void>) {
  const queue = await openQueue({
    databaseUrl: t.databaseUrl,
    log: t.ctx.log,
    jobs: ['test.job'],
    reactions: { 'test.happened': ['test.job'] },
  });
  await queue.work(new Map([['test.job', ({ data }) => handler(data)]]));
  return queue;
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await sleep(10);
  }
}

describe('jobs', () => {
  it('that follow from an event are done when it was committed, and not when it was rolled back', async () => {
    const t = await openTestApp({ working: false });
    const done: unknown[] = [];
    const queue = await openOwnQueue(t, async (data) => void done.push(data));
    const publish = (n: number, then: () => void) =>
      inTransaction(t.ctx, async (tx) => {
        await queue.publish(tx.db, { id: newId(), name: 'test.happened', data: { n } });
        then();
      });
    await expect(
      publish(1, () => {
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow();
    await publish(2, () => {});
    await until(() => done.length > 0);
    await sleep(200);
    expect(done).toEqual([{ n: 2 }]);
    await queue.stop(1_000);
  });

  it('of one id are one job, however many ask', async () => {
    const t = await openTestApp({ working: false });
    const done: unknown[] = [];
    const queue = await openOwnQueue(t, async (data) => void done.push(data));
    const id = idFrom('tick', 'test.job', '2026-12-01T00:30');
    await Promise.all([1, 2, 3].map((n) => queue.enqueue(t.ctx.db, 'test.job', { n }, id)));
    await until(() => done.length > 0);
    await sleep(300);
    expect(done).toHaveLength(1);
    await queue.stop(1_000);
  });

  it('that fail are tried again, and the log has the cause without the content', async () => {
    const t = await openTestApp({ working: false });
    let tries = 0;
    const queue = await openOwnQueue(t, async () => {
      tries += 1;
      if (tries < 2) throw new Error('忘れられて');
    });
    await queue.enqueue(t.ctx.db, 'test.job', {}, newId());
    await until(() => tries === 2);
    expect(t.log.text()).toContain('job failed');
    expect(t.log.text()).not.toContain('忘れられて');
    await queue.stop(1_000);
  });

  it('of the product can each be done twice', async () => {
    const t = await openTestApp({ working: false });
    const { jobs } = await import('../../src/jobs.ts');
    const { openedEdition, hear } = await import('../support/editions.ts');
    const editionId = await openedEdition(t);
    await hear(t, 'mizusawa', 'noNews');
    const ids = { personId: t.people.mizusawa.id, departmentId: t.departments.motor.id };
    const data = {
      editionId,
      voiceId: t.voices.noNews,
      ...ids,
      why: 'pastDue',
      recipientKind: 'person',
      recipientId: ids.personId,
      mediaKey: 'never-attached',
    };
    const messages = () => t.ctx.db.outgoingMessage.count({ where: { state: { not: 'dropped' } } });
    for (const [name, job] of Object.entries(jobs)) {
      await job.handle(t.ctx, data);
      const once = await messages();
      await job.handle(t.ctx, data);
      expect([name, await messages()]).toEqual([name, once]);
    }
  });
});

describe('ids', () => {
  it('are the same for the same parts, and no others', () => {
    expect(idFrom('a', 'b')).toBe(idFrom('a', 'b'));
    expect(new Set([idFrom('a', 'b'), idFrom('ab'), idFrom('a', 'b', ''), idFrom('b', 'a')]).size).toBe(4);
    expect(idFrom('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
