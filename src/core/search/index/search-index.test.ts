import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { proseFromText } from '#contract/prose.ts'
import { Casebook, type Transaction } from '../../casebook/casebook.ts'
import { migrate } from '../../casebook/file.ts'
import { sqlFunctions } from '../../sql-functions.ts'
import { stillOutside } from '../../test-world.ts'
import { runSearch } from '../run-search.ts'
import { searchedCasebook } from '../test-casebook.ts'
import { checkIndex, rebuildIndex } from './check-index.ts'

const prose = (text: string): string => JSON.stringify(proseFromText(text))

function addNote(tx: Transaction, note: string): number {
  const now = tx.now
  return tx.store.run(
    'INSERT INTO highlights (id, source, note, created, changed) VALUES (?, 1, ?, ?, ?)',
    tx.newId('highlight'),
    prose(note),
    now,
    now,
  ).key
}

function addEntity(tx: Transaction, name: string, aliases: string[]): number {
  const id = tx.newId('entity')
  const { key } = tx.store.run(
    `INSERT INTO entities (id, type, name, notes, iri, created, changed) VALUES (?, 'person', ?, ?, ?, ?, ?)`,
    id,
    name,
    prose('The envoy.'),
    id,
    tx.now,
    tx.now,
  )
  for (const [ordinal, alias] of aliases.entries())
    tx.store.run('INSERT INTO entity_aliases (entity, ordinal, alias) VALUES (?, ?, ?)', key, ordinal, alias)
  return key
}

test('notes, entities and briefs are found beside sources, and kinds can be chosen', () => {
  using casebook = searchedCasebook()
  casebook.addSource({ title: 'Talks', text: 'The envoy arrived.' })
  casebook.casebook.record('test', (tx) => {
    addNote(tx, 'Who is this envoy?')
    addEntity(tx, 'Tom Barrack', ['Thomas Barrack'])
    tx.store.run(
      'INSERT INTO briefs (id, title, prose, created, changed) VALUES (?, ?, ?, ?, ?)',
      tx.newId('brief'),
      'Envoy',
      prose('What the envoy did.'),
      tx.now,
      tx.now,
    )
  })
  const kinds = casebook.search('envoy').hits.map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['brief', 'entity', 'note', 'source'])
  expect(casebook.search('envoy', { kinds: ['note', 'brief'] }).total).toBe(2)
  expect(casebook.search('"thomas barrack"').hits[0]).toMatchObject({
    kind: 'entity',
    title: 'Tom Barrack',
    passages: [{ text: 'Thomas Barrack' }],
  })
  expect(casebook.search('"barrack thomas"').total).toBe(0)
})

test('entity: and tag: find the sources whose highlights are linked, and mark those', () => {
  using casebook = searchedCasebook()
  casebook.addSource({ title: 'Linked', text: 'Barrack came. Somebody else left.' })
  casebook.addSource({ title: 'Not linked', text: 'Barrack came.' })
  casebook.casebook.record('test', (tx) => {
    const highlight = addNote(tx, 'Check.')
    const entity = addEntity(tx, 'Tom Barrack', ['the envoy'])
    tx.store.run(
      `INSERT INTO passages (highlight, source, ordinal, start, end, quote, prefix, suffix) VALUES (?, 1, 0, 0, 7, 'Barrack', '', '')`,
      highlight,
    )
    tx.store.run(
      'INSERT INTO entity_links (highlight, entity, created) VALUES (?, ?, ?)',
      highlight,
      entity,
      tx.now,
    )
    const tag = tx.store.run(`INSERT INTO tags (id, name) VALUES ('tag_0001', 'To Check')`).key
    tx.store.run('INSERT INTO highlight_tags (highlight, tag) VALUES (?, ?)', highlight, tag)
  })
  for (const query of [
    'entity:"Tom Barrack"',
    'entity:"THE ENVOY"',
    'tag:"to check"',
    'entity:"tom barrack" somebody',
  ]) {
    const { hits } = casebook.search(query, { kinds: ['source'] })
    expect(
      hits.map(({ title, passages }) => [title, passages[0]?.text]),
      query,
    ).toEqual([['Linked', 'Barrack']])
  }
  expect(casebook.search('entity:barrack').total).toBe(0)
})

