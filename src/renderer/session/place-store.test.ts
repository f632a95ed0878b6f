import { beforeEach, expect, test } from 'vitest'
import { usePlace } from './place-store.ts'

beforeEach(() => usePlace.setState({ place: { kind: 'library' }, past: [], future: [] }))
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
