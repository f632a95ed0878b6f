import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Brief } from '../pages/brief.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const repository = join(import.meta.dirname, '..', '..')
const article = join(repository, 'resources', 'sample', '02-quiet-talks.txt')
const quote = 'using at least three channels'

test.use({ prepared: [['import', article]] })

test('a brief is written, cited and exported without leaving the keyboard', async ({ casebook, page }) => {
  const brief = new Brief(casebook)
  await new Library(casebook).open('Quiet Talks')
  await new Reader(casebook).highlight(quote)

  await brief.begin('Channels')
  await brief.sheet.focus()
  await page.keyboard.type('# What is known\nThere are three channels or more')
  await brief.citeByKeys('three channels')
  await page.keyboard.type('. Nobody else has said so.')
  await brief.saved()
  await expect(brief.sheet.getByRole('heading', { name: 'What is known' })).toBeVisible()
  await expect(brief.citation(1)).toBeVisible()

  const path = await casebook.savedFile(() => page.keyboard.press('ControlOrMeta+e'))
  const html = await readFile(path, 'utf8')
  expect(html).toContain(quote)
  expect(html).toContain('Nobody else has said so.')
})

test('what is typed is kept though the window goes at once', async ({ casebook }) => {
  const brief = new Brief(casebook)
  await brief.begin('In haste')
  await brief.sheet.focus()
  await casebook.page().keyboard.type('The last words before the door closed')
  const page = await casebook.reopen()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Briefs/ })
    .click()
  await page.getByRole('main').getByText('In haste', { exact: true }).click()
  await expect(brief.sheet).toHaveText('The last words before the door closed')
})

test('a citation whose highlight was deleted says so, and undo brings it back onto the sheet', async ({
  casebook,
  page,
}) => {
  const brief = new Brief(casebook)
  await new Library(casebook).open('Quiet Talks')
  await new Reader(casebook).highlight(quote)
  await brief.begin('Channels')
  await brief.sheet.focus()
  await page.keyboard.type('Three channels')
  await brief.citeByKeys('three channels')
  await brief.saved()

  await brief.citation(1).click()
  await page.getByRole('button', { name: 'Open in the source' }).click()
  await page.getByRole('button', { name: 'Delete the highlight' }).first().click()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('button', { name: 'Citation 1: the passage was deleted' })).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
  await expect(brief.citation(1)).toBeVisible()
})

test('a passage quoted into a brief from its source stands on the sheet of a brief that was open before', async ({
  casebook,
  page,
}) => {
  const [brief, reader] = [new Brief(casebook), new Reader(casebook)]
  await brief.begin('Channels')
  await brief.write('Three channels.')
  await brief.saved()
  await new Library(casebook).open('Quiet Talks')
  await reader.highlight(quote)
  await page.getByRole('button', { name: 'Cite in a brief' }).click()
  await page.getByRole('menuitem', { name: 'Channels' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(brief.sheet).toContainText(quote)
  await expect(brief.sheet).toContainText('Three channels.')
})
