import { Client } from 'pg';
import type { Log } from '../log.ts';

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
 * Registers this process.
 *
 * @param onLost called when the connection that holds the lock broke: what we marked may be taken over
 */
export async function registerReplica(url: string, log: Log, onLost: () => void): Promise<Liveness> {
  const client = new Client({ connectionString: url, keepAlive: true });
  let stopping = false;
  const lost = () => {
    if (stopping) return;
    stopping = true;
    log.warn('lost the connection that says this replica lives');
    onLost();
  };
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  const row = await client.query<{ id: number }>(
    'INSERT INTO replica (started_at) VALUES (clock_timestamp()) RETURNING id',
  );
  const replicaId = row.rows[0]?.id ?? 0;
  await client.query('SELECT pg_advisory_lock($1, $2)', [replicaLocks, replicaId]);
  return {
    replicaId,
    deadAmong: async (replicaIds) => {
      const dead: number[] = [];
      for (const id of replicaIds) {
        if (id === replicaId) continue;
        const taken = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS free', [
          replicaLocks,
          id,
        ]);
        if (!taken.rows[0]?.free) continue;
        dead.push(id);
        await client.query('SELECT pg_advisory_unlock($1, $2)', [replicaLocks, id]);
      }
      return dead;
    },
    stop: async () => {
      stopping = true;
      await client.end();
    },
  };
}
