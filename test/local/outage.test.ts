import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts';
import { until } from '../journeys/support/processes.ts';
import { newDataFolder, postgresOf, type Started, startMain, untilStarted } from './processes.ts';

const isReady = ({ port }: Started) =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

describe('PostgreSQL that ends while the product runs', () => {
  it('is started again where it is the embedded one, and the product goes on', async () => {
    const dataFolder = newDataFolder();
    const running = await startMain({ KIKIDOKI_DATA: dataFolder });
    await untilStarted(running);
    const first = postgresOf(dataFolder);
    process.kill(first ?? 0, 'SIGKILL');
    await until('another server', () => ![undefined, first].includes(postgresOf(dataFolder)), 60_000);
    await until('readiness', () => isReady(running), 60_000);
    await until('a line about it', () => linesOf(running, 'was started again').length === 1);

    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    await until('the end of PostgreSQL', () => postgresOf(dataFolder) === undefined);
  });

  it('is not logged without end, does not keep the product from stopping, and takes no lock along', async () => {
    const server = await startEmbeddedPostgres(newDataFolder());
    const running = await startMain({ DATABASE_URL: server.url, KIKIDOKI_DATA: newDataFolder() });
    await untilStarted(running);
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    for (const kind of [
      'queue error',
      'dispatcher stumbled',
      'the database does not answer',
      'connecting again',
    ]) {
      // Each in a handful of kinds (the server hangs up, refuses, is starting); unhindered they would be a hundred.
      expect(linesOf(running, kind).length, kind).toBeLessThanOrEqual(10);
    }

    await server.restart();
    await until('readiness', () => isReady(running), 60_000);
    await until('the lock', () => isLocked(server.url));

    await server.stop();
    running.child.kill('SIGINT');
    expect([0, 1]).toContain(await running.ended);
    expect(running.output()).not.toMatch(/^\s+at /m);
  });
});

function linesOf(running: Started, words: string): string[] {
  return running
    .output()
    .split('\n')
    .filter((line) => line.includes(words));
}

async function isLocked(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 7305013",
  );
  await client.end();
  return rows.length === 1;
}
