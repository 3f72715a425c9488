import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is yes. Throws what it waited for when the time is over. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await sleep(50);
  }
}

/** Whether a process of this id runs (a zombie does not). */
export function isAlive(pid: number): boolean {
  return processTable().some((one) => one.pid === pid);
}

/** Sends a signal to one process; nothing happens when it is gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/** Ids of all processes that this one started, and that those started. */
export function descendantsOf(pid: number): number[] {
  const table = processTable();
  const children = (parent: number): number[] =>
    table.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...children(one.pid)]);
  return children(pid);
}

/** Whether anybody answers on this port. */
export function isListening(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host });
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

interface Process {
  pid: number;
  parent: number;
}

/** All processes but those that ended and only wait for their parent to notice. */
function processTable(): Process[] {
  const rows = existsSync('/proc/self/stat') ? linuxProcesses() : otherProcesses();
  return rows
    .filter(([, , state]) => state && !state.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

/** Small systems have no `ps`. After the name, which may hold anything, come state and parent. */
function linuxProcesses(): (string | undefined)[][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const [state, parent] = textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
      return [pid, parent, state];
    });
}

function otherProcesses(): (string | undefined)[][] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  return listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

/** Empty when the process ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
