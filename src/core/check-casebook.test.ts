import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqlFunctions } from './sql-functions.ts'
import { newTestCasebook, type TestCasebook } from './test-world.ts'

/** A casebook with an article, a mark in it and a brief, closed again for the test to damage. */
async function newFilled(): Promise<TestCasebook> {
  const casebook = newTestCasebook()
  const items = [
    { kind: 'paste' as const, text: 'The ferry sails again.\n\nA second boat is expected in spring.' },
  ]
  const { imported } = await casebook.engine.ask('sources.import', { items })
  const source = imported[0]?.id
  if (source === undefined) throw new Error('the article was not imported')
  await casebook.engine.ask('highlights.add', { source, spans: [{ start: 4, end: 9 }] })
  await casebook.engine.ask('briefs.add', { title: 'Ferries' })
  return casebook
}

/** Changes the file behind the program's back. */
async function damage(casebook: TestCasebook, sql: string): Promise<void> {
  await casebook.engine.close()
  const db = new Database(casebook.path)
  db.pragma('foreign_keys = OFF')
  // The journal's own triggers are temporary; those of the index call functions that a plain connection has not.
  for (const [name, run] of Object.entries(sqlFunctions)) db.function(name, { deterministic: true }, run)
  db.exec(sql)
  db.close()
  await casebook.reopen()
}

test('a casebook that nobody damaged is whole', async () => {
  await using casebook = await newFilled()
  expect(await casebook.engine.ask('casebook.check', { repair: true })).toEqual({ ok: true, problems: [] })
})

test.each([
  ['text', `UPDATE text_chunks SET chunk = replace(chunk, 'ferry', 'barge')`, 'highlight'],
  ['original', `UPDATE originals SET packing = 'none', packed = x'00'`, null],
  ['highlight', `UPDATE passages SET quote = 'barge'`, null],
  ['link', `DELETE FROM highlights`, null],
])('a damaged %s is named, and not called mended', async (kind, sql, alsoFound) => {
  await using casebook = await newFilled()
  await damage(casebook, sql)
  const { ok, problems } = await casebook.engine.ask('casebook.check', { repair: true })
  expect(ok).toBe(false)
  const kinds = [kind, ...(alsoFound === null ? [] : [alsoFound])]
  expect([...new Set(problems.filter(({ repaired }) => !repaired).map((problem) => problem.kind))]).toEqual(
    kinds,
  )
})

test('an index that lost a row is made anew', async () => {
  await using casebook = await newFilled()
  const found = async () => (await casebook.engine.ask('search.run', { query: 'ferry' })).total
  expect(await found()).toBe(2)
  await damage(casebook, `INSERT INTO search_words (search_words) VALUES ('delete-all')`)
  expect(await found()).toBe(0)
  const looked = await casebook.engine.ask('casebook.check', {})
  expect(looked).toMatchObject({ ok: false, problems: [{ kind: 'index', repaired: false }] })
  expect(await found()).toBe(0)
  const mended = await casebook.engine.ask('casebook.check', { repair: true })
  expect(mended).toMatchObject({ ok: true, problems: [{ kind: 'index', repaired: true }] })
  expect(await found()).toBe(2)
})

test.each([
  ['changed', `UPDATE library SET publisher = 'nobody', unstated = 0`],
  ['lost', 'DELETE FROM library'],
  [
    'too many',
    `INSERT INTO library SELECT key + 7, letters, name, publisher, author, published, words, unstated, untitled FROM library`,
  ],
])('rows of the list of sources that are %s are found, and made anew', async (_, sql) => {
  await using casebook = await newFilled()
  const list = async () => await casebook.engine.ask('sources.list', { missing: 'publisher', sort: 'title' })
  const before = await list()
  await damage(casebook, sql)
  const found = [{ kind: 'index', about: 'library', repaired: false }]
  expect(await casebook.engine.ask('casebook.check', {})).toMatchObject({ ok: false, problems: found })
  const mended = await casebook.engine.ask('casebook.check', { repair: true })
  expect(mended).toMatchObject({ ok: true, problems: [{ about: 'library', repaired: true }] })
  expect(await casebook.engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
  expect(await list()).toEqual(before)
})

test.each([
  ['lost', 'DELETE FROM shingles'],
  ['of other words', `UPDATE shingles SET prints = x'01020304'`],
  ['not looked up', 'DELETE FROM least_shingles'],
  ['looked up for nothing', 'INSERT INTO least_shingles VALUES (77, 1), (77, 1234)'],
])('fingerprints that are %s are found, and made anew from the texts', async (_, sql) => {
  await using casebook = await newFilled()
  await damage(casebook, sql)
  const found = { kind: 'index', about: 'shingles' }
  expect(await casebook.engine.ask('casebook.check', {})).toMatchObject({ ok: false, problems: [found] })
  const mended = await casebook.engine.ask('casebook.check', { repair: true })
  expect(mended).toMatchObject({ ok: true, problems: [{ ...found, repaired: true }] })
  expect(await casebook.engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
})
