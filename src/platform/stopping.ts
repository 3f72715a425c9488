import { setTimeout as sleep } from 'node:timers/promises';

/** Something that has to be given back: a server, connections, a lock. */
export type Stop = () => Promise<unknown> | unknown;

/** Most time that one thing may take to stop: calls under way end within 15 s. */
const longestMs = 25_000;

/**
 * Stops one thing after the other, whatever becomes of each: with the database gone, some cannot stop in order,
 * and the others must all the same.
 *
 * @param onFault called for each that failed or took too long
 * @returns whether all stopped in order
 */
export async function stopEach(
  stops: readonly Stop[],
  onFault: (error: unknown) => void,
  timeoutMs = longestMs,
): Promise<boolean> {
  let inOrder = true;
  for (const stop of stops) {
    await withLimit(stop, timeoutMs).catch((error: unknown) => {
      inOrder = false;
      onFault(error);
    });
  }
  return inOrder;
}

async function withLimit(stop: Stop, timeoutMs: number): Promise<void> {
  const over = new AbortController();
  const late = sleep(timeoutMs, undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error('too slow to stop')),
    () => {},
  );
  try {
    await Promise.race([Promise.resolve().then(stop), late]);
  } finally {
    over.abort();
  }
}
