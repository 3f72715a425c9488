import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { inTransaction, openDb } from '../../src/platform/db/client.ts';
import { registerReplica } from '../../src/platform/db/liveness.ts';
import { migrate, migrationNames } from '../../src/platform/db/migrate.ts';
import { sharedSecret } from '../../src/platform/db/sharedSecret.ts';
import { collectedLog } from '../support/collectedLog.ts';
import { cloneDatabase, onServer, urlOf } from '../support/database.ts';
import { openTestApp } from '../support/testApp.ts';

describe('migrations', () => {
  it('are applied once, also when two processes start together', async () => {
    const postgresUrl = inject('postgresUrl');
    await onServer(postgresUrl, 'CREATE DATABASE two_starts');
    onTestFinished(() => onServer(postgresUrl, 'DROP DATABASE two_starts WITH (FORCE)'));
    const url = urlOf(postgresUrl, 'two_starts');
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(migrationNames());
    expect(await migrate(url)).toEqual([]);
  });
});

describe('the database', () => {
  it('keeps instants, whatever the server’s time zone', async () => {
    const database = await cloneDatabase(inject('postgresUrl'), 'empty');
    const name = database.url.split('/').at(-1);
    await onServer(inject('postgresUrl'), `ALTER DATABASE ${name} SET TimeZone = 'Asia/Tokyo'`);
    const db = openDb(database.url, 2);
    onTestFinished(async () => {
      await db.$disconnect();
      await database.drop();
    });
    const expiresAt = new Date('2026-12-01T09:30:00+09:00');
    await db.sessionLink.create({ data: { tokenHash: 'x', personId: crypto.randomUUID(), expiresAt } });
    expect((await db.sessionLink.findFirst())?.expiresAt).toEqual(expiresAt);
    const [row] = await db.$queryRaw<
      { at: Date }[]
    >`SELECT expires_at AS at FROM session_link WHERE expires_at = ${expiresAt}`;
    expect(row?.at).toEqual(expiresAt);
  });

  it('gives all replicas the same secret, whoever asks first', async () => {
    const t = await openTestApp({ working: false });
    const secrets = await Promise.all([1, 2, 3].map(() => sharedSecret(t.ctx.db, 'test')));
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
    expect(secrets[0]).toHaveLength(32);
  });

  it('knows which replicas live', async () => {
    const database = await cloneDatabase(inject('postgresUrl'), 'empty');
    onTestFinished(database.drop);
    const { log } = collectedLog();
    const [one, two] = await Promise.all([
      registerReplica(database.url, log),
      registerReplica(database.url, log),
    ]);
    expect(await one.deadAmong([one.replicaId, two.replicaId])).toEqual([]);
    await two.stop();
    expect(await one.deadAmong([one.replicaId, two.replicaId, 999])).toEqual([two.replicaId, 999]);
    await one.stop();
  });
});

it('says that it is busy where no connection comes free in time, and keeps nothing', async () => {
  const database = await cloneDatabase(inject('postgresUrl'), 'empty');
  onTestFinished(database.drop);
  const db = openDb(database.url, 1, 200);
  onTestFinished(() => db.$disconnect());
  const held = inTransaction({ db }, async () => sleep(1_000));
  await sleep(100);
  await expect(inTransaction({ db }, async () => {})).rejects.toMatchObject({ code: 'busy' });
  await held;
});
