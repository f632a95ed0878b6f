import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'
import { Search } from '../pages/search.ts'

const sample = (name: string) => join(import.meta.dirname, '..', '..', 'resources', 'sample', name)

test.use({
  prepared: [['import', sample('02-quiet-talks.txt'), sample('08-interim-arrangement.txt')]],
})

test('a mark that is found opens as it was marked', async ({ casebook, page }) => {
  const [library, reader, search] = [new Library(casebook), new Reader(casebook), new Search(casebook)]
  await library.open('Quiet Talks')
  await reader.highlight('using at least three channels')
  await search.type('"three channels" in:highlights')
  await search.finds(1)
  await expect(search.kind('Highlights')).toHaveText('Highlights 1')
  await search.preview('three channels')
  await expect(search.previewed.locator('mark')).toHaveText('using at least three channels')
  await search.passage('three channels').click()
  await expect(page.getByRole('region', { name: 'Text' })).toBeVisible()
  await expect(reader.marked('using at least three channels')).toBeInViewport()
  // What was said of it stands beside it, ready to be changed.
  await expect(page.getByRole('region', { name: 'Current highlight' })).toBeVisible()
})

test('a hit is looked at by mouse, without leaving the list', async ({ casebook, page }) => {
  const search = new Search(casebook)
  await search.type('strait')
  await search.finds(2)
  await search.preview('Freighter sails')
  await expect(search.previewed.locator('mark[data-current]')).toBeInViewport()
  await search.preview('Quiet Talks')
  await expect(page.getByRole('region', { name: /^Preview of .*Quiet Talks/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search.previewed).toBeHidden()
  await expect(search.field).toBeVisible()
})

test('passages that were found wait as mentions, are confirmed and rejected, and one undo takes all back', async ({
  casebook,
  page,
}) => {
  const [library, reader, search] = [new Library(casebook), new Reader(casebook), new Search(casebook)]
  await library.open('Quiet Talks')
  await reader.linkNew('Casimir Dray', 'person')
  await search.type('talks in:source')
  await search.suggestAs('Casimir Dray')

  const suggested = page.getByRole('region', { name: 'Suggested mentions' })
  const places = suggested.getByRole('listitem')
  await expect(places.first()).toBeVisible()
  const found = await places.count()
  expect(found).toBeGreaterThan(2)
  await suggested
    .getByRole('button', { name: /^Confirm: / })
    .first()
    .click()
  await expect(places).toHaveCount(found - 1)
  await suggested
    .getByRole('button', { name: /^Reject: / })
    .first()
    .click()
  await expect(places).toHaveCount(found - 2)
  await expect(page.getByRole('region', { name: 'Mentions', exact: true }).getByRole('listitem')).toHaveCount(
    2,
  )

  // A decision is a step of its own; suggesting was one, however many were suggested.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(places).toHaveCount(found - 1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(places).toHaveCount(found)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(suggested).toBeHidden()
})
