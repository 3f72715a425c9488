import { buildApp } from './app.ts';
import { printError, printStarted } from './local/summary.ts';
import { readConfig } from './platform/config/config.ts';
import { openDatabase } from './platform/db/openDatabase.ts';

const started = performance.now();

/** Starts web and worker, and stops cleanly on Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config);
  const stops: (() => Promise<void>)[] = [database.stop];
  const stopAll = async () => {
    while (stops.length > 0) await stops.pop()?.();
  };
  onSignal(stopAll);
  try {
    if (config.teams) {
      const app = await buildApp(config, { databaseUrl: database.url });
      stops.push(app.stop);
      await app.listen();
      await app.startWorking();
      printStarted(config, null, performance.now() - started);
      return;
    }
    // Only here: what local mode needs is not installed in production.
    const { startLocal } = await import('./local/startLocal.ts');
    const local = await startLocal(config, database.url, (stop) => stops.push(stop));
    printStarted(config, local.user, performance.now() - started);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** The first signal stops in order; a second one at once. */
function onSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error) => {
          printError(error);
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error) => {
  printError(error);
  process.exit(1);
});
