import { beforeEach, expect, test } from 'vitest'
import { usePlace } from './place-store.ts'

beforeEach(() => usePlace.setState({ place: { kind: 'library' }, side: 'first', past: [], future: [] }))
const way = () => usePlace.getState()

test('back and forward walk the way that was gone', () => {
  way().go({ kind: 'entities' })
  way().go({ kind: 'briefs' })
  way().back()
  expect(way().place).toEqual({ kind: 'entities' })
  way().back()
  expect(way().place).toEqual({ kind: 'library' })
  way().forward()
  expect(way().place).toEqual({ kind: 'entities' })
})

test('typing on in a search is one step of the way', () => {
  way().go({ kind: 'search', query: '' })
  way().go({ kind: 'search', query: 'truce' }, { replace: true })
  way().go({ kind: 'search', query: 'truce talks' }, { replace: true })
  way().back()
  expect(way().place).toEqual({ kind: 'library' })
  way().forward()
  expect(way().place).toEqual({ kind: 'search', query: 'truce talks' })
})

test('going where one is makes no step, but a passage that is asked for again is shown again', () => {
  const passage = { kind: 'source', id: 'source_1111', span: { start: 3, end: 9 } } as const
  way().go(passage)
  const { place } = way()
  way().go({ ...passage, span: { ...passage.span } })
  expect(way().past).toHaveLength(1)
  expect(way().place).not.toBe(place)
})

test('a new way forgets the old one forward', () => {
  way().go({ kind: 'entities' })
  way().back()
  way().go({ kind: 'history' })
  way().forward()
  expect(way().place).toEqual({ kind: 'history' })
})

test('a source comes beside the one that is read, and each goes on where it is', () => {
  way().go({ kind: 'source', id: 'source_1111' })
  way().go({ kind: 'source', id: 'source_2222' }, { beside: true })
  expect(way().place).toEqual({ kind: 'source', id: 'source_1111', beside: { id: 'source_2222' } })
  expect(way().side).toBe('second')

  way().go({ kind: 'source', id: 'source_1111', span: { start: 3, end: 9 } })
  expect(way().side).toBe('first')
  expect(way().place).toEqual({
    kind: 'source',
    id: 'source_1111',
    span: { start: 3, end: 9 },
    beside: { id: 'source_2222' },
  })
})

test('another source takes the side that is turned to, and the other side stays as it is', () => {
  const passage = { start: 3, end: 9 }
  way().go({ kind: 'source', id: 'source_1111', span: passage })
  way().go({ kind: 'source', id: 'source_2222' }, { beside: true })
  way().go({ kind: 'source', id: 'source_3333' })
  const { place } = way()
  expect(place).toEqual({
    kind: 'source',
    id: 'source_1111',
    span: passage,
    beside: { id: 'source_3333' },
  })
  // The same object: the passage is not landed on again.
  expect(place.kind === 'source' && place.span).toBe(passage)
})

test('from a search, a hit comes beside the source that was read last', () => {
  way().go({ kind: 'source', id: 'source_1111' })
  way().go({ kind: 'search', query: 'truce' })
  way().go({ kind: 'source', id: 'source_2222', query: 'truce' }, { beside: true })
  expect(way().place).toEqual({
    kind: 'source',
    id: 'source_1111',
    beside: { id: 'source_2222', query: 'truce' },
  })
})

test('beside nothing, a source is opened alone', () => {
  way().go({ kind: 'source', id: 'source_2222' }, { beside: true })
  expect(way().place).toEqual({ kind: 'source', id: 'source_2222' })
})

test('closing one side leaves the other alone, and back brings both again', () => {
  way().go({ kind: 'source', id: 'source_1111' })
  way().go({ kind: 'source', id: 'source_2222' }, { beside: true })
  way().closeSide('first')
  expect(way().place).toEqual({ kind: 'source', id: 'source_2222' })
  way().back()
  expect(way().place).toEqual({ kind: 'source', id: 'source_1111', beside: { id: 'source_2222' } })
})
