import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this number runs, ours or anybody's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What `ps` says about a process; undefined without ps, or without the process. */
export function askPs(field: string, pid: number): string | undefined {
  try {
    const asked = ['-o', `${field}=`, '-p', String(pid)];
    return execFileSync('ps', asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** When a process began, in whatever form the system tells it; '' where it does not. */
export function startOf(pid: number): string {
  try {
    // After the name, which may hold anything, field 22 of proc(5): clock ticks since the machine started.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[19] ?? '';
  } catch {
    return askPs('lstart', pid) ?? '';
  }
}
