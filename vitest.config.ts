import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One PostgreSQL for the run; each test that needs a database clones its own.
    globalSetup: ['test/support/globalSetup.ts'],
    pool: 'forks',
    // Tests wait more than they reckon; more than four would need more connections than the server has.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
