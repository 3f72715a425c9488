import type { Config } from '../config/config.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface OpenDatabase {
  url: string;
  /** Stops the embedded server, if this process started or took it over; else does nothing. */
  stop(): Promise<void>;
}

/** Brings the database up: the configured one, or the embedded one, with all migrations applied. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl);
    return { url: config.databaseUrl, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres(config.dataFolder);
  await migrate(server.url);
  return { url: server.url, stop: server.stop };
}
