import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const paragraphs = Array.from(
  { length: 900 },
  (_, line) =>
    `Paragraph ${line} tells of the strait, the pilots and the ${line % 7 === 0 ? 'channels' : 'harbour'}.`,
)
const book = paragraphs.join('\n\n')

async function openBook(casebook: Parameters<Parameters<typeof test>[2]>[0]['casebook']): Promise<void> {
  const library = new Library(casebook)
  const path = join(casebook.scratch, 'book.txt')
  await writeFile(path, book)
  await library.import([path])
  await library.open('book')
}

test('what is copied over sections that were never on the screen is verbatim', async ({ casebook, page }) => {
  await openBook(casebook)
  await page.keyboard.press('ControlOrMeta+a')
  const copied = await page.evaluate(() => {
    const scroller = document.querySelector('.reader-scroller')
    const data = new DataTransfer()
    scroller?.dispatchEvent(
      new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: data }),
    )
    return data.getData('text/plain')
  })
  expect(copied).toBe(book)
})

test('reading goes on after a restart where it was left, in the letters that the reader likes', async ({
  casebook,
  page,
}) => {
  await openBook(casebook)
  await page.getByRole('button', { name: 'How the text looks' }).click()
  for (const name of ['Size', 'Length of lines', 'Height of lines'])
    await page.getByRole('slider', { name }).press('End')
  await page.getByRole('button', { name: /Letters/ }).click()
  await page.getByRole('option', { name: 'Sans serif' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'How the text looks' })).toBeHidden()
  await page.getByRole('region', { name: 'Text' }).focus()
  for (let step = 0; step < 8; step++) await page.keyboard.press('PageDown')
  await expect.poll(() => topParagraph(page)).toBeGreaterThan(20)
  await expect(async () => expect(await keptParagraph(page)).toBe(await topParagraph(page))).toPass()
  const left = await topParagraph(page)
  const look = await lookOfText(page)
  expect(look).toMatchObject({ fontSize: '28px', lineHeight: '56px' })
  const again = await casebook.reopen()
  await new Library(casebook).open('book')
  await expect.poll(() => topParagraph(again)).toBe(left)
  expect(await lookOfText(again)).toEqual(look)
})

test('find counts what it finds, also by a regular expression, and says when it is none', async ({
  casebook,
  page,
}) => {
  await openBook(casebook)
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('chan')
  await expect(page.getByText('1 of 129')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 129')).toBeVisible()
  // Whoever goes on typing stays where he is.
  await page.keyboard.type('nels')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 of 129')).toBeVisible()
  await page.getByRole('button', { name: 'Regular expression' }).click()
  const field = page.getByRole('searchbox', { name: 'Find in this source' })
  await field.fill('Paragraph 8\\d\\d ')
  await expect(page.getByText('1 of 100')).toBeVisible()
  await expect(page.getByText('Paragraph 800 tells')).toBeInViewport()
  await field.fill('Paragraph (8')
  await expect(page.getByText('This is not a regular expression yet.')).toBeVisible()
})

test('a screen reader finds the whole text, also what was never on the screen', async ({
  casebook,
  page,
}) => {
  await openBook(casebook)
  await expect.poll(() => page.locator('.text-section:empty, .text-chapter:empty').count()).toBe(0)
  const tree = await page.getByRole('region', { name: 'Text' }).ariaSnapshot()
  expect(tree).toContain('Paragraph 899 tells of the strait')
})

test('marks and what is found can be told apart in forced colours', async ({ casebook, page }) => {
  await openBook(casebook)
  await new Reader(casebook).highlight('Paragraph 3 tells of the strait')
  await page.emulateMedia({ forcedColors: 'active' })
  const line = await page
    .locator('.reader-text mark')
    .first()
    .evaluate((mark) => getComputedStyle(mark).textDecorationLine)
  expect(line).toBe('underline')
})

/** Number of the paragraph at the upper edge. */
function topParagraph(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.reader-scroller')
    const top = scroller?.getBoundingClientRect().top ?? 0
    const lines = [...document.querySelectorAll('.reader-text p')]
    const first = lines.find((line) => line.getBoundingClientRect().bottom > top + 1)
    return Number(/\d+/.exec(first?.textContent ?? '')?.[0] ?? -1)
  })
}

/** Number of the paragraph at which reading is kept; −1 while none is. */
async function keptParagraph(page: Page): Promise<number> {
  const kept = await page.evaluate(() => localStorage.getItem('casebook.reading-positions'))
  const at = Number(/,(\d+)\]/.exec(kept ?? '')?.[1] ?? Number.NaN)
  return paragraphs.findIndex((line) => book.indexOf(line) === at)
}

/** Size, height of lines, length of lines and face of what is read. */
function lookOfText(page: Page): Promise<Record<string, string>> {
  return page.locator('.reader-text').evaluate((text) => {
    const { fontSize, lineHeight, maxWidth, fontFamily } = getComputedStyle(text)
    return { fontSize, lineHeight, maxWidth, fontFamily }
  })
}
