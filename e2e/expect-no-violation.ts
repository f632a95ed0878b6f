import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What WCAG 2.2 asks for at level AA, as far as a program can see it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** `where` names the page in what is reported. */
export async function expectNoViolation(page: Page, where: string): Promise<void> {
  // Legacy: it looks from inside the page. Otherwise it opens a page of its own, which the desktop refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`),
  )
  expect(found).toEqual([])
}
