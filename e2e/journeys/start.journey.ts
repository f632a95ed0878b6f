import { expect, test } from '../fixtures.ts'

test('a casebook opens in a window that shows its name and its screens', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  expect(await page.evaluate(() => document.querySelectorAll('script:not([src])').length)).toBe(0)
  expect(casebook.path).toContain('Journey.casebook')
})
