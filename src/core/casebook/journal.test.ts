import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EngineEvent } from '#contract/engine.ts'
import { openOptions } from '../engine.ts'
import { stillOutside } from '../test-world.ts'
import { Casebook, type Transaction } from './casebook.ts'

function newCasebook(outside = stillOutside()): Casebook {
  const path = join(mkdtempSync(join(tmpdir(), 'casebook-')), 'a.casebook')
  const casebook = Casebook.create(path, openOptions({ outside }))
  // These tests take thousands of steps, and none of them pulls the plug.
  casebook.store.db.pragma('synchronous = OFF')
  return casebook
}

/** All that the analyst could see in the tables these tests write to. */
const contents = ({ store }: Casebook) => ({
  settings: store.all('SELECT * FROM settings ORDER BY key'),
  entities: store.all('SELECT * FROM entities ORDER BY key'),
  aliases: store.all('SELECT * FROM entity_aliases ORDER BY key'),
})

type Change = (tx: Transaction) => void

const name = fc.string({ unit: 'grapheme', maxLength: 12 })
const slot = fc.integer({ min: 0, max: 5 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(slot, name).map(
    ([at, value]): Change =>
      (tx) => {
        const sql =
          'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'
        tx.store.run(sql, `setting ${at}`, value)
      },
  ),
  slot.map(
    (at): Change =>
      (tx) =>
        void tx.store.run('DELETE FROM settings WHERE name = ?', `setting ${at}`),
  ),
  fc.tuple(slot, name, fc.array(name, { maxLength: 3 })).map(
    ([at, words, aliases]): Change =>
      (tx) => {
        deleteEntity(tx, at)
        const insert =
          'INSERT INTO entities (id, type, name, iri, created, changed) VALUES (?, ?, ?, ?, ?, ?)'
        const { key } = tx.store.run(insert, `entity_${at}`, 'person', words, `urn:${at}`, tx.now, tx.now)
        for (const [ordinal, alias] of aliases.entries()) {
          tx.store.run(
            'INSERT INTO entity_aliases (entity, ordinal, alias) VALUES (?, ?, ?)',
            key,
            ordinal,
            alias,
          )
        }
      },
  ),
  slot.map(
    (at): Change =>
      (tx) =>
        deleteEntity(tx, at),
  ),
)

function deleteEntity({ store }: Transaction, at: number): void {
  store.run(
    'DELETE FROM entity_aliases WHERE entity IN (SELECT key FROM entities WHERE id = ?)',
    `entity_${at}`,
  )
  store.run('DELETE FROM entities WHERE id = ?', `entity_${at}`)
}

test('undoing brings back what was before, and redoing what was after, whatever was done', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      (commands) => {
        const casebook = newCasebook()
        const states = [contents(casebook)]
        for (const changes of commands) {
          const stepsBefore = steps(casebook)
          casebook.record('test', (tx) => {
            for (const one of changes) one(tx)
          })
          // A command that changed no row leaves no step.
          if (steps(casebook) > stepsBefore) states.push(contents(casebook))
        }
        for (const before of states.slice(0, -1).toReversed()) {
          casebook.undo()
          expect(contents(casebook)).toEqual(before)
        }
        for (const after of states.slice(1)) {
          casebook.redo()
          expect(contents(casebook)).toEqual(after)
        }
        casebook.close()
      },
    ),
    { numRuns: 40 },
  )
})

const steps = ({ store }: Casebook) => store.value<number>('SELECT count(*) FROM journal_steps')

function set(casebook: Casebook, words: string, merge?: string): void {
  casebook.record('casebook.set', (tx) => {
    const sql =
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'
    tx.store.run(sql, 'brief', words)
    tx.describe(`Wrote ${words}`)
    tx.touch('briefs', ['brief_1'])
    if (merge !== undefined) tx.mergeWith(merge)
  })
}

test('a step keeps of a changed row what differs, and undoes steps of earlier programs, which kept all of it', () => {
  const casebook = newCasebook()
  set(casebook, 'first')
  set(casebook, 'second')
  const { store } = casebook
  const image = () => store.value<string>(`SELECT image FROM journal_rows WHERE change = 'update'`)
  expect(image()).toBe('{"key":1,"value":"first"}')
  store.run(
    `UPDATE journal_rows SET image = '{"key":1,"name":"brief","value":"first"}' WHERE change = 'update'`,
  )
  casebook.undo()
  expect(contents(casebook).settings).toMatchObject([{ name: 'brief', value: 'first' }])
  casebook.redo()
  expect(contents(casebook).settings).toMatchObject([{ name: 'brief', value: 'second' }])
})

