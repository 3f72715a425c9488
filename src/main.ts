import { type App, buildApp } from './app.ts';
import { printBusy, printError, printStarted } from './local/summary.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { requireDataFolder } from './platform/dataFolder.ts';
import { openDatabase } from './platform/db/openDatabase.ts';
import { createLog } from './platform/log.ts';
import { type Stop, stopEach } from './platform/stopping.ts';

const started = performance.now();

/** What has to be stopped, in order of starting. */
const stops: Stop[] = [];
let stopping = false;
let exitCode = 0;

/** Starts web and worker, and stops cleanly on Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(130));
  if (config.teams) return startTeams(config);
  // Only here: what local mode needs is not installed in production.
  const { startLocal } = await import('./local/startLocal.ts');
  const summary = await startLocal(config, { onStop: (one) => stops.push(one), stop: () => stop(0), fail });
  if (!stopping) printStarted(summary, performance.now() - started);
}

async function startTeams(config: Config): Promise<void> {
  requireDataFolder(config.dataFolder);
  const database = await openDatabase(config, { onGone: fail });
  stops.push(database.stop);
  const app: App = await buildApp(config, { databaseUrl: database.url });
  stops.push(app.stop);
  await app.listen();
  await app.startWorking();
  const { settings } = app.ctx;
  printStarted({ config, settings, situation: null }, performance.now() - started);
}

/**
 * Stops everything in reverse order; asked a second time, at once.
 *
 * @param impatient exit code of the second time
 */
function stop(impatient: number): void {
  if (stopping) process.exit(impatient);
  stopping = true;
  printBusy('stopping');
  void stopAll().then(() => process.exit(exitCode));
}

/** Something is gone without which there is no going on. */
function fail(error: unknown): void {
  if (stopping) return;
  exitCode = 1;
  printError(error);
  stop(1);
}

/** The app stops its own parts one by one, each within a limit of its own. */
const longestStopMs = 3 * 60_000;

async function stopAll(): Promise<void> {
  const log = createLog('warn');
  const onFault = (error: unknown) => log.warn({ err: error }, 'could not stop in order');
  if (await stopEach(stops.reverse(), onFault, longestStopMs)) return;
  exitCode = 1;
  printBusy('stoppedHalf');
}

main().catch(async (error) => {
  // Stopped in the middle of starting: what was under way breaks, and that is all right.
  if (stopping) return;
  stopping = true;
  printError(error);
  await stopAll();
  process.exit(1);
});
