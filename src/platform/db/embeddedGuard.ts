import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { EmbeddedPostgres } from './embedded.ts';

const lookEveryMs = 2_000;

/** What the ended server's own children need to be gone, and then some. */
const mostTries = 10;
const tryEveryMs = 1_000;

/** A server that ends again and again has a cause that a restart does not mend. */
const mostRestarts = 5;
const withinMs = 10 * 60_000;

/**
 * Looks after the embedded server: nobody else would start it again when it was killed. All that works with it
 * connects again by itself.
 *
 * @param onGone it cannot be started again, or ends again and again
 * @returns stops looking
 */
export function guardEmbedded(
  server: Pick<EmbeddedPostgres, 'port' | 'restart'>,
  log: Log,
  onGone: (error: AppError) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const restarts: number[] = [];

  const guard = async () => {
    while (!signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal });
      if (!(await isRefused(server.port))) continue;
      const now = performance.now();
      restarts.push(now);
      const recent = restarts.filter((at) => now - at < withinMs);
      if (recent.length > mostRestarts || !(await restarted())) return onGone(new AppError('database.gone'));
      log.error('the embedded database had ended and was started again');
    }
  };
  const restarted = async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const done = await server.restart().then(
        () => true,
        () => false,
      );
      if (done || !(await isRefused(server.port))) return true;
      await sleep(tryEveryMs, undefined, { signal });
    }
    return false;
  };
  // The only error is that of the sleep which the stop cuts short.
  const guarding = guard().catch(() => {});
  return async () => {
    stopping.abort();
    await guarding;
  };
}

/** Whether nobody listens. Any other fault (too many open files) is ours and says nothing about the server. */
function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (refused: boolean) => {
      socket.destroy();
      resolve(refused);
    };
    socket.once('connect', () => end(false));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNREFUSED'));
  });
}
