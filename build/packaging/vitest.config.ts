import { defineConfig } from 'vitest/config'

/** What an installer would hold: needs the build in `out/`, and no network. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  test: { include: ['*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000, pool: 'forks' },
})
