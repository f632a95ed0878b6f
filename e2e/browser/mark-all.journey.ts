import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample')

const files = ['01-freighter-boarded.txt', '02-quiet-talks.txt', '08-interim-arrangement.txt']

test.use({ prepared: [['import', ...files.map((file) => join(sample, file))]] })

test('every occurrence of a name is looked through, marked and undone as one step', async ({
  casebook,
  page,
}) => {
  const reader = new Reader(casebook)
  await new Library(casebook).open('Quiet Talks')
  await reader.select('Qasmara')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Mark all of these: “Qasmara”' })
  const places = dialog.getByRole('grid', { name: 'Places to mark' })
  const mark = dialog.getByRole('button', { name: /^Mark \d+ passages?$/ })
  await expect.poll(() => countIn(mark)).toBeGreaterThan(1)
  const here = await countIn(mark)

  await dialog.getByRole('radio', { name: 'In all sources' }).click()
  await expect.poll(() => countIn(mark)).toBeGreaterThan(here)
  const everywhere = await countIn(mark)

  // The first heading leaves out its source, a place below the second only itself.
  await places.focus()
  await page.keyboard.press('Space')
  await expect.poll(() => countIn(mark)).toBeLessThan(everywhere)
  await page.keyboard.press('Space')
  await expect.poll(() => countIn(mark)).toBe(everywhere)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect.poll(() => countIn(mark)).toBe(everywhere - 1)

  await mark.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`Marked ${everywhere - 1} passages`)).toBeVisible()
  await expect(reader.marked('Qasmara')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.locator('.reader-text mark')).toHaveCount(0)
})

async function countIn(mark: { innerText(): Promise<string> }): Promise<number> {
  return Number(/\d+/.exec(await mark.innerText())?.[0] ?? 0)
}
