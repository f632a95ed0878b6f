import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Search } from '../pages/search.ts'

const sample = (name: string) => join(import.meta.dirname, '..', '..', 'resources', 'sample', name)

test.use({
  prepared: [['import', sample('02-quiet-talks.txt'), sample('08-interim-arrangement.txt')]],
})

test('a search is narrowed down, opened, come back to, kept, and tells what is new in it', async ({
  casebook,
  page,
}) => {
  const [search, library] = [new Search(casebook), new Library(casebook)]
  await search.type('strait')
  await search.finds(2)

  await search.chooseDays(1)
  await search.finds(1)
  await search.takeAway('Published')
  await search.finds(2)
  await search.only('Marta Ellingsworth')
  await search.finds(1)
  await search.takeAway('Author: Marta Ellingsworth')
  await search.finds(2)

  await search.toResults()
  await page.keyboard.press('n')
  const passage = await search.current()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: /^Preview/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Matches of strait')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => search.current()).toBe(passage)

  await search.save('The strait')
  await casebook.close()
  const later = join(casebook.scratch, 'later.txt')
  await writeFile(later, 'Strait open again\n\nThe strait was opened on Monday.\n')
  await casebook.command('import', later)
  await casebook.reopen()
  await search.show()
  await expect(search.saved('The strait')).toContainText('1 new')
  await search.saved('The strait').click()
  await search.finds(3)
  await expect(casebook.page().getByText('New', { exact: true })).toBeVisible()
  await expect(search.saved('The strait')).not.toContainText('new')
  await library.show()
})

test('all passages of a search are marked as one step, and one undo takes them back', async ({
  casebook,
  page,
}) => {
  const search = new Search(casebook)
  await search.type('"three channels" OR soundings')
  await search.markAll()
  await expect(page.getByText(/^Marked \d+ passages?$/)).toBeVisible()
  await search.finds(3)
  await search.type('in:source has:highlight')
  await search.finds(1)
  await search.leaveField()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(search.nothing).toBeVisible()
})

test('earlier queries come back with the Up key, and a search goes on within its results', async ({
  casebook,
  page,
}) => {
  const search = new Search(casebook)
  await search.type('strait')
  await page.keyboard.press('Enter')
  await search.type('')
  await search.field.press('ArrowUp')
  await expect(search.field).toHaveValue('strait')
  await search.finds(2)
  await page.getByRole('button', { name: 'Search within these' }).click()
  await search.type('newsletter')
  await search.finds(1)
  await search.takeAway('Within strait')
  await expect(page.getByText('Within strait')).toBeHidden()
})

test('a list of queries becomes a table on the screen and a file', async ({ casebook, page }) => {
  await new Search(casebook).show()
  await page.getByRole('button', { name: 'Run a list of queries…' }).click()
  await page.getByLabel('One query a line').fill('Strait\tstrait\n"no partner')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('row', { name: /^Strait/ })).toContainText('2')
  await expect(page.getByRole('alert')).toContainText('Line 2')
  const csv = await casebook.savedFile(() => page.getByRole('button', { name: 'Export CSV' }).click())
  expect(csv).toMatch(/Queries\.csv$/)
})

test('a passage of a list leads to where it stands, a mark too, and back to the table', async ({
  casebook,
  page,
}) => {
  const search = new Search(casebook)
  await search.type('soundings')
  await search.markAll()
  await page.getByRole('button', { name: 'Run a list of queries…' }).click()
  await page.getByLabel('One query a line').fill('soundings in:highlights\nstrait in:sources')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('link', { name: 'soundings', exact: true }).first().click()
  await expect(page.locator('mark', { hasText: 'soundings' }).first()).toBeInViewport()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('row', { name: /^strait/ })).toBeVisible()
  await page
    .getByRole('link', { name: /Strait/ })
    .last()
    .click()
  await expect(page.getByText('Matches of strait')).toBeVisible()
})

test('a long list of queries is stopped, and the page is as it was before', async ({ casebook, page }) => {
  await new Search(casebook).show()
  await page.getByRole('button', { name: 'Run a list of queries…' }).click()
  const list = page.getByLabel('One query a line')
  await list.fill('Strait\tstrait')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('row', { name: /^Strait/ })).toBeVisible()
  // More than anybody waits for.
  const everyWord = 'a* OR b* OR c* OR d* OR e* OR f* OR g* OR h* OR i* OR k* OR l* OR m* OR n* OR o*'
  await list.fill(`${everyWord}\n`.repeat(1_000))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Strait/ })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})
