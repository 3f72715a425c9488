import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** What a test database holds at first: the tables only, or the sample company with its approved voices. */
export type Template = 'empty' | 'company';

export const templateNames: Readonly<Record<Template, string>> = {
  empty: 'template_empty',
  company: 'template_company',
};

/** URL of another database on the same server. */
export function urlOf(postgresUrl: string, database: string): string {
  return postgresUrl.replace(/\/[^/]*$/, `/${database}`);
}

/** Runs one statement on the server's maintenance database. */
export async function onServer(postgresUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * A database of one's own, cloned from a template in some forty milliseconds. Through the log: copying files
 * takes a checkpoint, which writes out what all the other tests have just changed.
 */
export async function cloneDatabase(postgresUrl: string, template: Template): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${templateNames[template]} STRATEGY wal_log`);
  return {
    url: urlOf(postgresUrl, name),
    drop: () => onServer(postgresUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
