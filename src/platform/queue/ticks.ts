import { schedule } from 'node-cron';
import type { Db } from '../db/client.ts';
import { idFrom } from '../ids.ts';
import { type Log, sparse } from '../log.ts';
import type { Queue } from './queue.ts';

export interface Tick {
  cron: string;
  job: string;
}

interface TickOptions {
  queue: Queue;
  db: Db;
  log: Log;
  timeZone: string;
  now: () => Date;
}

export interface Ticking {
  isRunning(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts the clockwork. Each tick asks for a job whose id derives from its slot, so that of any number of
 * replicas that tick together one wins. At the start everything is asked for once: what came due while no
 * server was up is made up for.
 */
export async function startTicks(ticks: readonly Tick[], options: TickOptions): Promise<Ticking> {
  const { queue, db, timeZone } = options;
  const log = sparse(options.log);
  const request = async (job: string, at: Date) => {
    const slot = at.toISOString().slice(0, 16);
    await queue.enqueue(db, job, {}, idFrom('tick', job, slot));
  };
  const tasks = ticks.map(({ cron, job }) =>
    schedule(
      cron,
      ({ date }) => request(job, date).catch((error) => log.error({ err: error, job }, 'tick failed')),
      { timezone: timeZone },
    ),
  );
  for (const { job } of ticks) await request(job, options.now());
  let running = true;
  return {
    isRunning: () => running,
    stop: async () => {
      running = false;
      for (const task of tasks) await task.destroy();
    },
  };
}
