import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One PostgreSQL for the run; each test that needs a database clones its own.
    globalSetup: ['test/support/globalSetup.ts'],
    pool: 'forks',
    // Files of one process share what they import: loading it anew takes half of the time of all tests. So a module may
    // keep nothing between tests but what depends on nothing (words, settings, the detector).
    isolate: false,
    // Tests wait as long as they reckon: one more than there are cores. More than four would need more connections than
    // the server has.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    // Far above what they take: a busy machine must not make a test fail that waits for the right thing.
    testTimeout: 150_000,
    // Journeys drive real browsers and processes in real time; what fails three times in a row is broken.
    retry: 2,
    hookTimeout: 120_000,
  },
});
