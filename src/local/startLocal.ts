import { mkdirSync } from 'node:fs';
import { Client } from 'pg';
import { buildApp } from '../app.ts';
import { repostCardsToPlayground } from '../domain/listening/index.ts';
import type { PersonRow } from '../domain/people/index.ts';
import type { Config } from '../platform/config/config.ts';
import { registerReplica } from '../platform/db/liveness.ts';
import { AppError } from '../platform/errors.ts';
import {
  castPlayground,
  type Playground,
  type PlaygroundCast,
  reachableInPlayground,
  startPlayground,
} from './playground.ts';
import { hasCompany, loadSampleCompany, readSampleHistory } from './sampleCompany.ts';
import { ensureOpenEdition } from './sampleEdition.ts';
import { playSampleHistory } from './sampleHistory.ts';

/** Advisory lock of the one local process on a database. */
const localLock = 7_305_013;

/**
 * Starts local mode: the sample company, an open edition, pages and bot, and the Playground beside them.
 *
 * @param onStop collects what has to be stopped, in order of starting
 * @throws AppError local.alreadyRunning, local.portTaken
 */
export async function startLocal(
  config: Config,
  databaseUrl: string,
  onStop: (stop: () => Promise<void>) => void,
): Promise<{ user: PersonRow | null }> {
  mkdirSync(config.dataFolder, { recursive: true });
  onStop(await takeLocalLock(databaseUrl));
  let cast: PlaygroundCast | null = null;
  const app = await buildApp(config, {
    databaseUrl,
    reachable: reachableInPlayground(() => (config.playground ? (cast?.user.entraObjectId ?? null) : null)),
  });
  onStop(app.stop);
  const { ctx } = app;
  const history = readSampleHistory();
  if (!(await hasCompany(ctx))) {
    await loadSampleCompany(ctx, history);
    const liveness = await registerReplica(databaseUrl, ctx.log);
    await playSampleHistory(ctx, liveness, history);
    await liveness.stop();
  }
  cast = await castPlayground(ctx);
  await listenOrExplain(app.listen, config.port);
  let playground: Playground | null = null;
  if (cast && config.playground) {
    playground = startPlayground(config, cast, ctx.settings.programmeName.ja);
    onStop(playground.stop);
    await repostCardsToPlayground(ctx);
  }
  await ensureOpenEdition(ctx, history.current.voices);
  // What is posted while the Playground is still starting may be lost on its page.
  await playground?.ready;
  await app.startWorking();
  return { user: cast?.user ?? null };
}

async function listenOrExplain(listen: () => Promise<void>, port: number): Promise<void> {
  await listen().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new AppError('local.portTaken', { port });
    throw error;
  });
}

/** Two processes on one data folder would each tell the Playground of the other. */
async function takeLocalLock(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  const taken = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [localLock]);
  if (taken.rows[0]?.ok) return () => client.end();
  await client.end();
  throw new AppError('local.alreadyRunning');
}