test('the index follows every change, undo and redo', () => {
  using casebook = searchedCasebook()
  const { store } = casebook.casebook
  casebook.addSource({ title: 'One', text: 'alpha beta', publisher: 'Axios' })
  casebook.casebook.record('test', (tx) => void addEntity(tx, 'Tom Barrack', ['Thomas']))
  casebook.casebook.record('test', (tx) =>
    tx.store.run(`UPDATE sources SET title = 'Two', publisher = 'BBC'`),
  )
  casebook.casebook.record('test', (tx) => tx.store.run(`UPDATE entity_aliases SET alias = 'Tomas'`))
  casebook.casebook.record('test', (tx) => tx.store.run('DELETE FROM entity_aliases'))
  casebook.casebook.record('test', (tx) => {
    tx.store.run('DELETE FROM entities')
    tx.store.run('DELETE FROM sources')
  })
  expect(casebook.search('alpha OR tom OR axios OR bbc OR two').total).toBe(0)
  const found = () =>
    ['title:one', 'title:two', 'publisher:bbc', '"thomas"', '"tomas"'].filter(
      (query) => casebook.search(query).total > 0,
    )
  const seen: string[][] = []
  for (let steps = 0; steps < 5; steps += 1) {
    casebook.casebook.undo()
    seen.push(found())
    expect(checkIndex(store, false)).toEqual([])
  }
  expect(seen).toEqual([
    ['title:two', 'publisher:bbc'],
    ['title:two', 'publisher:bbc', '"tomas"'],
    ['title:two', 'publisher:bbc', '"thomas"'],
    ['title:one', '"thomas"'],
    ['title:one'],
  ])
  casebook.casebook.redo(5)
  expect(checkIndex(store, false)).toEqual([])
  expect(casebook.search('alpha').total).toBe(0)
})

test('an index that lost a row or a word is noticed and made anew', () => {
  using casebook = searchedCasebook()
  const { store } = casebook.casebook
  casebook.addSource({ title: 'One', text: 'alpha beta', author: 'A. Writer' })
  casebook.addSource({ title: 'Two', text: 'gamma' })
  expect(checkIndex(store, false)).toEqual([])
  store.run('DELETE FROM search_words WHERE rowid = 8')
  store.run(`INSERT INTO search_words (rowid, title, body, boilerplate) VALUES (8, 'one', 'alpha bета', '')`)
  store.run('DELETE FROM search_metadata WHERE rowid = 1')
  expect(checkIndex(store, false).map(({ about, repaired }) => [about, repaired])).toEqual([
    ['search_words', false],
    ['search_metadata', false],
  ])
  expect(checkIndex(store, true).every(({ repaired }) => repaired)).toBe(true)
  expect(checkIndex(store, false)).toEqual([])
  expect(casebook.titles('beta author:writer')).toEqual(['One'])
  rebuildIndex(store)
  expect(casebook.search('gamma').total).toBe(1)
})

test('a casebook of the first format is searchable once it is opened', () => {
  using old = searchedCasebook()
  const path = `${old.casebook.file.path}.old`
  const db = new Database(path)
  migrate(db, path, 1)
  db.exec(`INSERT INTO originals VALUES ('00', 0, 'none', x'');
    INSERT INTO texts VALUES (1, '00', 5, '{}');
    INSERT INTO text_chunks VALUES (1, 1, 0, 'Ancient words');
    INSERT INTO sources (key, id, original, text, label, format, direction, words, imported, evidence, zones)
      VALUES (1, 'source_0001', '00', 1, 'Old', 'txt', 'ltr', 2, '2025-01-01', '{}', '[]')`)
  db.close()
  const opened = Casebook.open(path, { outside: stillOutside(), functions: sqlFunctions })
  expect(runSearch(opened, { query: 'ancient' }).hits.map(({ title }) => title)).toEqual(['Old'])
  opened.close()
})
