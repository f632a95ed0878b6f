import { defineConfig } from 'vitest/config'

/** Unit tests: beside the source, in Node, on the real SQLite. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    globalSetup: 'build/temporary-folder.ts',
    reporters: ['default'],
    pool: 'forks',
  },
})
