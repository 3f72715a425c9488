import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const migrationsFolder = join(import.meta.dirname, '../../../prisma/migrations');

/** Any number; the same for everybody who migrates this database. */
const migrationLock = 7_305_011;

/**
 * Prisma's own table, so that `prisma migrate` accepts what was applied here as its own.
 * Source: prisma-engines, sql-schema-connector, flavour/postgres `create_migrations_table`.
 */
const migrationsTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations that the database lacks, each in its own transaction, one process at a time.
 *
 * @param url postgresql://…
 * @returns names of the migrations applied now
 * @throws the database's error; what was applied before it stays
 */
export async function migrate(url: string): Promise<string[]> {
  // A host that answers nothing must not hold a start up for minutes.
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(migrationsTable);
    const done = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const applied = new Set(done.rows.map((row) => row.migration_name));
    const missing = migrationNames().filter((name) => !applied.has(name));
    for (const name of missing) await applyMigration(client, name);
    return missing;
  } finally {
    await client.end();
  }
}

/**
 * Compares a database with this program, changing nothing.
 *
 * @returns `missing`: not applied yet; `unknown`: applied by a newer program
 */
export async function compareMigrations(client: Client): Promise<{ missing: string[]; unknown: string[] }> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  const done = table.rows[0]?.name
    ? await client.query<{ migration_name: string }>(
        'SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
      )
    : { rows: [] };
  const applied = new Set(done.rows.map((row) => row.migration_name));
  const known = new Set(migrationNames());
  return {
    missing: [...known].filter((name) => !applied.has(name)),
    unknown: [...applied].filter((name) => !known.has(name)),
  };
}

/** Names of all migrations, in the order in which they apply. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function applyMigration(client: Client, name: string): Promise<void> {
  const sql = readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8');
  const checksum = createHash('sha256').update(sql).digest('hex');
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Throws everything away and builds the database anew. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public',
    );
  } finally {
    await client.end();
  }
  await migrate(url);
}
