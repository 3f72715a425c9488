import { Client } from 'pg';
import type { Config } from '../config/config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface OpenDatabase {
  url: string;
  /** Stops the embedded server, if this process started it or took it over; else does nothing. */
  stop(): Promise<void>;
}

/**
 * Brings the database up: the configured one, or the embedded one, with all migrations applied.
 *
 * @param options.guest a short visit (a command): its `stop` stops the embedded server only if this call
 *   started it and nobody else has come to use it since
 */
export async function openDatabase(config: Config, options: { guest?: boolean } = {}): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl);
    return { url: config.databaseUrl, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres(config.dataFolder);
  await migrate(server.url);
  return { url: server.url, stop: options.guest ? () => stopIfAlone(server) : server.stop };
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
