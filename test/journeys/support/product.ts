import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../../src/platform/db/embedded.ts';
import { isAlive, signal, until } from './processes.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** One installation of the product on this machine: its ports and its data folder. Started as people start it. */
export interface Installation {
  port: number;
  playgroundPort: number;
  dataFolder: string;
  /** http://localhost:port, where the bot's cards point to. */
  url: string;
  playgroundUrl: string;
  /** Starts the true process and waits until it says that it is ready. */
  start(): Promise<Running>;
  /** Runs an operator's command with --json. */
  command<T>(...args: string[]): Promise<T>;
  /** Process id of its PostgreSQL, if that runs. */
  postgresPid(): number | undefined;
  /** Ends everything that is left of it and removes its folder. */
  remove(): Promise<void>;
}

/** A process of the product. */
export interface Running {
  pid: number;
  /** From the start of the process to its summary. */
  readyMs: number;
  output(): string;
  /** As Ctrl-C does. Resolves with the exit code. */
  interrupt(): Promise<number | null>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
}

/** @param env settings beside the ports and the data folder */
export async function install(env: Record<string, string> = {}): Promise<Installation> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kikidoki-journey-'));
  // As root, PostgreSQL runs as another account, which must be able to enter.
  chmodSync(dataFolder, 0o755);
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const environment = {
    ...surroundings(),
    LANG: 'ja_JP.UTF-8',
    PORT: String(port),
    PLAYGROUND_PORT: String(playgroundPort),
    KIKIDOKI_DATA: dataFolder,
    ...env,
  };
  const processes: ChildProcess[] = [];
  const postgresPid = () => runningPostgres(dataFolder);
  // A test run that is cut short has no time to tidy up.
  const abandon = () => {
    for (const child of processes) child.kill('SIGKILL');
    const pid = postgresPid();
    if (pid !== undefined) signal(pid, 'SIGINT');
  };
  process.once('exit', abandon);
  return {
    port,
    playgroundPort,
    dataFolder,
    url: `http://localhost:${port}`,
    playgroundUrl: `http://localhost:${playgroundPort}`,
    start: async () => {
      const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env: environment });
      processes.push(child);
      return ready(child);
    },
    command: async <T>(...args: string[]) => {
      const { stdout } = await run(process.execPath, ['src/cli/main.ts', ...args, '--json'], {
        cwd: root,
        env: environment,
      });
      return JSON.parse(stdout) as T;
    },
    postgresPid,
    remove: async () => {
      for (const child of processes) await end(child);
      await endPostgres(postgresPid);
      const elsewhere = join(dataFolder, 'postgres.location');
      if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true });
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
      process.off('exit', abandon);
    },
  };
}

/** What a terminal would hand on: nothing of the test runner, and no settings of the product. */
function surroundings(): Record<string, string | undefined> {
  const ours =
    /^(KIKIDOKI_|VITEST|NODE_ENV$|NODE_OPTIONS$|DATABASE_URL$|LC_ALL$|DEV$|PROD$|TEST$|MODE$|SSR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

async function ready(child: ChildProcess): Promise<Running> {
  const started = performance.now();
  let output = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    output += part;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await until('the summary', () => output.includes('Ctrl-C で止まります') || isOver(), 120_000);
  if (isOver() || child.pid === undefined) throw new Error(`the product did not start:\n${output}`);
  return {
    pid: child.pid,
    readyMs: performance.now() - started,
    output: () => output,
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** In order when it can; the Playground goes with it either way. */
async function end(child: ChildProcess): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  if (isOver()) return;
  child.kill('SIGINT');
  await until('the end of the product', isOver, 15_000).catch(() => child.kill('SIGKILL'));
}

function runningPostgres(dataFolder: string): number | undefined {
  const elsewhere = join(dataFolder, 'postgres.location');
  const cluster = existsSync(elsewhere)
    ? readFileSync(elsewhere, 'utf8').trim()
    : join(dataFolder, 'postgres');
  const file = join(cluster, 'data', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return isAlive(pid) ? pid : undefined;
}

/** SIGINT is PostgreSQL's fast shutdown. */
async function endPostgres(pidOf: () => number | undefined): Promise<void> {
  const pid = pidOf();
  if (pid === undefined) return;
  signal(pid, 'SIGINT');
  await until('the end of PostgreSQL', () => !isAlive(pid), 10_000).catch(() => signal(pid, 'SIGKILL'));
}
