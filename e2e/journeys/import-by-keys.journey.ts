import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'

test('files are imported and opened with the keyboard alone', async ({ casebook, page }) => {
  const keys = page.keyboard
  const paths = ['Pilots of the harbour', 'Quiet talks over the strait'].map((title) =>
    join(casebook.scratch, `${title}.txt`),
  )
  for (const [index, path] of paths.entries())
    await writeFile(path, `A report of the strait, number ${index}.\n\nThe envoy arrived on day ${index}.\n`)

  await casebook.chooseFiles(paths, () => keys.press('ControlOrMeta+i'))
  const report = page.getByRole('dialog', { name: '2 sources imported' })
  await expect(report.getByRole('button', { name: 'Done' })).toBeFocused()
  await keys.press('Enter')
  await expect(report).toBeHidden()

  const sources = page.getByRole('main').getByRole('grid', { name: 'Sources' })
  await expect(sources.getByRole('row').filter({ hasText: 'Quiet talks' })).toBeVisible()
  await expect(async () => {
    await keys.press('F6')
    expect(await sources.evaluate((list) => list.contains(document.activeElement))).toBe(true)
  }).toPass()
  await keys.press('Home')
  await keys.press('Enter')
  await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
  await expect(page.getByText(/The envoy arrived on day/)).toBeVisible()

  // What is there already is said, and brought in no second time.
  await casebook.chooseFiles(paths.slice(0, 1), () => keys.press('ControlOrMeta+i'))
  const again = page.getByRole('dialog', { name: '0 sources imported' })
  await expect(again.getByText('1 duplicate, not kept twice')).toBeVisible()
  await expect(again.getByRole('button', { name: 'Done' })).toBeFocused()
  await keys.press('Escape')
  await expect(again).toBeHidden()
  await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
})
