import { defineConfig } from 'vitest/config'

/** Faults that are made on purpose, from outside: slower than unit tests, and part of `npm test` alone. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['e2e/faults/**/*.fault.test.ts'],
    testTimeout: 300_000,
    globalSetup: 'build/temporary-folder.ts',
    pool: 'forks',
  },
})
