import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Db } from '../db/client.ts';
import { type Log, sparse } from '../log.ts';

/** Hears what changed, at whatever replica, for pages that are open at this moment. */
export interface Live {
  /** Calls `changed` after every change of `topic`, until the returned function is called. */
  follow(topic: string, changed: () => void): () => void;
  stop(): Promise<void>;
}

const channel = 'kikidoki_live';

/** Tells all replicas that these topics changed, once the transaction of `db` is committed. */
export async function tellLive(db: Db, ...topics: string[]): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${channel}, topic) FROM unnest(${topics}::text[]) AS topic`;
}

/**
 * Opens the line between replicas: PostgreSQL's LISTEN and NOTIFY. What is told while the connection is broken is
 * lost; everybody who follows something is called when it stands again, and looks for themselves.
 */
export async function openLive(url: string, ownLog: Log): Promise<Live> {
  const log = sparse(ownLog);
  const followers = new Map<string, Set<() => void>>();
  let stopping = false;
  let client = await listen(url);

  const call = (topic: string) => {
    for (const changed of followers.get(topic) ?? []) changed();
  };
  const attend = () => {
    client.on('notification', ({ payload }) => payload && call(payload));
    client.once('end', () => void regain());
  };
  const regain = async () => {
    while (!stopping) {
      try {
        log.warn({}, 'the connection for live pages broke: connecting again');
        client = await listen(url);
        attend();
        for (const topic of [...followers.keys()]) call(topic);
        return;
      } catch (error) {
        log.warn({ err: error }, 'the database does not answer');
        await sleep(1_000);
      }
    }
  };
  attend();

  return {
    follow: (topic, changed) => {
      const own = followers.get(topic) ?? new Set();
      followers.set(topic, own.add(changed));
      return () => {
        own.delete(changed);
        if (own.size === 0 && followers.get(topic) === own) followers.delete(topic);
      };
    },
    stop: async () => {
      stopping = true;
      await client.end();
    },
  };
}

async function listen(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true });
  // Without a listener a broken connection would end the process; 'end' follows and is dealt with.
  client.on('error', () => {});
  await client.connect();
  await client.query(`LISTEN ${channel}`);
  return client;
}
