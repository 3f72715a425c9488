import { type App, buildApp } from './app.ts';
import { printBusy, printError, printStarted } from './local/summary.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { openDatabase } from './platform/db/openDatabase.ts';

const started = performance.now();

/** What has to be stopped, in order of starting. */
const stops: (() => Promise<void> | void)[] = [];
let stopping = false;

/** Starts web and worker, and stops cleanly on Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(130));
  if (config.teams) return startTeams(config);
  // Only here: what local mode needs is not installed in production.
  const { startLocal } = await import('./local/startLocal.ts');
  const summary = await startLocal(config, { onStop: (one) => stops.push(one), stop: () => stop(0) });
  if (!stopping) printStarted(summary, performance.now() - started);
}

async function startTeams(config: Config): Promise<void> {
  const database = await openDatabase(config);
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
  stopAll().then(
    () => process.exit(0),
    (error) => {
      printError(error);
      process.exit(1);
    },
  );
}

async function stopAll(): Promise<void> {
  while (stops.length > 0) await stops.pop()?.();
}

main().catch(async (error) => {
  // Stopped in the middle of starting: what was under way breaks, and that is all right.
  if (stopping) return;
  stopping = true;
  printError(error);
  await stopAll().catch(printError);
  process.exit(1);
});
