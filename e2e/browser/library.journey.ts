import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'

const sample = (name: string) => join(import.meta.dirname, '..', '..', 'resources', 'sample', name)

test.use({
  prepared: [['import', sample('02-quiet-talks.txt'), sample('08-interim-arrangement.txt')]],
})

test('sources are chosen by mouse, all of them by a key, corrected together, and undone', async ({
  casebook,
  page,
}) => {
  const library = new Library(casebook)
  await library.show()
  await library.choose('Quiet Talks')
  await expect(library.chosen).toContainText('1 chosen')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(library.chosen).toContainText('2 chosen')
  await library.chosen.getByRole('button', { name: 'Correct…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Value for all of them' }).fill('The Selden Courier')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const corrected = page.getByRole('main').getByRole('gridcell', { name: 'The Selden Courier' })
  await expect(corrected).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(corrected).toHaveCount(0)
})
