import { cpus } from 'node:os'
import { defineConfig } from '@playwright/test'
import type { FaceName } from './faces/face.ts'

/** The journeys, on either face. `npm run e2e -- --project=browser` runs one of them. */
export default defineConfig<{ face: FaceName }, { face: FaceName }>({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results/journeys',
  // A program with its engine and its browser fills a core.
  workers: Math.max(1, Math.min(cpus().length, 4)),
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  projects: [
    { name: 'browser', use: { face: 'browser' } },
    { name: 'desktop', use: { face: 'desktop' } },
  ],
})
