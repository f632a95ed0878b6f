import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Brief } from '../pages/brief.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = (name: string) => join(import.meta.dirname, '..', '..', 'resources', 'sample', name)

test('from files on disk to an exported brief whose citation leads back to the passage', async ({
  casebook,
  page,
}) => {
  const [library, reader, brief] = [new Library(casebook), new Reader(casebook), new Brief(casebook)]

  await library.import([sample('02-quiet-talks.txt'), sample('08-interim-arrangement.txt')])
  await library.open('Quiet Talks')
  await reader.highlight('using at least three channels')
  await reader.linkNew('Casimir Dray', 'person')

  await page.keyboard.press('ControlOrMeta+Shift+F')
  await page
    .getByRole('combobox', { name: 'Search everything' })
    .fill('entity:"Casimir Dray" "three channels"')
  await expect(page.getByText(/^1 found/)).toBeVisible()

  await brief.begin('Channels')
  await brief.write('The two sides talk through three channels or more')
  await brief.cite('using at least three channels')
  await brief.write('. In the words of the newsletter:')
  await brief.quote('using at least three channels')
  await brief.saved()

  await brief.follow(1)
  await expect(reader.marked('using at least three channels')).toBeInViewport()

  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Briefs/ })
    .click()
  await page.getByRole('main').getByText('Channels', { exact: true }).click()
  const html = await readFile(await brief.export('HTML, one file'), 'utf8')
  expect(html).toContain('<mark>using at least three channels</mark>')
  expect(html).toContain('href="#note-1"')
  const markdown = await readFile(await brief.export('Markdown with footnotes'), 'utf8')
  expect(markdown).toContain('three channels or more[^1]')

  await casebook.reopen()
  await library.open('Quiet Talks')
  await expect(reader.marked('using at least three channels')).toBeVisible()
  await expect(reader.marked('Casimir Dray')).toBeVisible()
})

test('what was done is undone in order, also after a restart', async ({ casebook }) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  await library.import([sample('02-quiet-talks.txt')])
  await library.open('Quiet Talks')
  await reader.highlight('using at least three channels')
  const page = await casebook.reopen()
  await library.open('Quiet Talks')
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await page.getByRole('region', { name: 'Text' }).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(reader.marked('using at least three channels')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(reader.marked('using at least three channels')).toBeVisible()
})
