import { expect, test } from '../fixtures.ts'
import { Search } from '../pages/search.ts'

const authors = [
  'Ana Prelle',
  'Ida Voss',
  'Josse Arven',
  'Marta Ellingsworth',
  'Idris Wendell',
  'Nuha Karoush',
  'Elsbet Corrane',
  'Hanne Vedel',
  'Casimir Dray',
  'Pia Vossberg',
  'Omar Selden',
  'Lene Harbour',
]

/** A dozen articles on one strait: two publishers, a month and an author each; the first one wrote another, undated. */
const articles = [...authors, 'Ana Prelle'].map((author, at) => {
  const published = at === 12 ? '' : `2024-${String(at + 1).padStart(2, '0')}-10`
  const publisher = at % 2 === 0 ? 'Norrel Wire' : 'The Selden Courier'
  const title = `${String.fromCharCode(77 - at)} report from the strait`
  return `${title},${author},${publisher},${published},"The strait was quiet on day ${at}. Settlements of fees were announced."`
})

test.use({
  written: { 'articles.csv': ['title,author,publisher,published,text', ...articles].join('\n') },
  prepared: [['import', 'articles.csv']],
})

test('all values of a facet are looked through, taken and left out, with counts that follow', async ({
  casebook,
  page,
}) => {
  const search = new Search(casebook)
  await search.type('strait')
  await search.finds(13)

  const dialog = await search.allValues('Author')
  await expect(dialog.getByRole('status')).toHaveText('12 of 12')
  await expect(dialog.getByRole('button', { name: 'Only Ana Prelle' })).toContainText('2')
  await dialog.getByRole('searchbox').fill('voss')
  await expect(dialog.getByRole('status')).toHaveText('2 of 12')
  await dialog.getByRole('searchbox').fill('zeppelin')
  await expect(dialog.getByText('Nothing has these letters')).toBeVisible()
  await dialog.getByRole('searchbox').fill('prelle')
  await dialog.getByRole('button', { name: 'Only Ana Prelle' }).click()
  await expect(search.foundStatus).toHaveText(/^2 found/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(search.facet('Publisher').getByRole('button', { name: /^Only Norrel Wire/ })).toContainText(
    '2',
  )

  await search.without('Norrel Wire')
  await expect(search.nothing).toBeVisible()
  await search.takeAway('Author: Ana Prelle')
  await search.finds(6)
  await expect(search.facet('Publisher').getByRole('button', { name: /^Only Norrel Wire/ })).toContainText(
    '7',
  )
})

test('the picture of time filters by mouse, and lets go again', async ({ casebook }) => {
  const search = new Search(casebook)
  await search.type('strait')
  await search.finds(13)
  await search.dragDays('Feb 2024', 'Apr 2024')
  await search.finds(3)
  await expect(search.chip('Published Feb 2024 – Apr 2024')).toBeVisible()
  await search.dragDays('Feb 2024', 'Apr 2024')
  await search.finds(13)
  await search.undated.click()
  await search.finds(1)
  await search.takeAway('Undated')
  await search.finds(13)
})

test('hits are put in another order, and one kind of them is asked for in words', async ({ casebook }) => {
  const search = new Search(casebook)
  await search.type('strait')
  await search.finds(13)
  await search.sort('By title')
  await expect(search.titles.first()).toHaveText('A report from the strait')
  await search.sort('Newest first')
  await expect(search.titles.first()).toHaveText('B report from the strait')
  await search.sort('Oldest first')
  await expect(search.titles.first()).toHaveText('M report from the strait')
  await search.type('strait in:notes')
  await expect(search.nothing).toBeVisible()
  await search.type('strait in:source title:"A report"')
  await search.finds(1)
})

test('what nothing has leads to what was meant', async ({ casebook, page }) => {
  const search = new Search(casebook)
  await search.type('settlement')
  await expect(search.nothing).toBeVisible()
  await page.getByRole('button', { name: 'settlements (13)' }).click()
  await search.finds(13)
  await expect(search.field).toHaveValue('settlements')
  await search.type('anounced')
  await expect(page.getByText('Nothing has “anounced”. These have “announced”.')).toBeVisible()
  await search.finds(13)
})

test('a saved search is renamed, opened with what narrowed it down, and deleted with an undo', async ({
  casebook,
  page,
}) => {
  const search = new Search(casebook)
  await search.type('strait')
  await search.without('Norrel Wire')
  await search.finds(6)
  await search.save('The others')
  await search.rename('The others', 'The courier')
  await search.type('settlements')
  await search.takeAway('Without Publisher: Norrel Wire')
  await search.finds(13)
  await search.saved('The courier').click()
  await search.finds(6)
  await expect(search.chip('Without Publisher: Norrel Wire')).toBeVisible()
  await search.forget('The courier')
  await expect(search.saved('The courier')).toBeHidden()
  await page.getByRole('button', { name: /^Undo: / }).click()
  await expect(search.saved('The courier')).toBeVisible()
})
