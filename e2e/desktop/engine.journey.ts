import { execFileSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

/** The engine’s process, beside the window that it works for. */

test('an engine that ends by itself is started again, and the page goes on', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const ending = await engineOf(casebook.electron())
  process.kill(ending, 'SIGKILL')
  await expect.poll(() => engineOf(casebook.electron()).catch(() => ending)).not.toBe(ending)
  await expect(page.getByRole('main')).toBeVisible()
})

test('closing the window leaves one whole file and lets go of it', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  await casebook.close()
  expect((await readdir(casebook.scratch)).filter((name) => name.startsWith('Journey'))).toEqual([
    'Journey.casebook',
  ])
})

async function engineOf(program: ElectronApplication): Promise<number> {
  const main = await program.evaluate(() => process.pid)
  return Number.parseInt(
    execFileSync('pgrep', ['-P', String(main), '-f', 'engine-process'], { encoding: 'utf8' }),
    10,
  )
}
