import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../platform/errors.ts';
import { isAlive, startOf } from './processes.ts';

/** A process whose launcher was killed needs a moment to notice and stop (watchLauncher). */
const patienceMs = 10_000;

/** Two who find the same dead one's lock: the later of them has it. */
const settlingMs = 100;

/**
 * Makes sure that this is the only local process on the data folder, before PostgreSQL is touched: two that start
 * in the same second would both start it. The file names its process and that process's start, since a number
 * comes again after a restart of the machine.
 *
 * @returns gives the lock back
 * @throws AppError local.alreadyRunning
 */
export async function takeFolderLock(dataFolder: string, timeoutMs = patienceMs): Promise<() => void> {
  const file = join(dataFolder, 'local.lock');
  const own = `${process.pid} ${startOf(process.pid)}`;
  const deadline = performance.now() + timeoutMs;
  do {
    if (await tryToTake(file, own)) {
      return () => {
        if (read(file) === own) rmSync(file, { force: true });
      };
    }
    await sleep(Math.min(500, timeoutMs));
  } while (performance.now() < deadline);
  throw new AppError('local.alreadyRunning');
}

async function tryToTake(file: string, own: string): Promise<boolean> {
  const holder = read(file);
  if (holder !== undefined && isHeld(holder)) return false;
  if (holder !== undefined) rmSync(file, { force: true });
  if (!create(file, own)) return false;
  if (holder !== undefined) await sleep(settlingMs);
  return read(file) === own;
}

/** Written beside and linked: nobody ever reads half a lock, and only one link wins. */
function create(file: string, own: string): boolean {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, own);
  try {
    linkSync(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A file system without links.
    writeFileSync(file, own, { flag: 'wx' });
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}

function isHeld(holder: string): boolean {
  const pid = Number(holder.split(' ')[0]);
  if (!Number.isInteger(pid) || pid < 1 || !isAlive(pid)) return false;
  return holder === `${pid} ${startOf(pid)}`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