test('a thousand and more steps can be undone, and redone', () => {
  const casebook = newCasebook()
  for (let at = 0; at < 1_200; at++) set(casebook, `${at}`)
  expect(casebook.undo(1_200)).toHaveLength(1_200)
  expect(contents(casebook).settings).toEqual([])
  expect(casebook.redo(1_200)).toHaveLength(1_200)
  expect(contents(casebook).settings).toMatchObject([{ name: 'brief', value: '1199' }])
  casebook.close()
})

test('something new closes the way forward to what was undone', () => {
  const casebook = newCasebook()
  set(casebook, 'one')
  set(casebook, 'two')
  casebook.undo()
  set(casebook, 'three')
  expect(() => casebook.redo()).toThrow('There is nothing to redo.')
  expect(casebook.undo(5).map(({ title }) => title)).toEqual(['Wrote three', 'Wrote one'])
  casebook.close()
})

test('typing on in one place is one step, until a pause', () => {
  const outside = stillOutside()
  const casebook = newCasebook(outside)
  set(casebook, 'a', 'brief_1')
  outside.pass(1_000)
  set(casebook, 'ab', 'brief_1')
  outside.pass(60_000)
  set(casebook, 'abc', 'brief_1')
  casebook.undo()
  expect(contents(casebook).settings).toMatchObject([{ value: 'ab' }])
  casebook.undo()
  expect(contents(casebook).settings).toEqual([])
  casebook.redo()
  expect(contents(casebook).settings).toMatchObject([{ value: 'ab' }])
  casebook.close()
})

test('a command that fails changes nothing and leaves no step', () => {
  const casebook = newCasebook()
  expect(() =>
    casebook.record('test', (tx) => {
      tx.store.run('INSERT INTO settings (name, value) VALUES (?, ?)', 'a', 'b')
      throw new Error('in the middle')
    }),
  ).toThrow('in the middle')
  expect([contents(casebook).settings, steps(casebook)]).toEqual([[], 0])
  casebook.close()
})

test('a long step is filled piece by piece, stays where it was acknowledged, and is undone as one', () => {
  const casebook = newCasebook()
  const step = casebook.openStep('sources.import')
  step.record((tx) => {
    tx.store.run('INSERT INTO settings (name, value) VALUES (?, ?)', 'a', '1')
    tx.describe('Imported 1 source')
  })
  expect(() => casebook.undo()).toThrow('Something long is still running')
  expect(() =>
    step.record((tx) => {
      tx.store.run('INSERT INTO settings (name, value) VALUES (?, ?)', 'b', '2')
      throw new Error('the second piece')
    }),
  ).toThrow('the second piece')
  step.record((tx) => {
    tx.store.run('INSERT INTO settings (name, value) VALUES (?, ?)', 'c', '3')
    tx.describe('Imported 2 sources')
  })
  step.end()
  expect(contents(casebook).settings).toMatchObject([{ name: 'a' }, { name: 'c' }])
  expect(casebook.undo().map(({ title }) => title)).toEqual(['Imported 2 sources'])
  expect(contents(casebook).settings).toEqual([])
  casebook.close()
})

test('a long step whose first piece changes nothing, or fails, goes on with the next one', () => {
  const casebook = newCasebook()
  const step = casebook.openStep('sources.import')
  step.record((tx) => tx.describe('Imported 0 sources'))
  expect(() =>
    step.record(() => {
      throw new Error('a piece that fails')
    }),
  ).toThrow('a piece that fails')
  step.record((tx) => {
    tx.store.run('INSERT INTO settings (name, value) VALUES (?, ?)', 'a', '1')
    tx.describe('Imported 1 source')
  })
  step.end()
  expect(casebook.undo().map(({ title }) => title)).toEqual(['Imported 1 source'])
  expect(contents(casebook).settings).toEqual([])
  casebook.close()
})

test('doing, undoing and redoing announce the same ids', () => {
  const casebook = newCasebook()
  const events: EngineEvent[] = []
  casebook.onEvent((event) => events.push(event))
  set(casebook, 'a')
  casebook.undo()
  casebook.redo()
  const once = [
    { name: 'briefs.changed', ids: ['brief_1'] },
    { name: 'casebook.changed', ids: null },
  ]
  expect(events).toEqual([...once, ...once, ...once])
  casebook.close()
})
