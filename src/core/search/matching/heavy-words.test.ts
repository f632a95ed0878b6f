import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CasebookError } from '#contract/failure.ts'
import type { Store } from '../../casebook/casebook.ts'
import { checkIndex } from '../index/check-index.ts'
import type { Run } from '../language/query.ts'
import { type SearchedCasebook, searchedCasebook } from '../test-casebook.ts'
import { compileQuery } from './compile-query.ts'
import { rankHeavyWords, warmHeavyWords } from './heavy-words.ts'
import { countItems, type Page, rankItems } from './rank-items.ts'
import { itemsWith } from './vocabulary.ts'

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta')
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('add' as const), text, title: text }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('retitle' as const), text, nth: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('delete' as const), nth: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('redo' as const) }) },
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

function apply({ casebook, addSource }: SearchedCasebook, one: Operation): void {
  const nth = (number: number) => `(SELECT key FROM sources ORDER BY key LIMIT 1 OFFSET ${number})`
  switch (one.what) {
    case 'add':
      addSource({ title: one.title, text: one.text })
      return
    case 'retitle':
      casebook.record('test', (tx) =>
        tx.store.run(`UPDATE sources SET title = ? WHERE key = ${nth(one.nth)}`, one.text),
      )
      return
    case 'delete':
      casebook.record('test', (tx) => tx.store.run(`DELETE FROM sources WHERE key = ${nth(one.nth)}`))
      return
    case 'undo':
    case 'redo':
      try {
        casebook[one.what]()
      } catch (error) {
        if (!(error instanceof CasebookError && error.code.endsWith('.nothing'))) throw error
      }
  }
}

const queries = ['alpha', 'beta', 'alpha gamma', 'delta beta alpha'].map(
  (typed): Run => ({
    op: 'run',
    of: typed.split(' ').map((one) => ({ op: 'words', words: [one], prefix: false })),
  }),
)

function answers(store: Store, query: Run, page: Page) {
  const compiled = compileQuery(query, () => [])
  const plain = {
    total: countItems(store, compiled, undefined),
    items: rankItems(store, compiled, undefined, 'relevance', page),
  }
  // The first search for a word is FTS5's own; from the second on it comes from memory.
  rankHeavyWords(store, query, page, 1)
  for (let times = 0; times < 3; times += 1) rankHeavyWords(store, query, page, 1)
  const isKnown = query.of.some(({ words }) => words.some((one) => itemsWith(store, one) > 0))
  return { plain, kept: isKnown ? rankHeavyWords(store, query, page, 1) : plain }
}

test('whatever is added, changed, deleted and undone, words in memory rank as FTS5 does, and the index equals a fresh one', () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 5, maxLength: 25 }), (operations) => {
      using casebook = searchedCasebook()
      const { store } = casebook.casebook
      for (const one of operations) {
        apply(casebook, one)
        for (const query of queries) {
          const { plain, kept } = answers(store, query, { offset: 1, limit: 5 })
          expect(kept).toEqual(plain)
        }
      }
      expect(checkIndex(store, false)).toEqual([])
    }),
    { numRuns: 15 },
  )
})

test('what was left to FTS5 is kept for the next time while nobody asks, but for beginnings of words', () => {
  using casebook = searchedCasebook()
  casebook.addSource({ text: 'alpha beta' })
  const { store } = casebook.casebook
  const page = { offset: 0, limit: 5 }
  const beginning: Run = { op: 'run', of: [{ op: 'words', words: ['alp'], prefix: true }] }
  const both: Run = {
    op: 'run',
    of: ['alpha', 'beta'].map((one) => ({ op: 'words', words: [one], prefix: false })),
  }
  expect(rankHeavyWords(store, beginning, page, 1)).toBeNull()
  expect(rankHeavyWords(store, both, page, 1)).toBeNull()
  expect([warmHeavyWords(store), warmHeavyWords(store), warmHeavyWords(store)]).toEqual([true, true, false])
  expect(rankHeavyWords(store, both, page, 1)?.total).toBe(1)
})
