import { expect, test } from 'vitest'
import { askedOf, filterState, onlyKind, withFilter, wordsOf } from './asked.ts'

test('a search within results asks for both, and keeps the results until new words are typed', () => {
  expect(askedOf({ kind: 'search', query: ' denied ', within: ['Axios OR Reuters'] })).toEqual({
    query: 'denied',
    newest: true,
    within: ['Axios OR Reuters'],
  })
  expect(askedOf({ kind: 'search', query: ' ', within: ['a', 'b'] })).toEqual({
    query: 'b',
    newest: true,
    within: ['a'],
  })
  expect(askedOf({ kind: 'search', query: ' ' })).toBeNull()
  expect(askedOf({ kind: 'search', query: 'a', newest: false })).toEqual({ query: 'a', newest: false })
})

test('the reader marks the words of every query that led to a source', () => {
  expect(wordsOf({ query: 'denied', within: ['Axios OR Reuters'] })).toBe('(Axios OR Reuters) (denied)')
  expect(wordsOf({ query: 'denied' })).toBe('denied')
})

test('a value is included, excluded or neither, and never two of them', () => {
  const value = { facet: 'publisher', value: 'Axios' } as const
  const place = withFilter({ kind: 'search', query: 'a' }, value, 'include')
  expect(filterState(place, 'publisher', 'Axios')).toBe('include')
  const without = withFilter(place, value, 'exclude')
  expect(without.filters).toEqual([{ facet: 'publisher', value: 'Axios', exclude: true }])
  expect(filterState(withFilter(without, value, null), 'publisher', 'Axios')).toBeNull()
})

test('one kind is searched where it alone is chosen', () => {
  const kind = { facet: 'kind', value: 'note' } as const
  expect(onlyKind({ kind: 'search', query: 'a', filters: [kind] })).toBe('note')
  expect(onlyKind({ kind: 'search', query: 'a', filters: [{ ...kind, exclude: true }] })).toBeNull()
  expect(
    onlyKind({ kind: 'search', query: 'a', filters: [kind, { facet: 'kind', value: 'brief' }] }),
  ).toBeNull()
  expect(onlyKind({ kind: 'search', query: 'a' })).toBeNull()
})
