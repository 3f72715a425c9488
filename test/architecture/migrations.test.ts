import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('migrations build exactly what the schema says', async () => {
  const script = join(root, 'scripts/migration.mjs');
  // Exit code 2 would be a difference; execFile rejects then.
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script], { cwd: root });
  expect(stdout).toContain('nothing to do');
}, 60_000);
