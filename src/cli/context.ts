import { type Ctx, systemActor } from '../domain/context.ts';
import type { Messenger } from '../domain/ports.ts';
import { openDetector } from '../domain/privacy/index.ts';
import { openProposalSearch } from '../domain/similarity/index.ts';
import { jobs } from '../jobs.ts';
import { systemClock } from '../platform/clock.ts';
import { type Config, mediaFolder, sealFile } from '../platform/config/config.ts';
import { openDb } from '../platform/db/client.ts';
import { anyReplicaLives } from '../platform/db/liveness.ts';
import { openDatabase } from '../platform/db/openDatabase.ts';
import { createLog, type Log } from '../platform/log.ts';
import { openQueue, type Queue, type RunningQueue } from '../platform/queue/queue.ts';
import { openSeal } from '../platform/seal.ts';
import { readSettings } from '../platform/settings.ts';
import { openFolderMediaStore } from '../platform/store/folderMediaStore.ts';
import { reactions } from '../reactions.ts';

/** The product as a command sees it: the database and the queue; no server, no Teams. */
export interface Opened {
  ctx: Ctx;
  /** Whether a server is running that sends what a command queues. */
  serverLives(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens what a command needs, beside a running server or alone. app.ts is not used: loading the bot's
 * libraries would take most of a command's time, and a command calls nobody.
 *
 * @throws AppError settings.invalid, database.unreachable, data.unwritable
 */
export async function openContext(config: Config): Promise<Opened> {
  const log = createLog(config.logLevel);
  const settings = readSettings(config.dataFolder);
  const database = await openDatabase(config, { guest: true });
  const db = openDb(database.url, 4);
  const queue = lazyQueue(database.url, log);
  const ctx: Ctx = {
    db,
    actor: systemActor,
    clock: systemClock,
    settings,
    queue,
    log,
    media: openFolderMediaStore(mediaFolder(config)),
    messenger: nobody,
    detector: openDetector(settings.privacy),
    proposalSearch: openProposalSearch(),
    seal: openSeal(sealFile(config)),
    local: config.teams === undefined,
  };
  const closeAll = async () => {
    await ctx.detector.close();
    await ctx.proposalSearch.close();
    await queue.close();
    await db.$disconnect();
    await database.stop();
  };
  let closing: Promise<void> | undefined;
  return {
    ctx,
    serverLives: () => anyReplicaLives(db),
    close: () => {
      // Once, though both Ctrl-C and the command that it interrupts ask for it.
      closing ??= closeAll();
      return closing;
    },
  };
}

/** Opened at the first job: commands that only read do not wait for it. */
function lazyQueue(databaseUrl: string, log: Log): Queue & { close(): Promise<void> } {
  let opening: Promise<RunningQueue> | undefined;
  const opened = () => {
    opening ??= openQueue({ databaseUrl, log, jobs: Object.keys(jobs), reactions });
    return opening;
  };
  return {
    publish: async (db, event) => (await opened()).publish(db, event),
    enqueue: async (db, job, data, id) => (await opened()).enqueue(db, job, data, id),
    close: async () => {
      if (opening) await (await opening).stop(1_000);
    },
  };
}

/** Acts queue messages; only the server's dispatcher sends them. */
const nobody: Messenger = { meet: refuse, send: refuse, update: refuse };

function refuse(): Promise<never> {
  throw new Error('commands send nothing');
}
