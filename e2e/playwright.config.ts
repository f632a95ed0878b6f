import { cpus } from 'node:os'
import { defineConfig } from '@playwright/test'
import type { FaceName } from './faces/face.ts'

/**
 * Those in `journeys/` are gone on either face. Those in `browser/` are about pages alone, which are the same pages on the desktop: once is
 * enough. Those in `desktop/` are about what only a desktop has.
 * `npm run e2e -- --project=browser` runs one face.
 */
export default defineConfig<{ face: FaceName }, { face: FaceName }>({
  testDir: '.',
  outputDir: '../test-results/journeys',
  // A program with its engine and its browser fills a core.
  workers: Math.max(1, Math.min(cpus().length, 4)),
  fullyParallel: true,
  // Long enough for a machine that does other things besides: what is slow is measured in benchmarks.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // What passes only the second time is named at the end of `npm test`.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  projects: [
    { name: 'browser', use: { face: 'browser' }, testMatch: '{journeys,browser}/*.journey.ts' },
    { name: 'desktop', use: { face: 'desktop' }, testMatch: '{journeys,desktop}/*.journey.ts' },
  ],
})
