import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts';

const words = '毎日、電話ばかり気にしていました';

it('the embedded server writes none of the words into its log that it could not take', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-serverlog-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, ['fsync=off']);
  onTestFinished(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE TABLE voice (reference text PRIMARY KEY, quote text NOT NULL, sentences jsonb)');
  const insert = 'INSERT INTO voice (reference, quote, sentences) VALUES ($1, $2, $3)';
  const json = JSON.stringify([{ text: `${words}\u0000` }]);
  for (const [sql, values] of [
    [insert, ['1', `${words}\u0000`, null]],
    [insert, ['1', words, json]],
    [insert, ['1', words, json.replace('\\u0000', '\\ud800')]],
    [insert, [null, words, null]],
    [insert, [words, words, null]],
    [insert, [words, words, null]],
    [`INSERT INTO nowhere VALUES ('${words}')`, []],
    [`INSERT INTO voice (reference) VALUES ('${words}x')`, []],
    [`SELECT pg_sleep(2), '${words}' FROM voice`, []],
  ] as [string, unknown[]][]) {
    await client.query(`SET statement_timeout = ${sql.includes('sleep') ? 100 : 0}`);
    await client.query(sql, values).catch(() => {});
  }
  await client.end();
  const log = readFileSync(join(folder, 'postgres', 'server.log'), 'utf8');
  expect(log).toContain('ERROR');
  expect(log).not.toContain(words.slice(0, 4));
});
