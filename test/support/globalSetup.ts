import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts';
import { makeTemplates } from './templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the test server's maintenance database. */
    postgresUrl: string;
    /** Media of the template company's voices. */
    templateMedia: string;
  }
}

/** Nothing here outlives the run: durability would only cost time. */
const fast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'checkpoint_timeout=1h',
];

/** One PostgreSQL for the whole run, with the templates that test databases are cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-test-'));
  // As root the server runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(join(folder, 'data'), fast);
  const stop = async () => {
    await server.stop();
    const pointer = join(folder, 'data', 'postgres.location');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgresUrl = server.url.replace(/\/[^/]*$/, '/postgres');
    const templateMedia = join(folder, 'media');
    await makeTemplates(postgresUrl, templateMedia);
    project.provide('postgresUrl', postgresUrl);
    project.provide('templateMedia', templateMedia);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
