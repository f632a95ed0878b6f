import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, type OpenCasebook, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'

const article = `Talks over the strait

By Ana Prelle
3 April 2025

The envoy arrived on Monday with three aides and met the pilots of the harbour in the evening.

Read more of our reports here

Both governments lean on the protocol, and both have stopped reading it, the officials said.`

test('page furniture is folded away, and unfolded by hand, by keys and by what is found in it', async ({
  casebook,
  page,
}) => {
  await open(casebook, article, 'Talks over the strait')
  const fold = page.locator('.reader-text summary', { hasText: 'Page furniture, 1 line' })
  const furniture = paragraph(page, 'Read more of our reports')
  await expect(fold).toBeVisible()
  await expect(furniture).toBeHidden()
  await fold.click()
  await expect(furniture).toBeVisible()
  await fold.click()
  await expect(furniture).toBeHidden()
  await fold.press('Enter')
  await expect(furniture).toBeVisible()
  await fold.press('Enter')
  await expect(furniture).toBeHidden()
  await find(page, 'more of our reports')
  await expect(furniture).toBeVisible()
})

const mixed = `Three languages over one strait

The officials said that the strait would be closed until Monday.

قال المسؤولون إن المحادثات حول المضيق ستستمر حتى يوم الاثنين في العاصمة.

הפקידים אמרו שהשיחות על המצר יימשכו עד יום שני בבירה.

“المضيق” was the word that both sides used in their statements.`

test('each paragraph runs in its own direction, and a mark parts no letters of a joined script', async ({
  casebook,
  page,
}) => {
  await open(casebook, mixed, 'Three languages')
  await expect.poll(() => directionOf(paragraph(page, 'would be closed'))).toBe('ltr')
  expect(await directionOf(paragraph(page, 'قال المسؤولون'))).toBe('rtl')
  expect(await directionOf(paragraph(page, 'הפקידים אמרו'))).toBe('rtl')

  const word = 'المحادثات'
  const before = await widthOf(page, word)
  // The first half of the word is marked: letters on both sides of the end go on joining.
  await find(page, 'المحا')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'What comes next' })).toBeVisible()
  await page.keyboard.press('h')
  await expect(page.locator('.reader-text mark')).toHaveText('المحا')
  expect(Math.abs((await widthOf(page, word)) - before)).toBeLessThan(0.6)

  await page.getByRole('region', { name: 'Text' }).focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('group', { name: /^Move the ends/ })).toBeFocused()
  // In a line that runs from right to left, left is forward.
  await expect(page.getByRole('button', { name: 'End a word later' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.locator('.reader-text mark')).toHaveText(word)
})

async function open(casebook: OpenCasebook, text: string, title: string): Promise<void> {
  const path = join(casebook.scratch, 'one.txt')
  await writeFile(path, text)
  const library = new Library(casebook)
  await library.import([path])
  await library.open(title)
}

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('searchbox', { name: 'Find in this source' }).fill(words)
  await expect(page.getByText('1 of 1')).toBeVisible()
}

function paragraph(page: Page, words: string): Locator {
  return page.locator('.reader-text :is(p, h2, h3, h4)').filter({ hasText: words })
}

function directionOf(element: Locator): Promise<string> {
  return element.evaluate((one) => getComputedStyle(one).direction)
}

/** How wide a word stands on the screen, in CSS pixels, whatever marks part its text nodes. */
function widthOf(page: Page, word: string): Promise<number> {
  return page.evaluate((word) => {
    const holder = [...document.querySelectorAll('.reader-text p')].find((one) =>
      one.textContent.includes(word),
    )
    if (holder === undefined) throw new Error(`No paragraph has ${word}`)
    const at = holder.textContent.indexOf(word)
    const range = document.createRange()
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
    let passed = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { length } = node as Text
      if (at >= passed && at < passed + length) range.setStart(node, at - passed)
      const end = at + word.length
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed)
      passed += length
    }
    return range.getBoundingClientRect().width
  }, word)
}
