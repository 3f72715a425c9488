import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { AppError } from '../platform/errors.ts';

/** Advisory lock of the one local process on a database. */
const localLock = 7_305_013;

/** A process whose launcher was killed needs a moment to notice and stop (watchLauncher). */
const patienceMs = 10_000;

const tryEveryMs = 500;

/**
 * Makes sure that this is the only local process on the database, also when another one has a data folder of
 * its own: two would each tell the Playground of the other. PostgreSQL forgets the lock when it restarts: it is
 * taken again as soon as it answers.
 *
 * @param onLost another process has the database now
 * @returns gives the lock back
 * @throws AppError local.alreadyRunning
 */
export async function takeLocalLock(
  databaseUrl: string,
  onLost: (error: AppError) => void,
): Promise<() => Promise<void>> {
  let stopping = false;
  let holder: Client | undefined;

  const hold = async (client: Client) => {
    const deadline = performance.now() + patienceMs;
    while (!(await tryToLock(client))) {
      if (performance.now() > deadline) throw new AppError('local.alreadyRunning');
      await sleep(tryEveryMs);
    }
    holder = client;
    client.once('end', () => void regain());
  };
  const regain = async () => {
    while (!stopping) {
      const client = await connect(databaseUrl).catch(() => null);
      try {
        if (client) return await hold(client);
      } catch (error) {
        if (error instanceof AppError) {
          await client?.end().catch(() => {});
          return onLost(error);
        }
      }
      await sleep(tryEveryMs);
    }
  };

  const first = await connect(databaseUrl);
  await hold(first).catch(async (error) => {
    await first.end();
    throw error;
  });
  return async () => {
    stopping = true;
    await holder?.end();
  };
}

async function tryToLock(client: Client): Promise<boolean> {
  const taken = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [localLock]);
  return taken.rows[0]?.ok ?? false;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true });
  // Without a listener a broken connection would end the process; 'end' follows and is dealt with.
  client.on('error', () => {});
  await client.connect();
  return client;
}
