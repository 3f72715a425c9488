import { fromPrisma, PgBoss } from 'pg-boss';

import { type Db, sessionOptions } from '../db/client.ts';
import { idFrom } from '../ids.ts';
import { type Log, type SparseLog, sparse } from '../log.ts';

/** An event as rooms publish it. */
export interface PublishedEvent {
  id: string;
  name: string;
  data: object;
}

/** A job that somebody asked for: its name, what it works on, and the id that makes it exist once. */
export interface QueuedJob {
  id: string;
  data: unknown;
}

/** Handles one job; throwing has it tried again. */
export type JobHandler = (job: QueuedJob) => Promise<void>;

/** Background work, kept in the same database as the facts it follows from. */
export interface Queue {
  /** Stores the jobs that follow from an event, in the caller's transaction. */
  publish(db: Db, event: PublishedEvent): Promise<void>;
  /** Stores one job; a second one with the same id is the same job. */
  enqueue(db: Db, job: string, data: object, id: string): Promise<void>;
}

export interface RunningQueue extends Queue {
  /** Starts working off the given jobs. Without it this process only enqueues. */
  work(handlers: ReadonlyMap<string, JobHandler>): Promise<void>;
  isRunning(): Promise<boolean>;
  /** Ends when no job of this process is under way any more (at most `timeoutMs`). */
  stop(timeoutMs: number): Promise<void>;
}

interface QueueOptions {
  databaseUrl: string;
  log: Log;
  /** Names of all jobs. */
  jobs: readonly string[];
  /** Which jobs follow from which event. */
  reactions: Readonly<Record<string, readonly string[]>>;
}

const queueOptions = {
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  notify: true,
  // A job's data says who did what and when: it must not outlive what follows from it.
  deleteAfterSeconds: 24 * 60 * 60,
};

/**
 * Opens the queue: pg-boss in the product's own database.
 *
 * A failed job is tried again five times with growing pauses (1 s to about 30 s), then kept as failed.
 */
export async function openQueue(options: QueueOptions): Promise<RunningQueue> {
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    options: sessionOptions,
    max: 4,
    useListenNotify: true,
    schedule: false,
  });
  const log = sparse(options.log);
  boss.on('error', (error) => log.error({ err: error }, 'queue error'));
  await boss.start();
  for (const name of options.jobs) {
    await boss.createQueue(name, queueOptions);
  }
  let running = true;

  const enqueue: Queue['enqueue'] = async (db, job, data, id) => {
    await boss.send(job, data, { id, db: fromPrisma(db) });
  };

  return {
    enqueue,
    publish: async (db, event) => {
      for (const job of options.reactions[event.name] ?? []) {
        await enqueue(db, job, event.data, idFrom(event.id, job));
      }
    },
    work: async (handlers) => {
      for (const [name, handler] of handlers) {
        await boss.work(
          name,
          // Without the short interval retries and bursts stall for tens of seconds; a batch of one would
          // fetch two jobs a second.
          { batchSize: 8, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, perJobResults: true },
          async (jobs) => {
            const results = [];
            for (const job of jobs) results.push(await settle(handler, name, job, log));
            return results;
          },
        );
      }
    },
    isRunning: async () => running && (await boss.isInstalled().catch(() => false)),
    stop: async (timeoutMs) => {
      running = false;
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}

async function settle(handler: JobHandler, name: string, job: QueuedJob, log: SparseLog) {
  try {
    await handler({ id: job.id, data: job.data });
    return { id: job.id, status: 'completed' as const };
  } catch (error) {
    log.error({ err: error, job: name, jobId: job.id }, 'job failed');
    return { id: job.id, status: 'failed' as const };
  }
}
