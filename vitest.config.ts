import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files share one PostgreSQL server (test/support), each with its own database.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
