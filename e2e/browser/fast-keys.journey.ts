import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { HeldAnswers } from '../pages/held-answers.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample', '02-quiet-talks.txt')

test.use({ prepared: [['import', sample]] })

test('keys pressed before a mark is saved mean that mark, in their order', async ({ casebook, page }) => {
  const answers = await HeldAnswers.between(page)
  await page.reload()
  const reader = new Reader(casebook)
  await new Library(casebook).open('Quiet Talks')
  await reader.highlight('Casimir Dray')
  const marks = page.locator('.reader-text mark')

  await reader.select('three channels')
  answers.hold('highlights.add')
  for (const key of ['h', '1', '3', 't']) await page.keyboard.press(key)
  answers.release()

  const card = page.getByRole('region', { name: 'Current highlight' })
  await expect(card.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
  await expect(card.getByRole('blockquote')).toHaveText('three channels')
  await expect(card.getByRole('button', { name: 'Claim' })).toBeVisible()
  await expect(marks).toHaveCount(2)
  await reader.marked('Casimir Dray').click()
  await expect(card.getByRole('button', { name: 'Highlight Type' })).toBeVisible()
})

test('a mark is there once it is saved, before the list of marks is asked for again', async ({
  casebook,
  page,
}) => {
  const answers = await HeldAnswers.between(page)
  await page.reload()
  const reader = new Reader(casebook)
  await new Library(casebook).open('Quiet Talks')
  await reader.highlight('Casimir Dray')

  answers.hold('highlights.list')
  await reader.highlight('three channels')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Who sent him?')
  await page.keyboard.press('Escape')
  answers.release()
  await expect(page.locator('.reader-text mark.has-note')).toHaveText('three channels')
})

test('words are linked to an entity by a key that comes right after the one that marks them', async ({
  casebook,
  page,
}) => {
  const answers = await HeldAnswers.between(page)
  await page.reload()
  const reader = new Reader(casebook)
  await new Library(casebook).open('Quiet Talks')

  await reader.select('Casimir Dray')
  answers.hold('highlights.add')
  for (const key of ['h', 'e']) await page.keyboard.press(key)
  answers.release()
  const picker = page.getByRole('combobox', { name: 'Link an entity' })
  await expect(picker).toBeFocused()
  await page.getByRole('option').filter({ hasText: 'New person' }).click()
  await expect(picker).toBeHidden()
  await expect(page.locator('.reader-text mark')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Current highlight' })).toContainText('Casimir Dray')
})
