import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample', '02-quiet-talks.txt')

test.use({ prepared: [['import', sample]] })

test('what is typed while the program is gone is saved once it is back, with nothing done in the page', async ({
  casebook,
  page,
}) => {
  const reader = new Reader(casebook)
  await new Library(casebook).open('Quiet Talks')
  await reader.highlight('three channels')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()

  await casebook.behind().stop()
  const warning = page.getByText('Casebook has lost its engine')
  await expect(warning).toContainText('open its new address in this browser: this page goes on by itself')
  await page.keyboard.type('Who sent him?')
  await page.keyboard.press('F6')
  await expect(page.getByText(/not saved/i).first()).toBeVisible()

  // The page that was left open may only come in again once its browser has been let in anew.
  const address = await casebook.behind().start()
  const other = await page.context().newPage()
  await other.goto(address)
  await expect(warning).toBeHidden({ timeout: 30_000 })
  await expect(page.locator('.reader-text mark.has-note')).toHaveCount(1)
  await other.close()

  const again = await casebook.reopen()
  await new Library(casebook).open('Quiet Talks')
  await again.locator('.reader-text mark').first().click()
  await expect(again.getByRole('textbox', { name: 'Note' })).toHaveText('Who sent him?')
})
