import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import { newTestCasebook } from '../test-world.ts'

async function named(engine: Engine): Promise<void> {
  const people: readonly (readonly [name: string, aliases: string[]])[] = [
    ['Tom Barrack', ['Thomas J. Barrack']],
    ['Barrack Street', []],
    ['Émile Régence', []],
    ['Idris al-Tamwari', ['إدريس التموري']],
  ]
  for (const [name, aliases] of people) await engine.ask('entities.add', { type: 'person', name, aliases })
}

const namesFor = async (engine: Engine, letters: string, limit = 5) =>
  (await engine.ask('search.entities', { letters, limit })).items.map(({ name }) => name)

test('an entity is found by the beginnings of the words of any of its names', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  await named(engine)
  expect(await namesFor(engine, 'barr')).toEqual(['Barrack Street', 'Tom Barrack'])
  expect(await namesFor(engine, 'tho bar')).toEqual(['Tom Barrack'])
  expect(await namesFor(engine, 'EMI')).toEqual(['Émile Régence'])
  expect(await namesFor(engine, 'ادريس')).toEqual(['Idris al-Tamwari'])
  expect(await namesFor(engine, 'zeppelin')).toEqual([])
  expect(await namesFor(engine, '', 2)).toEqual(['Barrack Street', 'Idris al-Tamwari'])
})

test('a slip is forgiven where the letters lead nowhere', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  await named(engine)
  expect(await namesFor(engine, 'tamwary')).toEqual(['Idris al-Tamwari'])
})

test('a name that was changed, undone or deleted is known at once', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  await named(engine)
  const [tom] = (await engine.ask('search.entities', { letters: 'tom', limit: 1 })).items
  if (tom === undefined) throw new Error('Tom is not found')
  await engine.ask('entities.change', { id: tom.id, set: { name: 'Thomas Barrack' } })
  expect(await namesFor(engine, 'tom')).toEqual([])
  await engine.ask('casebook.undo', {})
  expect(await namesFor(engine, 'tom')).toEqual(['Tom Barrack'])
  await engine.ask('entities.delete', { ids: [tom.id] })
  expect(await namesFor(engine, 'tom')).toEqual([])
})
