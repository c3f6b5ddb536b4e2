import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 2,
    env: { TZ: 'Europe/London' },
  },
});
