import { Client } from 'pg';
import type { Config } from '../config/config.ts';
import { asUnwritable } from '../dataFolder.ts';
import type { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { guardEmbedded } from './embeddedGuard.ts';
import { migrate } from './migrate.ts';
import { asUnreachable } from './unreachable.ts';

export interface OpenDatabase {
  url: string;
  /** Stops the embedded server, if this process started it or took it over; else does nothing. */
  stop(): Promise<void>;
}

/** How a process uses the database. */
type Use =
  /** A short visit (a command): stops the embedded server only if it started it and nobody else has come. */
  | { guest: true }
  /** Looks after the embedded server; told when it is gone for good. */
  | { onGone: (error: AppError) => void };

/**
 * Brings the database up: the configured one, or the embedded one, with all migrations applied.
 *
 * @throws AppError database.unreachable, data.unwritable
 */
export async function openDatabase(config: Config, use: Use): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl).catch((error) => asUnreachable(error, 'databaseUrl'));
    return { url: config.databaseUrl, stop: async () => {} };
  }
  const { dataFolder } = config;
  const server = await startEmbeddedPostgres(dataFolder)
    .catch((error) => asUnwritable(dataFolder, error))
    .catch((error) => asUnreachable(error, 'databaseEmbedded'));
  await migrate(server.url).catch((error) => asUnreachable(error, 'databaseEmbedded'));
  if ('guest' in use) return { url: server.url, stop: () => stopIfAlone(server) };
  const stopGuarding = guardEmbedded(server, createLog(config.logLevel), use.onGone);
  return {
    url: server.url,
    stop: async () => {
      await stopGuarding();
      await server.stop();
    },
  };
}

/** Leaves the embedded server as a guest found it; a server that was started meanwhile keeps it. */
export async function stopIfAlone(server: EmbeddedPostgres): Promise<void> {
  if (server.started && !(await hasOtherClients(server.url))) await server.stop();
}

async function hasOtherClients(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const others = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return others.rows.length > 0;
  } finally {
    await client.end();
  }
}
