// Brings a checkout to where it can start or be tested: packages, database client, built pages. Runs before
// `npm start`, `npm test` and the commands; does only what is missing or out of date, and nothing twice.
// Plain JavaScript without packages, for whatever Node (20 or newer) the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
process.chdir(root);

const stamps = 'node_modules/.kikidoki';
const node24 = join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const steps = [
  {
    name: 'packages',
    inputs: ['package-lock.json'],
    output: node24,
    words: 'パッケージを入れています(初回は1分ほど)… / Installing packages…',
    run: () => npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  {
    name: 'client',
    inputs: ['prisma/schema', 'package-lock.json'],
    output: 'src/platform/db/generated/client.ts',
    words: 'データベースのクライアントを生成しています… / Generating the database client…',
    run: () =>
      node(['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema'], {
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts/no-schema-engine.sh'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
  },
  {
    name: 'pages',
    inputs: [
      'src/web',
      'src/edges/http/contract.ts',
      'src/edges/http/contract',
      'vite.config.ts',
      'package-lock.json',
    ],
    output: 'dist/web/index.html',
    words: 'ページを組み立てています… / Building the pages…',
    run: () => node(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']),
  },
];

for (const step of steps) {
  const stamp = join(stamps, step.name);
  const state = fingerprint(step.inputs);
  if (existsSync(step.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) continue;
  console.error(step.words);
  step.run();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, state);
}

/** SHA-256 over names and contents of files and folders. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf).sort()) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

function npm(args) {
  // npm tells its scripts where it is; outside npm it is on the path.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) run(process.execPath, [cli, ...args]);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

function node(args, environment = {}) {
  run(node24, args, environment);
}

/** Runs a step quietly; only a step that fails shows what it said. */
function run(command, args, environment = {}) {
  const done = spawnSync(command, args, {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    shell: command.endsWith('.cmd'),
  });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`);
  console.error(
    '準備に失敗しました。上の表示を確かめて、もう一度お試しください。 / Setting up failed: see above, mend it and run it again.',
  );
  process.exit(1);
}
