import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { currentPause } from '../../domain/dispatch/index.ts';
import { allDepartments, allPeople } from '../../domain/people/index.ts';
import type { Config } from '../../platform/config/config.ts';
import { openDb } from '../../platform/db/client.ts';
import { startEmbeddedPostgres } from '../../platform/db/embedded.ts';
import { anyReplicaLives } from '../../platform/db/liveness.ts';
import { compareMigrations } from '../../platform/db/migrate.ts';
import { stopIfAlone } from '../../platform/db/openDatabase.ts';
import { unreachableReason } from '../../platform/db/unreachable.ts';
import { AppError } from '../../platform/errors.ts';
import { requireOperator } from '../operator.ts';
import type { CheckName, Finding } from './check.ts';

const connectMs = 5_000;
/** Slots, signatures and links hold as long as clocks differ less than this. */
const clockToleranceMs = 5_000;

const inDatabase: readonly CheckName[] = ['migrations', 'directory', 'clock', 'server', 'sending'];

/**
 * Checks the database and what it knows, without changing it: migrations are compared, not applied.
 *
 * @param operator employee number of who asks; nothing is done in their name, but they must exist
 * @throws AppError person.unknownNo
 */
export async function checkDatabase(config: Config, operator: string | undefined): Promise<Finding[]> {
  if (!config.databaseUrl && !hasCluster(config.dataFolder)) {
    const folder = config.dataFolder;
    return [
      { check: 'database', health: 'warning', found: 'databaseNew', mend: 'start', values: { folder } },
      ...unknown(),
    ];
  }
  try {
    const { url, stop } = await reach(config);
    try {
      return [reachable(config, url), ...(await lookInside(url, operator))];
    } finally {
      await stop();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = unreachableReason(error) ?? (error instanceof Error ? error.name : 'unknown');
    const mend = config.databaseUrl ? 'databaseUrl' : 'databaseEmbedded';
    return [
      { check: 'database', health: 'broken', found: 'databaseLost', mend, values: { reason } },
      ...unknown(),
    ];
  }
}

function unknown(): Finding[] {
  return inDatabase.map((check) => ({ check, health: 'unknown', found: 'notChecked' }));
}

/** Before the first start there is nothing to look at, and looking must not make it. */
function hasCluster(dataFolder: string): boolean {
  return ['postgres', 'postgres.location'].some((name) => existsSync(join(dataFolder, name)));
}

async function reach(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  const server = await startEmbeddedPostgres(config.dataFolder);
  return { url: server.url, stop: () => stopIfAlone(server) };
}

function reachable(config: Config, url: string): Finding {
  const { host, pathname } = new URL(url);
  const found = config.databaseUrl ? 'databaseReached' : 'databaseEmbedded';
  const values = { place: config.databaseUrl ? `${host}${pathname}` : config.dataFolder };
  return { check: 'database', health: 'ok', found, values };
}

async function lookInside(url: string, operator: string | undefined): Promise<Finding[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectMs });
  client.on('error', () => {});
  await client.connect();
  try {
    const migrations = await checkMigrations(client);
    const clock = await checkClock(client);
    if (migrations.health === 'broken') {
      const rest = (['directory', 'server', 'sending'] as const).map(
        (check): Finding => ({ check, health: 'unknown', found: 'notChecked' }),
      );
      return [migrations, clock, ...rest];
    }
    return [migrations, clock, ...(await checkContent(url, operator))];
  } finally {
    await client.end();
  }
}

async function checkMigrations(client: Client): Promise<Finding> {
  const { missing, unknown: newer } = await compareMigrations(client);
  if (missing.length > 0) {
    const values = { count: missing.length };
    return { check: 'migrations', health: 'broken', found: 'migrationsMissing', mend: 'start', values };
  }
  if (newer.length > 0) {
    const values = { count: newer.length };
    return { check: 'migrations', health: 'broken', found: 'migrationsNewer', mend: 'update', values };
  }
  return { check: 'migrations', health: 'ok', found: 'migrationsApplied' };
}

async function checkClock(client: Client): Promise<Finding> {
  const asked = Date.now();
  const answer = await client.query<{ ms: number }>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
  );
  const here = (asked + Date.now()) / 2;
  const apartMs = Math.abs((answer.rows[0]?.ms ?? 0) - here);
  const values = { seconds: (apartMs / 1000).toFixed(1) };
  if (apartMs < clockToleranceMs) return { check: 'clock', health: 'ok', found: 'clockSame', values };
  return { check: 'clock', health: 'broken', found: 'clockApart', mend: 'clock', values };
}

async function checkContent(url: string, operator: string | undefined): Promise<Finding[]> {
  const db = openDb(url, 1);
  try {
    if (operator !== undefined) await requireOperator(db, operator);
    return [
      directory((await allDepartments(db)).length, (await allPeople(db)).length),
      server(await anyReplicaLives(db)),
      sending(await currentPause(db)),
    ];
  } finally {
    await db.$disconnect();
  }
}

function directory(departments: number, people: number): Finding {
  const values = { departments, people };
  if (departments > 0) return { check: 'directory', health: 'ok', found: 'directory', values };
  return { check: 'directory', health: 'warning', found: 'directoryEmpty', mend: 'directory' };
}

function server(lives: boolean): Finding {
  if (lives) return { check: 'server', health: 'ok', found: 'serverRuns' };
  return { check: 'server', health: 'warning', found: 'serverAbsent', mend: 'start' };
}

function sending(pause: { reason: string; forMs: number } | null): Finding {
  if (!pause) return { check: 'sending', health: 'ok', found: 'sendingGoesOn' };
  const values = { reason: pause.reason, seconds: Math.ceil(pause.forMs / 1000) };
  // Teams asking us to slow down is everyday; refused credentials and equal failures are not.
  if (pause.reason === 'throttled') {
    return { check: 'sending', health: 'warning', found: 'sendingPaused', mend: 'wait', values };
  }
  return { check: 'sending', health: 'broken', found: 'sendingPaused', mend: 'pause', values };
}
