import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import type { Metadata } from '#contract/source.ts'
import { migrate, openForWriting } from '../../casebook/file.ts'
import { plantSources } from '../../planted-source.ts'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'

async function librarySaying(
  engine: Engine,
  ids: readonly `source_${string}`[],
  said: readonly Partial<Metadata>[],
) {
  for (const [at, set] of said.entries()) {
    const id = ids[at]
    if (id !== undefined) await engine.ask('sources.edit', { ids: [id], set })
  }
}

const said = [
  { title: 'Élan vital', publisher: 'Zürcher Zeitung', published: '2025-03' },
  { title: 'Echo', publisher: 'Äther', author: 'Müller' },
  { title: 'Zebra', author: 'al-Sharaa', published: '2024' },
  {},
] as const

test('words are looked for whatever their order, case and accents, in title, publisher, author and label', async () => {
  await using casebook = newTestCasebook()
  const ids = await plantSources(casebook, ['One.', 'Two.', 'Three.', 'Four.'])
  await librarySaying(casebook.engine, ids, said)
  const fitting = async (filter: string) => {
    const { total, items } = await casebook.engine.ask('sources.list', { filter, sort: 'title' })
    expect(total).toBe(items.length)
    return items.map(({ title, label }) => title ?? label)
  }
  expect(await fitting('elan')).toEqual(['Élan vital'])
  expect(await fitting('ÄTHER')).toEqual(['Echo'])
  expect(await fitting('muller')).toEqual(['Echo'])
  expect(await fitting('Al–Sharaa')).toEqual(['Zebra'])
  expect(await fitting('z')).toEqual(['Élan vital', 'Zebra'])
  expect(await fitting('planted')).toHaveLength(4)
  expect(await fitting('zeit vital')).toEqual(['Élan vital'])
  expect(await fitting(' mull  echo ')).toEqual(['Echo'])
  expect(await fitting('zeit echo')).toEqual([])
  expect(await fitting('%')).toEqual([])
})

test('accents do not put a title at the end, and what lacks the field comes last in both directions', async () => {
  await using casebook = newTestCasebook()
  const ids = await plantSources(casebook, ['One.', 'Two.', 'Three.', 'Four.'])
  await librarySaying(casebook.engine, ids, said)
  const order = async (sort: 'title' | 'publisher' | 'published' | 'unstated', descending = false) => {
    const { items } = await casebook.engine.ask('sources.list', { sort, descending })
    return items.map(({ id }) => ids.indexOf(id))
  }
  expect(await order('title')).toEqual([1, 0, 3, 2])
  expect(await order('publisher')).toEqual([1, 0, 2, 3])
  expect(await order('publisher', true)).toEqual([0, 1, 3, 2])
  expect(await order('published', true)).toEqual([0, 2, 3, 1])
  expect(await order('unstated', true)).toEqual([3, 2, 1, 0])
})

test('ids come in the order of the list, narrowed down as it is', async () => {
  await using casebook = newTestCasebook()
  const ids = await plantSources(casebook, ['One.', 'Two.', 'Three.', 'Four.'])
  await librarySaying(casebook.engine, ids, said)
  const { engine } = casebook
  const listed = (await engine.ask('sources.list', { missing: 'author', sort: 'title' })).items.map(
    ({ id }) => id,
  )
  expect((await engine.ask('sources.ids', { missing: 'author', sort: 'title' })).ids).toEqual(listed)
  expect((await engine.ask('sources.ids', { sort: 'title', offset: 1, limit: 2 })).ids).toEqual([
    ids[0],
    ids[3],
  ])
})

test('many are corrected at once, and one that is not there changes none', async () => {
  await using casebook = newTestCasebook()
  const ids = await plantSources(casebook, ['One.', 'Two.'])
  const { engine } = casebook
  await expect(
    engine.ask('sources.edit', { ids: [...ids, 'source_none'], set: { author: 'Ana' } }),
  ).rejects.toMatchObject({ code: 'source.not-found', about: { id: 'source_none' } })
  expect((await engine.ask('sources.list', { missing: 'author' })).total).toBe(2)
  expect(
    await engine.ask('sources.edit', { ids: [...ids, ...ids], set: { author: 'Ana', published: '2025-02' } }),
  ).toEqual({
    changed: 2,
  })
  const { items } = await engine.ask('sources.list', { filter: 'ana' })
  expect(items.map(({ author, published, evidence }) => [author, published, evidence.author?.from])).toEqual([
    ['Ana', '2025-02', 'analyst'],
    ['Ana', '2025-02', 'analyst'],
  ])
  await engine.ask('casebook.undo', {})
  expect(await engine.ask('sources.list', { filter: 'ana' })).toMatchObject({ total: 0 })
})

test('a casebook of the format before has its list made from what is in it', async () => {
  await using casebook = newTestCasebook()
  await casebook.engine.close()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 2)
  insertOldSource(old)
  migrate(old, path)
  expect(old.prepare('SELECT name, publisher, published, unstated FROM library').all()).toEqual([
    { name: 'elan', publisher: 'ather', published: '2025-03-01', unstated: 1 },
  ])
  old.close()
})

function insertOldSource(db: Database.Database): void {
  db.exec(`
    INSERT INTO originals VALUES ('a', 1, 'none', x'61');
    INSERT INTO texts (sha256, length, structure) VALUES ('a', 1, '{}');
    INSERT INTO text_chunks (text, start, chunk) VALUES (1, 0, 'a');
    INSERT INTO sources (id, original, text, label, format, title, publisher, published, published_from, direction, words, imported, evidence, zones)
      VALUES ('source_1', 'a', 1, 'a', 'text', 'Élan', 'Äther', '2025-03', '2025-03-01', 'ltr', 1, '2026-01-05', '{}', '[]')`)
}

test('all that a list holds, but a few, are corrected and deleted by what the list asks, each as one step', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const paste = (name: string) => ({
    kind: 'paste' as const,
    name,
    text: `Words of ${name} that are no title.`,
  })
  const names = ['harbour one', 'harbour two', 'harbour three', 'strait']
  const { imported } = await engine.ask('sources.import', { items: names.map(paste) })
  const kept = imported[1]?.id ?? 'source_none'
  const all = { filter: 'harbour', except: [kept] }
  expect(await engine.ask('sources.edit', { all, set: { publisher: 'Norrel Wire' } })).toEqual({ changed: 2 })
  const by = async () => (await engine.ask('sources.list', {})).items.map(({ publisher }) => publisher)
  expect(await by()).toEqual(['Norrel Wire', null, 'Norrel Wire', null])
  expect(await engine.ask('sources.delete', { all })).toEqual({ deleted: 2 })
  expect(await by()).toEqual([null, null])
  await engine.ask('casebook.undo', {})
  expect((await engine.ask('sources.list', {})).total).toBe(4)
  await expect(engine.ask('sources.delete', {})).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(engine.ask('sources.delete', { all: { filter: 'nothing' } })).rejects.toMatchObject({
    code: 'input.invalid',
  })
})
