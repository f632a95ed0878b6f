import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { repository } from '../../build/find-electron.ts'
import { runCasebook } from '../faces/program.ts'
import { expect, test } from '../fixtures.ts'

/** Windows, menus and what is remembered of them. */

test('the window bears the casebook’s name and the menu its commands', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const shown = await casebook.electron().evaluate(({ BrowserWindow, Menu }) => ({
    title: BrowserWindow.getAllWindows()[0]?.getTitle(),
    palette: Menu.getApplicationMenu()?.getMenuItemById('go.palette')?.accelerator,
    open: Menu.getApplicationMenu()?.getMenuItemById('file.open')?.accelerator,
  }))
  expect(shown).toEqual({ title: 'Journey — Casebook', palette: 'CmdOrCtrl+K', open: 'CmdOrCtrl+O' })
})

test('a second start with the same casebook shows the window that stands', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  await startAgain(casebook.electron(), casebook.path)
  await expect.poll(() => casebook.electron().windows().length).toBe(1)
})

test('a second start with another casebook opens it in a window of its own', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const other = join(casebook.scratch, 'Other.casebook')
  await runCasebook('new', other)
  await startAgain(casebook.electron(), other)
  await expect.poll(() => casebook.electron().windows().length).toBe(2)
  expect(
    await casebook.electron().evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((one) => one.getTitle())
        .sort(),
    ),
  ).toEqual(['Journey — Casebook', 'Other — Casebook'])
})

test('a window comes back where it was, and its casebook is the recent one', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const place = { x: 120, y: 90, width: 1010, height: 700 }
  await casebook.electron().evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, place)
  const again = await casebook.reopen()
  await expect(again.getByRole('main')).toBeVisible()
  const bounds = await casebook
    .electron()
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toEqual(place)
  const recent = await again.evaluate(() => window.casebookHost?.recentCasebooks?.())
  expect(recent).toEqual([{ path: casebook.path, name: 'Journey' }])
})

test('a file that is no casebook is refused in a sentence, and nothing else closes', async ({
  casebook,
  page,
}) => {
  await expect(page.getByRole('main')).toBeVisible()
  await casebook.electron().evaluate(({ dialog }) => {
    dialog.showMessageBox = (...asked: unknown[]) => {
      Object.assign(globalThis, { casebookSaid: asked.at(-1) })
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  const opened = await page.evaluate(
    (path) => window.casebookHost?.openCasebook?.(path),
    join(repository, 'package.json'),
  )
  expect(opened).toBe(false)
  const said = await casebook
    .electron()
    .evaluate(() => (globalThis as { casebookSaid?: { detail: string } }).casebookSaid)
  expect(said?.detail).toContain('is not a casebook')
  await expect(page.getByRole('main')).toBeVisible()
})

/** As a double click on a file does while the program runs: the new process hands over and ends. */
async function startAgain(program: ElectronApplication, file: string): Promise<void> {
  const { execPath, env } = await program.evaluate(() => ({ execPath: process.execPath, env: process.env }))
  await once(spawn(execPath, ['--no-sandbox', repository, file], { env, stdio: 'ignore' }), 'exit')
}
