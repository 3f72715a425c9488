import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '../../src/platform/db/embedded.ts';
import { until } from '../journeys/support/processes.ts';

const root = join(import.meta.dirname, '../..');

/** The true process, as `npm start` runs it, without the Playground. */
export interface Started {
  child: ChildProcess;
  port: number;
  output(): string;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/** @param env beside the port; it names a data folder or none of ours is used */
export async function startMain(env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: tmpdir(),
      LANG: 'ja_JP.UTF-8',
      PORT: String(port),
      KIKIDOKI_PLAYGROUND: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    output += part;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, port, output: () => output, ended };
}

/** Waits for the summary. Throws what was said, if it ends instead. */
export async function untilStarted({ child, output }: Started): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const isStarted = () => output().includes('Ctrl-C で止まります');
  await until('the start', () => isStarted() || isOver(), 90_000);
  if (!isStarted()) throw new Error(`the product did not start:\n${output()}`);
}

/** A data folder of one's own, which PostgreSQL's account can enter; removed with what lies elsewhere. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-start-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => {
    const elsewhere = join(folder, 'postgres.location');
    const cluster = existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(folder, 'postgres');
    const pid = postmasterOf(cluster);
    if (pid) process.kill(pid, 'SIGKILL');
    rmSync(cluster, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Process id of the PostgreSQL of a data folder, as its file says. */
export function postgresOf(dataFolder: string): number | undefined {
  const elsewhere = join(dataFolder, 'postgres.location');
  return postmasterOf(
    existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(dataFolder, 'postgres'),
  );
}

function postmasterOf(cluster: string): number | undefined {
  const file = join(cluster, 'data', 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
  try {
    if (pid) process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
