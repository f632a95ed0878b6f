import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample', '02-quiet-talks.txt')

test.use({ prepared: [['import', sample]] })

test('a screen reader hears what was done to a text', async ({ casebook, page }) => {
  const reader = new Reader(casebook)
  const keys = page.keyboard
  await new Library(casebook).open('Quiet Talks')
  await expect(reader.said).toHaveRole('status')

  await reader.select('three channels')
  await keys.press('h')
  await expect(reader.said).toHaveText('Highlighted: three channels')
  await expect(page.getByRole('region', { name: 'Current highlight' })).toBeVisible()
  await keys.press('6')
  await expect(reader.said).toHaveText('Now Doubt: three channels')

  await reader.linkNew('Casimir Dray', 'person')
  await expect(reader.said).toHaveText('Linked an entity: Casimir Dray')
  await reader.select('Tavland')
  await keys.press('1')
  await expect(reader.said).toHaveText('Marked as Fact: Tavland')

  await page.getByRole('region', { name: 'Text' }).focus()
  await keys.press(',')
  await expect(reader.said).toHaveText(/^(?:Doubt: three channels|Highlight: Casimir Dray)$/)
  await keys.press('Delete')
  await expect(reader.said).toHaveText('Deleted the highlight')
  await keys.press('ControlOrMeta+z')
  await expect(
    page.getByRole('alertdialog', { name: /^Undone: Deleted the highlight “three channels”/ }),
  ).toBeVisible()

  await keys.press('F7')
  await keys.press('ControlOrMeta+Home')
  await keys.press('ControlOrMeta+Shift+ArrowRight')
  await expect(reader.said).toHaveText(/^Selected: \S+$/)
})
