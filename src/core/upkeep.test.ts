import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import { newTestCasebook } from './test-world.ts'

const count = 12

/** Each command is a commit of its own, and leaves a segment in the index. */
async function addEntities(engine: Engine): Promise<void> {
  for (let at = 0; at < count; at += 1)
    await engine.ask('entities.add', { type: 'person', name: `Envoy number ${at}` })
}

async function found(engine: Engine): Promise<number> {
  return (await engine.ask('search.run', { query: 'envoy' })).total
}

/** How many segments the index of words has: the upper bits of its pages' numbers. */
function segments(path: string): number {
  const db = new Database(path, { readonly: true })
  const sql = 'SELECT count(DISTINCT id >> 37) FROM search_words_data WHERE id > 10'
  const number = db.prepare<[], number>(sql).pluck().get()
  db.close()
  return number ?? 0
}

test('what commits leave in the index is merged while nobody waits, and found as before', async () => {
  await using casebook = newTestCasebook()
  const engine = await casebook.reopen({ keepUpAtIdle: true })
  await addEntities(engine)
  expect(segments(casebook.path)).toBe(count)
  await vi.waitFor(() => expect(segments(casebook.path)).toBeLessThan(count / 2), { timeout: 20_000 })
  expect(await found(engine)).toBe(count)
  expect(await engine.ask('casebook.check', {})).toMatchObject({ ok: true })
})

test('a program that opens a casebook for one command leaves it merged', async () => {
  await using casebook = newTestCasebook()
  await addEntities(casebook.engine)
  const again = await casebook.reopen()
  expect(segments(casebook.path)).toBeLessThan(count / 2)
  expect(await found(again)).toBe(count)
})

test('a casebook that is open for reading is left as it is', async () => {
  await using casebook = newTestCasebook()
  await casebook.engine.ask('entities.add', { type: 'person', name: 'Envoy' })
  const reader = await casebook.reopen({ readOnly: true, keepUpAtIdle: true })
  expect(await found(reader)).toBe(1)
  expect(casebook.outside.logged).toEqual([])
})
