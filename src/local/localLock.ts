import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { AppError } from '../platform/errors.ts';

/** Advisory lock of the one local process on a database. */
const localLock = 7_305_013;

/** A process whose launcher was killed needs a moment to notice and stop (watchLauncher). */
const patienceMs = 10_000;

/**
 * Makes sure that this is the only local process on the data folder: two would each tell the Playground of
 * the other.
 *
 * @returns gives the lock back
 * @throws AppError local.alreadyRunning
 */
export async function takeLocalLock(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  const deadline = performance.now() + patienceMs;
  do {
    const taken = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [localLock]);
    if (taken.rows[0]?.ok) return () => client.end();
    await sleep(500);
  } while (performance.now() < deadline);
  await client.end();
  throw new AppError('local.alreadyRunning');
}
