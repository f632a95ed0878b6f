import { expect, test } from 'vitest'
import { newTestCasebook } from '../test-world.ts'

const told = 'The harbour of Norrel was closed on Monday, the port authority said, after two ships collided.'

/** Two versions of one article, of which the older one alone speaks of a ferry. */
async function withVersions() {
  const casebook = newTestCasebook()
  const { engine } = casebook
  const paste = (text: string) => ({ kind: 'paste' as const, text })
  const { imported } = await engine.ask('sources.import', {
    items: [paste(`${told} A ferry sank.`), paste(`${told} Nobody was hurt.`), paste('A harbour elsewhere.')],
  })
  const [older, newer] = imported.map(({ id }) => id)
  if (older === undefined || newer === undefined) throw new Error('two sources are needed')
  await engine.ask('sources.joinVersion', { newer, older })
  return { casebook, engine, older, newer }
}

test('a version that was replaced does not double a hit, and is counted', async () => {
  const { casebook, engine, older, newer } = await withVersions()
  await using _ = casebook
  const idsOf = async (query: string, newest: boolean) => {
    const { hits, total, older } = await engine.ask('search.run', { query, newest })
    return { ids: hits.map(({ id }) => id), total, older }
  }
  expect(await idsOf('collided', true)).toEqual({ ids: [newer], total: 1, older: 1 })
  expect((await idsOf('collided', false)).total).toBe(2)
  // What only the older one says is not lost.
  expect(await idsOf('ferry', true)).toEqual({ ids: [], total: 0, older: 1 })
  const asked = await engine.ask('search.run', { query: 'ferry has:newer' })
  expect(asked.hits.map(({ id }) => id)).toEqual([older])
  expect((await engine.ask('search.run', { query: 'harbour -has:newer' })).total).toBe(2)
})

test('facets, and marks on an older version, are counted as they are shown', async () => {
  const { casebook, engine, older } = await withVersions()
  await using _ = casebook
  await engine.ask('highlights.add', { source: older, spans: [{ start: 4, end: 11 }] })
  const { facets, total } = await engine.ask('search.run', {
    query: 'harbour',
    newest: true,
    facets: ['kind'],
  })
  expect(facets.kind?.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  expect(facets.kind?.find(({ value }) => value === 'source')?.count).toBe(2)
})
