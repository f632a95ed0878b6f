import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

/** Every state that the playground shows, looked at by axe. New states are looked at as soon as they are listed there. */

const everything = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
/** In the dark the colours are others, and nothing else. */
const colours = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] }

for (const [colorScheme, runOnly] of [
  ['light', everything],
  ['dark', colours],
] as const) {
  test(`every state of the playground can be used by everybody (${colorScheme})`, async ({ page }) => {
    // Hundreds of states, each looked through from end to end.
    test.setTimeout(900_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const address = new URL('/playground/index.html', page.url()).href
    await page.goto(address)
    const stories = await page
      .getByRole('navigation', { name: 'Stories' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(stories.length).toBeGreaterThan(20)
    await page.goto(`${address}?alone`)
    const found: string[] = []
    for (const story of stories) {
      await show(page, story)
      found.push(...(await violationsOf(page, story, runOnly)))
    }
    expect(found).toEqual([])
  })
}

async function show(page: Page, story: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, story)
  await page.locator(`[data-story="${story.slice(1)}"]`).waitFor()
  // Sample answers come at once, and what they open a moment later; some states press buttons first.
  await page.waitForTimeout(250)
  await expect(page.locator('html')).not.toHaveAttribute('data-pressing')
}

async function violationsOf(
  page: Page,
  story: string,
  runOnly: typeof everything | typeof colours,
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${story}: ${id}: ${html.slice(0, 160)}`),
  )
}
