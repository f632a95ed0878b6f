import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample', '02-quiet-talks.txt')

test.use({ prepared: [['import', sample]] })

test('open, read, mark, link, note, tag and undo, with the keyboard alone', async ({ page }) => {
  const keys = page.keyboard
  await test.step('open', async () => {
    await expect(page.getByRole('grid', { name: 'Sources' })).toBeVisible()
    await keys.press('ControlOrMeta+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await keys.type('Quiet Talks')
    await keys.press('Enter')
    await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
  })
  await test.step('read, and mark what was found', async () => {
    await keys.press('PageDown')
    await keys.press('ControlOrMeta+f')
    await keys.type('three channels')
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
    await keys.press('Escape')
    await expect(offered(page)).toBeVisible()
    await keys.press('h')
    await expect(mark(page, 'three channels')).toBeVisible()
  })
  await test.step('mark with the caret', async () => {
    await keys.press('ControlOrMeta+f')
    await keys.type('Casimir Dray')
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
    await keys.press('Escape')
    await keys.press('F7')
    await expect(page.locator('.reader-caret')).toBeAttached()
    await keys.press('ControlOrMeta+ArrowLeft')
    await keys.press('ControlOrMeta+ArrowLeft')
    await keys.press('ControlOrMeta+Shift+ArrowRight')
    await keys.press('ControlOrMeta+Shift+ArrowRight')
  })
  await test.step('link', async () => {
    await expect(offered(page)).toBeVisible()
    await keys.press('e')
    const picker = page.getByRole('combobox', { name: 'Link an entity' })
    await expect(picker).toBeFocused()
    await expect(page.getByRole('option').first()).toBeVisible()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await expect(picker).toBeHidden()
    await expect(mark(page, 'Casimir Dray')).toBeVisible()
  })
  await test.step('note', async () => {
    await keys.press('n')
    const note = page.getByRole('textbox', { name: 'Note' })
    await expect(note).toBeFocused()
    await keys.type('Who sent him?')
    await keys.press('Escape')
    await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
    await expect(page.locator('.reader-text mark.has-note')).toHaveCount(1)
  })
  await test.step('tag', async () => {
    await keys.press('t')
    const tag = page.getByRole('combobox', { name: 'Add a tag' })
    await expect(tag).toBeFocused()
    await keys.type('envoys')
    await keys.press('Enter')
    await expect(page.getByRole('grid', { name: 'Tags of this highlight' })).toContainText('envoys')
    await keys.press('Escape')
    await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
  })
  await test.step('undo', async () => {
    await keys.press('ControlOrMeta+z')
    await expect(page.getByRole('grid', { name: 'Tags of this highlight' })).toHaveCount(0)
    await keys.press('ControlOrMeta+z')
    await expect(page.locator('.reader-text mark.has-note')).toHaveCount(0)
    await keys.press('ControlOrMeta+z')
    await expect(mark(page, 'Casimir Dray')).toBeHidden()
    await expect(mark(page, 'three channels')).toBeVisible()
    await keys.press('ControlOrMeta+z')
    await expect(mark(page, 'three channels')).toBeHidden()
  })
})

/** What comes next, beside the selected words. */
function offered(page: Page) {
  return page.getByRole('toolbar', { name: 'What comes next' })
}

function mark(page: Page, words: string) {
  return page.locator('.reader-text mark').filter({ hasText: words }).first()
}
