import { expect, test } from 'vitest'
import { sharedPath, sharedTest } from '../../shared-material.ts'
import { checkIndex } from '../search/index/check-index.ts'
import { searchedCasebook } from '../search/test-casebook.ts'
import { newTestCasebook } from '../test-world.ts'
import type { Transaction } from './casebook.ts'

/** An import cuts the words of an article for the index before it is written; the views, which all else goes by, must say the same. */

const cut = { title: 'talks', body: new TextEncoder().encode('the envoy arrived'), boilerplate: '' }

function insertAgain(tx: Transaction, id: string): number {
  return tx.store.run(
    `INSERT INTO sources (id, original, text, label, format, title, direction, words, imported, evidence, zones)
     SELECT ?, original, text, label, format, title, direction, words, imported, evidence, zones FROM sources LIMIT 1`,
    id,
  ).key
}

test('words that were brought along are found like those that the index cut itself', () => {
  using searched = searchedCasebook()
  searched.addSource({ title: 'Talks', text: 'The envoy arrived.' })
  searched.casebook.record('test', (tx) => tx.bringWords(insertAgain(tx, 'source_b'), cut))
  expect(searched.search('title:talks envoy').total).toBe(2)
  expect(checkIndex(searched.casebook.store, false)).toEqual([])
})

test('a source that changes or goes in the transaction that it came in with is indexed as it is then', () => {
  using searched = searchedCasebook()
  searched.addSource({ title: 'Talks', text: 'The envoy arrived.' })
  const { store } = searched.casebook
  searched.casebook.record('test', (tx) => {
    const changed = insertAgain(tx, 'source_b')
    tx.bringWords(changed, cut)
    tx.store.run('UPDATE sources SET title = ? WHERE key = ?', 'Renamed', changed)
    const gone = insertAgain(tx, 'source_c')
    tx.bringWords(gone, cut)
    tx.store.run('DELETE FROM sources WHERE key = ?', gone)
  })
  expect(searched.titles('title:renamed')).toEqual(['Renamed'])
  expect(checkIndex(store, false)).toEqual([])
})

test('a source that takes the key of one that went in the same transaction leaves none of its words', () => {
  using searched = searchedCasebook()
  searched.addSource({ title: 'Talks', text: 'The envoy arrived.' })
  searched.addSource({ title: 'Gone', text: 'Nobody came.' })
  searched.casebook.record('test', (tx) => {
    tx.store.run(`DELETE FROM sources WHERE title = 'Gone'`)
    const key = insertAgain(tx, 'source_b')
    expect(key).toBe(2)
    tx.bringWords(key, cut)
  })
  expect(searched.search('nobody').total).toBe(0)
  expect(checkIndex(searched.casebook.store, false)).toEqual([])
})

test('what was brought along by a command that failed is forgotten with it', () => {
  using searched = searchedCasebook()
  searched.addSource({ title: 'Talks', text: 'The envoy arrived.' })
  const failing = () =>
    searched.casebook.record('test', (tx) => {
      tx.bringWords(insertAgain(tx, 'source_b'), cut)
      throw new Error('on purpose')
    })
  expect(failing).toThrow('on purpose')
  expect(searched.search('envoy').total).toBe(1)
  expect(checkIndex(searched.casebook.store, false)).toEqual([])
})

test('articles with page chrome, captions and other scripts are indexed as the views say', async () => {
  await using casebook = newTestCasebook()
  const path = new URL('../sources/fixtures', import.meta.url).pathname
  const { imported } = await casebook.engine.ask('sources.import', { items: [{ kind: 'path', path }] })
  expect(imported.filter(({ zones }) => zones.some(({ kind }) => kind === 'boilerplate'))).not.toEqual([])
  expect(await casebook.engine.ask('casebook.check', {})).toMatchObject({ problems: [] })
})

sharedTest(
  'so are the articles of the seeds, and once more after an undo and a redo',
  ['seeds'],
  async () => {
    await using casebook = newTestCasebook()
    const { engine } = casebook
    await engine.ask('sources.import', { items: [{ kind: 'path', path: sharedPath('seeds') ?? '' }] })
    expect(await engine.ask('casebook.check', {})).toMatchObject({ problems: [] })
    await engine.ask('casebook.undo', {})
    await engine.ask('casebook.redo', {})
    expect(await engine.ask('casebook.check', {})).toMatchObject({ problems: [] })
  },
)
