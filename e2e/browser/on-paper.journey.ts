import { PDFiumLibrary } from '@hyzyla/pdfium'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'

/** Long enough that most of it is far from the screen, with a mark in every second paragraph. */
const numbers = Array.from({ length: 300 }, (_, index) => index + 1)
const long = numbers
  .map((number) => `Begin ${number}. ${'The talks went on for another day. '.repeat(14)}End ${number}.`)
  .join('\n\n')
const marked = numbers.filter((number) => number % 2 === 0)
const marks = ['URL,Quote,Comment', ...marked.map((number) => `Long talks.txt,End ${number}.,`)].join('\n')

test.use({
  written: { 'Long talks.txt': long, 'marks.csv': marks },
  // A list whose second item is no word would be read as a value with its settings: so it is given as one.
  prepared: [
    [
      ['import', 'Long talks.txt'],
      ['annotate', 'marks.csv'],
    ],
    { scope: 'test' },
  ],
})

test('a long source is printed whole and alone, with all its marks, dark on light', async ({
  casebook,
  page,
}) => {
  await new Library(casebook).open('Long talks')
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
  })
  const words = await wordsOf(await page.pdf({ format: 'A4' }))
  expect(numbers.filter((number) => !words.includes(`Begin ${number}.`))).toEqual([])
  expect(numbers.filter((number) => !words.includes(`End ${number}.`))).toEqual([])
  for (const beside of ['Filter sources', 'Undo']) expect(words).not.toContain(beside)
  await expect(page.locator('.reader-text mark')).toHaveCount(marked.length)

  await page.emulateMedia({ media: 'print' })
  const ink = await page.locator('.reader-text').evaluate((text) => getComputedStyle(text).color)
  expect(ink).toBe('rgb(28, 30, 34)')
})

/** What a PDF says, with one space between words. */
async function wordsOf(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  const paper = await library.loadDocument(pdf)
  try {
    return [...paper.pages()]
      .map((page) => page.getText())
      .join(' ')
      .replace(/\s+/g, ' ')
  } finally {
    paper.destroy()
    library.destroy()
  }
}
