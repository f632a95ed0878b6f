import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type OpenCasebook, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const article = (title: string, words: string) =>
  `${title}\n\nBy Ana Prelle\n03/04/2025\n\n${words}\n\nRead more of our reports here\n\nThe harbour opened again on Tuesday, the owners said, and the pilots went back to work.\n`

async function put(casebook: OpenCasebook, name: string, text: string): Promise<string> {
  const path = join(casebook.scratch, name)
  await writeFile(path, text)
  return path
}

/** Hands in files whose dates can be read in two ways. */
async function handIn(casebook: OpenCasebook, paths: readonly string[]): Promise<void> {
  const page = casebook.page()
  await casebook.chooseFiles(paths, () => page.getByRole('button', { name: 'Import', exact: true }).click())
}

const strait = 'The strait was closed to tankers on Monday morning, three officials said in the capital.'

test('an open question is asked once for all files, and the answer is remembered', async ({
  casebook,
  page,
}) => {
  const paths = [
    await put(casebook, 'one.txt', article('Strait closed to tankers', strait)),
    await put(
      casebook,
      'two.txt',
      article('Pilots refuse to sail', 'The pilots of the harbour refused to sail on Sunday.'),
    ),
  ]
  await handIn(casebook, paths)
  const asked = page.getByRole('dialog', { name: '2 files leave something open' })
  await expect(asked.getByRole('radio', { name: /3 Apr 2025/ })).toBeChecked()
  await expectNoViolation(page)
  await asked.getByText('4 Mar 2025').click()
  await asked.getByText('Always read dates in this order').click()
  await asked.getByRole('button', { name: /^Import/ }).click()
  await expect(page.getByRole('dialog', { name: '2 sources imported' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main').getByText('4 Mar 2025')).toHaveCount(2)

  const third = await put(
    casebook,
    'three.txt',
    article('Ferry stays in port', 'The ferry stayed in port all day, its captain said.'),
  )
  await handIn(casebook, [third])
  await expect(page.getByRole('dialog', { name: '1 source imported' })).toBeVisible()
})

test('selected lines are called something else, and undo takes it back', async ({ casebook, page }) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  const plain = article('Strait closed to tankers', strait).replace('03/04/2025', '3 April 2025')
  await library.import([await put(casebook, 'one.txt', plain)])
  await library.open('Strait closed')
  await page.getByRole('tab', { name: 'About' }).click()
  const parts = page.getByRole('region', { name: 'Parts of the text' })
  await reader.select('went back to work')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('lines are boilerplate')
  await page.keyboard.press('Enter')
  const line = parts.getByText(/The harbour opened again/)
  await expect(line).toBeVisible()
  await expectNoViolation(page, '.source-zones')
  await page.getByRole('button', { name: /^Undo: Changed the zones/ }).click()
  await expect(line).toBeHidden()
})

test('page furniture is unfolded and folded, and called something else by mouse', async ({
  casebook,
  page,
}) => {
  const library = new Library(casebook)
  const plain = article('Strait closed to tankers', strait).replace('03/04/2025', '3 April 2025')
  await library.import([await put(casebook, 'one.txt', plain)])
  await library.open('Strait closed')
  const text = page.getByRole('region', { name: 'Text', exact: true })
  const furniture = text.getByText('Read more of our reports here')
  await expect(furniture).toBeHidden()
  await text.getByText('Page furniture, 1 line').click()
  await expect(furniture).toBeVisible()
  await text.getByText('Page furniture, 1 line').click()
  await expect(furniture).toBeHidden()

  await page.getByRole('tab', { name: 'About' }).click()
  const parts = page.getByRole('region', { name: 'Parts of the text' })
  await parts.getByRole('button', { name: /What “Read more of our reports/ }).click()
  await page.getByRole('option', { name: 'Body' }).click()
  await expect(furniture).toBeVisible()
  await expect(text.getByText('Page furniture, 1 line')).toBeHidden()
  await page.getByRole('button', { name: /^Undo: Changed the zones/ }).click()
  await expect(text.getByText('Page furniture, 1 line')).toBeVisible()
  await expect(furniture).toBeHidden()
})

test('two tellings are compared word by word, and pasted words lead to their source', async ({
  casebook,
  page,
}) => {
  const library = new Library(casebook)
  const plain = article('Strait closed to tankers', strait).replace('03/04/2025', '3 April 2025')
  await library.import([await put(casebook, 'one.txt', plain)])
  await library.import([
    await put(
      casebook,
      'two.txt',
      plain
        .replace('three officials', 'four officials')
        .replace('Strait closed to', 'Strait shut to')
        .replace('Ana Prelle', 'Ida Voss'),
    ),
  ])
  await library.open('Strait closed')
  await page.getByRole('tab', { name: 'About' }).click()
  await page
    .getByRole('button', { name: /^Compare with/ })
    .first()
    .click()
  const texts = page.getByRole('region', { name: 'Both texts' })
  await expect(texts.locator('del, ins').filter({ hasText: 'four' })).toBeVisible()
  await expectNoViolation(page)

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('where does this come from')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words to look for' }).fill(strait)
  const found = page.getByRole('list', { name: 'Sources that have these words' })
  await found
    .getByRole('button', { name: /^Strait closed/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Text' })).toBeVisible()
})

test('a folder is chosen, and what is in it comes in with the folders inside', async ({ casebook, page }) => {
  const folder = join(casebook.scratch, 'clippings')
  await mkdir(join(folder, 'june'), { recursive: true })
  await writeFile(
    join(folder, 'one.txt'),
    'Ferry stays in port\n\nThe ferry stayed in port all day, its captain said.\n',
  )
  await writeFile(join(folder, 'june', 'two.txt'), `Strait closed to tankers\n\n${strait}\n`)
  await casebook.chooseFiles([folder], async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill('import a folder')
    await page.keyboard.press('Enter')
  })
  await expect(page.getByRole('dialog', { name: '2 sources imported' })).toBeVisible()
})

test('a folder is watched from the window, and what is put there comes in', async ({ casebook, page }) => {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('watched folders')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Watched folders and dates' })
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(casebook.scratch)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Watched', { exact: true })).toBeVisible()
  await expectNoViolation(page)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await put(
    casebook,
    'clipping.txt',
    'Ferry stays in port\n\nThe ferry stayed in port all day, its captain said.\n',
  )
  await expect(page.getByRole('main').getByText('Ferry stays in port')).toBeVisible({ timeout: 15_000 })
})

async function expectNoViolation(page: Page, within = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include(within)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
  ).toEqual([])
}
