// Runs rank.ts, count.ts or train.ts beside this file with the Node that the product brings along, after setting up.
// Standard output belongs to the script.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

await import('../setup.mjs');
const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const node24 = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [script, ...rest] = process.argv.slice(2);
const { status } = spawnSync(node24, [join(root, 'scripts/similar', `${script}.ts`), ...rest], {
  // The data folder's default means the same as for `npm start`.
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
