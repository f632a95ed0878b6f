import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoViolation } from '../expect-no-violation.ts'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const head = 'Quiet talks over the strait\nThe Selden Courier, 29 June 2024\n\n'
const older = `${head}The envoy arrived on Monday with three aides. He agreed on four distinct channels, he said to reporters.

Nobody could be reached for comment by the time this was written.

Both governments lean on the Belcastre Protocol, and both have stopped reading it.`
const newer = `${head}Updated at noon with a reply of the ministry.

The envoy arrived on Monday with three aides. He agreed on four distinctive channels, he said to reporters.

Both governments lean on the Belcastre Protocol, and both have stopped reading it.`

async function runInPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find anything' }).fill(words)
  await expect(page.getByRole('option').first()).toContainText(words)
  await page.keyboard.press('Enter')
}

test('marks on a newer version are looked through with single keys, and one is attached by hand', async ({
  casebook,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  const [first, second] = ['one.txt', 'two.txt'].map((name) => join(casebook.scratch, name))
  if (first === undefined || second === undefined) throw new Error('Two files are needed')
  writeFileSync(first, older)
  writeFileSync(second, newer)
  await library.import([first])
  await library.open('Quiet talks')
  await reader.highlight('envoy arrived on Monday')
  await reader.highlight('four distinct channels')
  await reader.highlight('Nobody could be reached for comment')
  await casebook.close()
  const [source] = JSON.parse(await casebook.command('sources', '--json')) as { id: string }[]
  await casebook.command('reanchor', source?.id ?? '', '--to', second)

  const page = await casebook.reopen()
  await runInPalette(page, 'Review marks on newer versions')
  const one = page.getByRole('region', { name: 'The mark under review' })
  await expect(one).toContainText('Moved')
  await expectNoViolation(page, 'review')
  await page.keyboard.press('a')
  await expect(page.getByText('2 marks to look at')).toBeVisible()
  await expect(one.getByRole('deletion')).toHaveText('distinct')
  await expect(one.getByRole('insertion')).toHaveText('distinctive')
  await page.keyboard.press('j')
  await expect(one).toContainText('Not found')
  await page.keyboard.press('p')
  await expect(page.getByRole('region', { name: 'Attach a highlight' })).toBeVisible()
  await reader.select('a reply of the ministry')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 mark to look at')).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByText('Nothing to review')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('1 mark to look at')).toBeVisible()
})

test('words are added to a mark and taken out of it with one key each', async ({ casebook }) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  const path = join(casebook.scratch, 'one.txt')
  writeFileSync(path, older)
  await library.import([path])
  await library.open('Quiet talks')
  const page = casebook.page()
  await reader.highlight('envoy arrived on Monday')
  await reader.select('Belcastre Protocol')
  await page.keyboard.press('j')
  await expect(reader.marked('Belcastre Protocol')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 passages' })).toBeVisible()
  await reader.select('arrived on')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: '3 passages' })).toBeVisible()
  await page.getByRole('button', { name: 'Take passage 3 out of the mark' }).click()
  await expect(page.getByRole('heading', { name: '2 passages' })).toBeVisible()
  await expect(page.locator('.reader-text mark').filter({ hasText: 'Belcastre' })).toHaveCount(0)
})

test('pointing at a mark, or coming to it by keys, shows what it is, and Escape takes it away', async ({
  casebook,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  const path = join(casebook.scratch, 'one.txt')
  writeFileSync(path, older)
  await library.import([path])
  await library.open('Quiet talks')
  const page = casebook.page()
  await reader.select('envoy arrived on Monday')
  await page.keyboard.press('6')
  // The one that is open in the pane has no card.
  const opened = page.getByRole('region', { name: 'Current highlight' })
  await expect(opened).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opened).toBeHidden()
  await page.mouse.move(0, 0)
  const card = page.locator('.hover-card')
  await reader.marked('envoy arrived').hover()
  await expect(card).toContainText('Doubt')
  await card.hover()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await page.getByRole('region', { name: 'Text' }).focus()
  await page.keyboard.press('.')
  await expect(card).toContainText('Doubt')
  // Where the pointer happens to rest does not take away what keys brought.
  await page.mouse.move(600, 700)
  await page.waitForTimeout(800)
  await expect(card).toBeVisible()
  await expectNoViolation(page, 'card of a mark')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`types and tags are kept on a page of their own (${colorScheme})`, async ({ casebook, page }) => {
    const [library, reader] = [new Library(casebook), new Reader(casebook)]
    await page.emulateMedia({ colorScheme })
    const path = join(casebook.scratch, 'one.txt')
    writeFileSync(path, older)
    await library.import([path])
    await library.open('Quiet talks')
    await reader.select('envoy arrived on Monday')
    await page.keyboard.press('t')
    const newTag = page.getByRole('combobox', { name: 'Add a tag' })
    await expect(newTag).toBeFocused()
    await newTag.fill('security/border')
    await newTag.press('Enter')
    const tags = page.getByRole('grid', { name: 'Tags of this highlight' })
    await expect(tags).toContainText('security/border')
    await page.getByRole('region', { name: 'Text' }).focus()
    await runInPalette(page, 'Types and tags')
    await expect(page.getByRole('textbox', { name: 'Name of security/border' })).toHaveValue('border')
    await expectNoViolation(page, 'types and tags')
    const outer = page.getByRole('textbox', { name: 'Name of security', exact: true })
    await outer.fill('safety')
    await outer.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Name of safety/border' })).toBeVisible()
    await page.getByRole('button', { name: 'Move Quote up' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'marks' }).first()).toHaveAccessibleName(
      /Quote/,
    )
    await page.getByRole('button', { name: 'Delete or merge safety', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('No tags yet')).toBeVisible()
  })
}
