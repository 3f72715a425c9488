/**
 * Teams' limits, as the stub enforces them.
 * Source: Microsoft Learn, "Optimize your bot with rate limiting in Teams".
 */
export const callsPerThread: readonly { calls: number; ms: number }[] = [
  { calls: 7, ms: 1_000 },
  { calls: 8, ms: 2_000 },
  { calls: 60, ms: 30_000 },
  { calls: 1_800, ms: 3_600_000 },
];

/** All calls of one app in one tenant. */
export const callsPerApp = { calls: 50, ms: 1_000 };

/** 100 KB for the whole payload, counted as UTF-16. */
export const largestPayload = 100 * 1024;

/** Size of a payload as Teams counts it. */
export function payloadSize(body: unknown): number {
  return JSON.stringify(body).length * 2;
}

/** Counts calls in sliding windows. */
export function createLimiter(limits: readonly { calls: number; ms: number }[]) {
  const calls = new Map<string, number[]>();
  const longest = Math.max(...limits.map((limit) => limit.ms));
  return {
    /** Books a call; answers after how many ms it might pass, or 0 when it passes now. */
    take(key: string, now: number): number {
      const times = (calls.get(key) ?? []).filter((time) => now - time < longest);
      for (const { calls: most, ms } of limits) {
        const inWindow = times.filter((time) => now - time < ms);
        if (inWindow.length >= most) {
          calls.set(key, times);
          return ms - (now - (inWindow[0] ?? now));
        }
      }
      times.push(now);
      calls.set(key, times);
      return 0;
    },
  };
}
