import { join } from 'node:path'
import { expectNoViolation } from '../expect-no-violation.ts'
import { expect, test } from '../fixtures.ts'
import { Brief } from '../pages/brief.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample')

test.use({
  prepared: [['import', join(sample, '02-quiet-talks.txt'), join(sample, '06-ministry-statement.ar.html')]],
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page can be used by everybody (${colorScheme})`, async ({ casebook, page }) => {
    const [library, reader, brief] = [new Library(casebook), new Reader(casebook), new Brief(casebook)]
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await library.show()
    await expectNoViolation(page, 'library')
    await library.open('Quiet Talks')
    await reader.highlight('using at least three channels')
    await expectNoViolation(page, 'reader')
    await page.keyboard.press('ControlOrMeta+Shift+F')
    await page.getByRole('combobox', { name: 'Search everything' }).fill('channels')
    await expect(page.getByText(/^2 found/)).toBeVisible()
    await expectNoViolation(page, 'search')
    await brief.begin('Channels')
    await brief.cite('using at least three channels')
    await brief.saved()
    await expectNoViolation(page, 'brief')
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^History/ })
      .click()
    await expectNoViolation(page, 'history')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await expectNoViolation(page, 'palette')
  })
}
