import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'
import { Search } from '../pages/search.ts'

const sample = (name: string) => join(import.meta.dirname, '..', '..', 'resources', 'sample', name)

test.use({
  prepared: [['import', sample('02-quiet-talks.txt'), sample('08-interim-arrangement.txt')]],
})

test('two sources are read beside each other, each with its own marks and its own find', async ({
  casebook,
  page,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  await library.open('Quiet Talks')
  await library.openBeside('Freighter sails')
  const [first, second] = [side(page, 'first'), side(page, 'second')]
  await expect(first.getByRole('article', { name: /Quiet Talks/ })).toBeVisible()
  await expect(second.getByRole('article', { name: /Freighter sails/ })).toBeVisible()

  await page.keyboard.press('F8')
  await expect(first.getByRole('region', { name: 'Text' })).toBeFocused()
  await reader.highlight('using at least three channels')
  await expect(first.locator('.reader-text mark')).toHaveCount(1)
  await expect(second.locator('.reader-text mark')).toHaveCount(0)

  await page.keyboard.press('F8')
  await expect(second.getByRole('region', { name: 'Text' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(second.getByRole('searchbox', { name: 'Find in this source' })).toBeFocused()
  await expect(first.getByRole('searchbox')).toHaveCount(0)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+w')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article', { name: /Quiet Talks/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('F6 goes round the parts of the window, both texts among them', async ({ casebook, page }) => {
  const library = new Library(casebook)
  await library.open('Quiet Talks')
  await library.openBeside('Freighter sails')
  const passed = new Set<string>()
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F6')
    passed.add(
      await page.evaluate(() => {
        const part = document.activeElement?.closest('[data-region], aside, nav')
        return part?.getAttribute('data-region') ?? part?.tagName ?? 'nowhere'
      }),
    )
  }
  expect([...passed].toSorted()).toEqual(['ASIDE', 'NAV', 'first', 'second'])
})

test('a hit of a search comes beside the source that was read', async ({ casebook, page }) => {
  await new Library(casebook).open('Quiet Talks')
  const search = new Search(casebook)
  await search.type('pilotage')
  await search
    .passages()
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await expect(side(page, 'first').getByRole('article', { name: /Quiet Talks/ })).toBeVisible()
  await expect(side(page, 'second').getByText(/^Matches of/)).toBeVisible()
})

test('two versions are scrolled together to the words that both have', async ({ casebook, page }) => {
  const library = new Library(casebook)
  const lines = Array.from(
    { length: 120 },
    (_, line) => `Line ${line} of the report says what line ${line} says.`,
  )
  const older = join(casebook.scratch, 'older.txt')
  const newer = join(casebook.scratch, 'newer.txt')
  const added = Array.from(
    { length: 60 },
    (_, line) => `What was put in is in sentence ${line}, and in no other text.`,
  )
  await writeFile(older, lines.join('\n\n'))
  await writeFile(newer, [...lines.slice(0, 2), ...added, ...lines.slice(2)].join('\n\n'))
  await library.import([older, newer])
  await library.open('older')
  await library.openBeside('newer')
  await side(page, 'first').getByRole('region', { name: 'Text' }).focus()
  await page.keyboard.press('Shift+F8')
  for (let step = 0; step < 6; step++) await page.keyboard.press('PageDown')
  await expect.poll(() => topLine(page, 'first')).toMatch(/^Line \d\d/)
  await expect.poll(async () => (await topLine(page, 'second')) === (await topLine(page, 'first'))).toBe(true)
})

function side(page: Page, which: 'first' | 'second') {
  return page.locator(`[data-region="${which}"]`)
}

/** The paragraph at the upper edge of a side. */
function topLine(page: Page, which: string): Promise<string> {
  return page.evaluate((which) => {
    const scroller = document.querySelector(`[data-region="${which}"] .reader-scroller`)
    const top = scroller?.getBoundingClientRect().top ?? 0
    const lines = [...(scroller?.querySelectorAll('.reader-text p') ?? [])]
    return lines.find((line) => line.getBoundingClientRect().bottom > top)?.textContent ?? ''
  }, which)
}
