import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import { migrate, openForWriting } from '../../casebook/file.ts'
import { openOptions } from '../../engine.ts'
import { newTestCasebook } from '../../test-world.ts'

async function addText(engine: Engine, text: string): Promise<void> {
  await engine.ask('sources.import', { items: [{ kind: 'paste', text }] })
}

const namesOf = async (engine: Engine) => (await engine.ask('search.saved', {})).items.map(({ name }) => name)

test('what came in since the analyst looked last is new, until they look', async () => {
  await using casebook = newTestCasebook()
  const { engine, outside } = casebook
  await addText(engine, 'The truce held on Monday.')
  const { id } = await engine.ask('search.save', { name: 'Truce', query: 'truce' })
  expect(await engine.ask('search.news', { id })).toEqual({ total: 1, fresh: 0, ids: [] })
  outside.pass(1_000)
  await addText(engine, 'The truce was broken on Tuesday.')
  await addText(engine, 'Nothing about it here.')
  expect(await engine.ask('search.news', { id })).toMatchObject({ total: 2, fresh: 1 })
  const { ids } = await engine.ask('search.look', { id })
  const { hits } = await engine.ask('search.run', { query: 'tuesday' })
  expect(ids).toEqual(hits.map((hit) => hit.id))
  expect(await engine.ask('search.news', { id })).toMatchObject({ total: 2, fresh: 0 })
})

test('an old source is new once a correction makes it fit', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  await addText(engine, 'Words of no weight.')
  const { id } = await engine.ask('search.save', { name: 'Axios', query: 'publisher:axios' })
  const [source] = (await engine.ask('sources.list', {})).items
  await engine.ask('sources.edit', { ids: [source?.id ?? 'source_none'], set: { publisher: 'Axios' } })
  expect(await engine.ask('search.news', { id })).toMatchObject({ total: 1, fresh: 1, ids: [source?.id] })
})

test('what takes the place of something deleted is new', async () => {
  await using casebook = newTestCasebook()
  const { engine, outside } = casebook
  await addText(engine, 'The truce held.')
  const { id } = await engine.ask('search.save', { name: 'Truce', query: 'truce' })
  const { items } = await engine.ask('sources.list', {})
  await engine.ask('sources.delete', { ids: items.map((source) => source.id) })
  outside.pass(1_000)
  await addText(engine, 'Another truce.')
  expect(await engine.ask('search.news', { id })).toMatchObject({ total: 1, fresh: 1 })
})

test('saving, renaming and deleting are steps; looking is none', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const { id } = await engine.ask('search.save', {
    name: ' Talks ',
    query: 'talks',
    filters: { sort: 'newest' },
  })
  await engine.ask('search.changeSaved', { id, set: { name: 'Quiet talks' } })
  await engine.ask('search.deleteSaved', { ids: [id] })
  await engine.ask('search.remember', { query: 'talks' })
  expect((await engine.ask('casebook.history', {})).steps.map(({ title }) => title)).toEqual([
    'Deleted the search “Quiet talks”',
    'Renamed the search “Talks” to “Quiet talks”',
    'Saved the search “Talks”',
  ])
  await engine.ask('casebook.undo', {})
  await engine.ask('search.look', { id })
  expect(await namesOf(engine)).toEqual(['Quiet talks'])
  await engine.ask('casebook.undo', {})
  expect(await namesOf(engine)).toEqual(['Talks'])
  await engine.ask('casebook.redo', { steps: 2 })
  expect(await namesOf(engine)).toEqual([])
  await expect(engine.ask('search.look', { id })).rejects.toMatchObject({ code: 'search.not-found' })
})

test('a saved search finds what the screen finds: in these kinds, and with a slip corrected', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  await addText(engine, 'The ceasefire held.')
  await engine.ask('entities.add', { type: 'agreement', name: 'Ceasefire' })
  const all = await engine.ask('search.save', { name: 'All', query: 'ceasefier' })
  const sources = await engine.ask('search.save', {
    name: 'Sources',
    query: 'ceasefire',
    filters: { filters: [{ facet: 'kind', value: 'source' }], within: ['held'], published: 'undated' },
  })
  expect((await engine.ask('search.news', { id: all.id })).total).toBe(2)
  expect((await engine.ask('search.news', { id: sources.id })).total).toBe(1)
})

test('the last queries are kept newest first, each once, until they are forgotten', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  for (const query of ['one', 'two', 'three', 'one']) await engine.ask('search.remember', { query })
  const history = async (on: Engine) => (await on.ask('search.history', {})).items.map(({ query }) => query)
  expect(await history(await casebook.reopen())).toEqual(['one', 'three', 'two'])
  expect(await casebook.engine.ask('search.forget', { query: 'three' })).toEqual({ forgotten: 1 })
  expect(await history(casebook.engine)).toEqual(['one', 'two'])
  await casebook.engine.ask('search.forget', {})
  expect(await history(casebook.engine)).toEqual([])
})

test('a casebook of the format before has room for saved searches once it is opened', async () => {
  await using casebook = newTestCasebook()
  const path = `${casebook.path}.old`
  const { functions = {} } = openOptions({ outside: casebook.outside })
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(functions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 3)
  old.close()
  await casebook.engine.close()
  copyFileSync(path, casebook.path)
  const engine = await casebook.reopen()
  await engine.ask('search.save', { name: 'Truce', query: 'truce' })
  expect(await namesOf(engine)).toEqual(['Truce'])
})
