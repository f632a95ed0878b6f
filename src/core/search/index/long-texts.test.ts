import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Casebook } from '../../casebook/casebook.ts'
import { migrate } from '../../casebook/file.ts'
import { sqlFunctions } from '../../sql-functions.ts'
import { stillOutside } from '../../test-world.ts'
import { parseQuery } from '../language/parse-query.ts'
import { cutHits } from '../passages/cut-hits.ts'
import { markItem } from '../passages/mark-item.ts'
import { runSearch } from '../run-search.ts'
import { type SearchedCasebook, searchedCasebook } from '../test-casebook.ts'
import { checkIndex } from './check-index.ts'
import { lookFor, readItem, sourceItem } from './found-items.ts'
import { LONG } from './long-texts.ts'

const filler = 'The ministry of the interior said that trade went on as it had before, in all ports. '

/** Words at random places of a long text, so that some lie on the seams of its pieces and chunks. */
const planted = fc.array(
  fc.tuple(
    fc.nat(LONG * 2),
    fc.constantFrom(' envoy ', ' the envoy of the Sea ', ' Sea\nenvoy ', ' U.S. envoys ', ' sea '),
  ),
  { maxLength: 12 },
)

function textWith(places: readonly (readonly [number, string])[]): string {
  let text = filler.repeat(Math.ceil((LONG * 2) / filler.length))
  for (const [at, words] of places) text = text.slice(0, at) + words + text.slice(at)
  return text
}

test('in a long text the same is marked, and cut, as if all of it were read', () => {
  fc.assert(
    fc.property(planted, fc.nat(LONG), fc.nat(20_000), (places, from, length) => {
      using casebook = searchedCasebook()
      const zones = [{ kind: 'boilerplate' as const, start: from, end: from + length }]
      casebook.addSource({ text: textWith(places), zones })
      const { store } = casebook.casebook
      const item = sourceItem(1)
      for (const typed of QUERIES) {
        const { query } = parseQuery(typed)
        const whole = readItem(store, item)
        if (query === null || whole === null) throw new Error('Both are there')
        const [hit] = cutHits(store, query, [{ item, score: 1 }], undefined)
        expect(
          hit?.passages.map(({ start, end }) => ({ start, end })),
          typed,
        ).toEqual(markItem(store, query, whole))
        const text = whole.searched.stretches[0]?.text ?? ''
        for (const { snippet, snippetStart } of hit?.passages ?? [])
          expect(text.startsWith(snippet, snippetStart), typed).toBe(true)
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

const QUERIES = [
  'envoy',
  'env*',
  'envoy sea',
  'the envoy',
  '"envoy of the sea"',
  '"sea envoy"',
  '"sea envoy"~8',
  'us envoy',
  '-envoy sea',
  'text:sea OR envoys',
]

test('of a long text only what matters is read', () => {
  using casebook = longCasebook()
  const { store } = casebook.casebook
  const { query } = parseQuery('envoy')
  if (query === null) throw new Error('It is a query')
  const item = readItem(store, sourceItem(1), lookFor(store, query, [sourceItem(1)]))
  const read = item?.searched.stretches.reduce((sum, { text }) => sum + text.length, 0)
  expect(read).toBeLessThan(12_000)
})

test('the index of pieces follows edits, deletions and undo, and is checked', () => {
  using casebook = longCasebook()
  const { store } = casebook.casebook
  const pieces = () => store.value<number>('SELECT count(*) FROM search_pieces_docsize')
  const before = pieces()
  expect(before).toBeGreaterThan(30)
  casebook.casebook.record('test', (tx) => tx.store.run('DELETE FROM sources'))
  expect(pieces()).toBe(0)
  casebook.casebook.undo()
  expect(pieces()).toBe(before)
  expect(checkIndex(store, false)).toEqual([])
  store.run('DELETE FROM search_pieces WHERE rowid = (SELECT max(id) FROM search_pieces_docsize)')
  expect(checkIndex(store, true)).toMatchObject([{ about: 'search_pieces', repaired: true }])
  expect(checkIndex(store, false)).toEqual([])
  expect(pieces()).toBe(before)
})

test('the long texts of a casebook of the ninth format have their pieces once it is opened', () => {
  using old = searchedCasebook()
  const path = `${old.casebook.file.path}.old`
  const db = new Database(path)
  for (const [name, run] of Object.entries(sqlFunctions)) db.function(name, { deterministic: true }, run)
  migrate(db, path, 9)
  const text = textWith([[70_000, ' envoy ']])
  db.prepare(`INSERT INTO originals VALUES ('00', 0, 'none', x'')`).run()
  db.prepare(`INSERT INTO texts VALUES (1, '00', ?, '{}')`).run(text.length)
  db.prepare('INSERT INTO text_chunks VALUES (1, 1, 0, ?)').run(text)
  db.exec(`INSERT INTO sources (key, id, original, text, label, format, direction, words, imported, evidence, zones)
    VALUES (1, 'source_0001', '00', 1, 'Old', 'txt', 'ltr', 2, '2025-01-01', '{}', '[]');
    INSERT INTO search_words (rowid, title, body, boilerplate) SELECT item, title, body, boilerplate FROM search_sources;
    DELETE FROM search_stale`)
  db.close()
  const opened = Casebook.open(path, { outside: stillOutside(), functions: sqlFunctions })
  expect(runSearch(opened, { query: 'envoy' }).hits[0]?.passages).toMatchObject([
    { start: 70_001, end: 70_006 },
  ])
  opened.close()
})

function longCasebook(): SearchedCasebook {
  const casebook = searchedCasebook()
  casebook.addSource({ text: textWith([[70_000, ' envoy ']]) })
  return casebook
}
