import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Log, sparse } from '../log.ts';
import type { Db } from './client.ts';

/** Advisory lock class of replicas; any number that nothing else in this database uses. */
const replicaLocks = 7_305_012;

/**
 * Tells which replicas live. Each holds a session-level advisory lock on its number; PostgreSQL releases it
 * the moment the process is gone, so that nobody has to guess by time-outs.
 */
export interface Liveness {
  /** This process's number, as it stands in rows that it marked. */
  replicaId: number;
  /** Of these numbers, the ones whose process is gone. */
  deadAmong(replicaIds: readonly number[]): Promise<number[]>;
  stop(): Promise<void>;
}

/**
 * Registers this process. When its connection breaks it takes its lock again as soon as it can; what others
 * took over in between stays theirs (settleMessages looks at who holds a row).
 */
export async function registerReplica(url: string, ownLog: Log): Promise<Liveness> {
  const log = sparse(ownLog);
  let stopping = false;
  let client = await connect(url);
  const row = await client.query<{ id: number }>(
    'INSERT INTO replica (started_at) VALUES (clock_timestamp()) RETURNING id',
  );
  const replicaId = row.rows[0]?.id ?? 0;

  const hold = async () => {
    client.once('end', () => void regain());
    await client.query('SELECT pg_advisory_lock($1, $2)', [replicaLocks, replicaId]);
  };
  const regain = async () => {
    while (!stopping) {
      try {
        log.warn({}, 'the connection that says this replica lives broke: connecting again');
        client = await connect(url);
        return await hold();
      } catch (error) {
        log.warn({ err: error }, 'the database does not answer');
        await sleep(1_000);
      }
    }
  };
  await hold();

  const isGone = async (id: number): Promise<boolean> => {
    const taken = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS free', [
      replicaLocks,
      id,
    ]);
    if (!taken.rows[0]?.free) return false;
    await client.query('SELECT pg_advisory_unlock($1, $2)', [replicaLocks, id]);
    return true;
  };

  return {
    replicaId,
    deadAmong: async (replicaIds) => {
      const dead: number[] = [];
      for (const id of replicaIds) if (id !== replicaId && (await isGone(id))) dead.push(id);
      return dead;
    },
    stop: async () => {
      stopping = true;
      await client.end();
    },
  };
}

/** Whether a server works with this database at this moment. */
export async function anyReplicaLives(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM pg_locks
      WHERE locktype = 'advisory' AND classid = ${replicaLocks}
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS alive`;
  return rows[0]?.alive ?? false;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true });
  // Without a listener a broken connection would end the process; 'end' follows and is dealt with.
  client.on('error', () => {});
  await client.connect();
  return client;
}
