import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type App, buildApp } from '../app.ts';
import { repostDiscussionsToPlayground } from '../domain/discussions/index.ts';
import { repostCardsToPlayground } from '../domain/listening/index.ts';
import type { Config } from '../platform/config/config.ts';
import { requireDataFolder } from '../platform/dataFolder.ts';
import { registerReplica } from '../platform/db/liveness.ts';
import { emptyDatabase } from '../platform/db/migrate.ts';
import { openDatabase } from '../platform/db/openDatabase.ts';
import { AppError } from '../platform/errors.ts';
import { readSettings } from '../platform/settings.ts';
import { takeFolderLock } from './folderLock.ts';
import { watchLauncher } from './launcher.ts';
import { takeLocalLock } from './localLock.ts';
import { castPlayground, type PlaygroundCast, reachableInPlayground, startPlayground } from './playground.ts';
import {
  hasCompany,
  loadSampleCompany,
  readSampleHistory,
  readSampleSettings,
  type SampleHistory,
} from './sampleCompany.ts';
import { ensureOpenEdition } from './sampleEdition.ts';
import { playSampleHistory } from './sampleHistory.ts';
import { lookAround } from './situation.ts';
import { printBusy, type Started } from './summary.ts';

interface Life {
  /** Collects what has to be stopped, in order of starting. */
  onStop(stop: () => Promise<void> | void): void;
  /** Stops the whole process. */
  stop(): void;
  /** Says why, and stops the whole process. */
  fail(error: AppError): void;
}

/**
 * Starts local mode: database, sample company, an open edition, pages and bot, and the Playground beside
 * them.
 *
 * @returns what its summary tells
 * @throws AppError local.alreadyRunning, local.portTaken, local.playgroundSilent, data.unwritable,
 *   database.unreachable
 */
export async function startLocal(config: Config, life: Life): Promise<Started> {
  if (config.playground && config.port === config.playgroundPort) {
    throw new AppError('local.portTaken', { port: config.port });
  }
  requireDataFolder(config.dataFolder);
  life.onStop(watchLauncher(config.launchedByNpm, life.stop));
  life.onStop(await takeFolderLock(config.dataFolder));
  const database = await openDatabase(config, { onGone: life.fail });
  life.onStop(database.stop);
  life.onStop(await takeLocalLock(database.url, life.fail));
  await requireFreePort(config.port);
  if (config.playground) await requireFreePort(config.playgroundPort);
  if (isSampleHalfLoaded(config)) await emptyDatabase(database.url);

  let cast: PlaygroundCast | null = null;
  const app = await buildApp(config, {
    databaseUrl: database.url,
    settings: readSettings(config.dataFolder, readSampleSettings()),
    reachable: config.hasOwnServiceUrl
      ? () => true
      : reachableInPlayground(config, () => cast?.user.entraObjectId ?? null),
  });
  life.onStop(app.stop);
  const history = readSampleHistory();
  if (!(await hasCompany(app.ctx))) await loadSample(config, app, history, database.url);
  cast = await castPlayground(app.ctx);
  await app.listen();
  if (cast && config.playground) {
    const playground = startPlayground(config, cast, app.ctx.settings.programmeName.ja);
    life.onStop(playground.stop);
    await repostCardsToPlayground(app.ctx);
    await repostDiscussionsToPlayground(app.ctx);
    // What is posted while the Playground is still starting may be lost on its page.
    await playground.untilReady();
  }
  await ensureOpenEdition(app.ctx, history.current.voices);
  const situation = await lookAround(app.ctx, cast);
  await app.startWorking();
  return { config, settings: app.ctx.settings, situation };
}

/** Says that the sample company is being loaded; what a kill in the middle leaves is started afresh. */
function halfLoadedMarker(config: Config): string {
  return join(config.dataFolder, 'sample.loading');
}

/** Only the embedded database: another one may hold more than the sample. */
function isSampleHalfLoaded(config: Config): boolean {
  return config.databaseUrl === undefined && existsSync(halfLoadedMarker(config));
}

async function loadSample(
  config: Config,
  app: App,
  history: SampleHistory,
  databaseUrl: string,
): Promise<void> {
  printBusy('loading');
  writeFileSync(halfLoadedMarker(config), '');
  await loadSampleCompany(app.ctx, history);
  const liveness = await registerReplica(databaseUrl, app.ctx.log);
  await playSampleHistory(app.ctx, liveness, history).finally(liveness.stop);
  rmSync(halfLoadedMarker(config));
}

/**
 * Both addresses of "localhost": a browser that tries ::1 first must not meet another program there.
 *
 * @throws AppError local.portTaken
 */
async function requireFreePort(port: number): Promise<void> {
  const faults = [await faultOfListening(port, '127.0.0.1'), await faultOfListening(port, '::1')];
  // A machine without IPv6 has no ::1, which is all right.
  if (faults[0] || faults[1] === 'EADDRINUSE') throw new AppError('local.portTaken', { port });
}

function faultOfListening(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
