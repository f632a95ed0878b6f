import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const book = Array.from({ length: 300 }, (_, line) => `Paragraph ${line} tells of the strait and its pilots.`)

test('the way leads back and forward over passages and sources, with keys and with buttons', async ({
  casebook,
  page,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  const paths = ['book.txt', 'letter.txt'].map((name) => join(casebook.scratch, name))
  for (const [index, path] of paths.entries())
    await writeFile(path, index === 0 ? book.join('\n\n') : 'A letter about the harbour.\n\nIt was late.\n')
  await library.import(paths)
  await library.open('book')
  await reader.highlight('Paragraph 20 tells')
  await reader.highlight('Paragraph 250 tells')

  const rows = page.getByRole('grid', { name: 'Highlights of this source' }).getByRole('row')
  const early = reader.marked('Paragraph 20 tells')
  const late = reader.marked('Paragraph 250 tells')
  await rows.filter({ hasText: 'Paragraph 20' }).dblclick()
  await expect(early).toBeInViewport()
  await rows.filter({ hasText: 'Paragraph 250' }).dblclick()
  await expect(late).toBeInViewport()
  await library.open('letter')
  await expect(page.getByText('It was late.')).toBeVisible()

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('main').getByRole('grid', { name: 'Sources' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(late).toBeInViewport()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(early).toBeInViewport()
  await page.getByRole('button', { name: 'Forward' }).click()
  await expect(late).toBeInViewport()
  await page.getByRole('button', { name: 'Forward' }).click()
  await page.getByRole('button', { name: 'Forward' }).click()
  await expect(page.getByText('It was late.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Forward' })).toBeDisabled()
})
