import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Brief } from '../pages/brief.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample')

/** What WCAG 2.2 asks for at level AA, as far as a program can see it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

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
    await expect(page.getByText(/^1 found/)).toBeVisible()
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

async function expectNoViolation(page: Page, where: string): Promise<void> {
  // Legacy: it looks from inside the page. Otherwise it opens a page of its own, which the desktop refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`),
  )
  expect(found).toEqual([])
}
