import { expect, test } from 'vitest'
import type { Occurrence } from '#contract/highlights.ts'
import { boxOf, keyOfPlace, leadTo, leftOutAfter, type Row, rowsOf, taken } from './places.ts'

function place(source: Occurrence['source'], start: number, highlight: Occurrence['highlight'] = null) {
  const quote = 'the strait'
  return {
    source,
    sourceTitle: source,
    start,
    end: start + quote.length,
    quote,
    context: quote,
    quoteAt: 0,
    highlight,
  }
}

const one = place('source_a', 0)
const two = place('source_a', 40)
const marked = place('source_b', 7, 'highlight_x')
const places = [one, two, marked]
const nothing: ReadonlySet<string> = new Set()

function heading(source: string): Row {
  const row = rowsOf(places).find(({ id }) => id === source)
  if (row === undefined) throw new Error(`no heading for ${source}`)
  return row
}

test('every source has a heading before its places', () => {
  expect(rowsOf(places).map(({ id }) => id)).toEqual([
    'source_a',
    keyOfPlace(one),
    keyOfPlace(two),
    'source_b',
    keyOfPlace(marked),
  ])
})

test('what is marked already is not marked again, and pressing it changes nothing', () => {
  expect(taken(places, nothing)).toEqual([one, two])
  const row: Row = { kind: 'place', id: keyOfPlace(marked), place: marked }
  expect(leftOutAfter(row, nothing)).toEqual(nothing)
  expect(boxOf(row, nothing)).toBe('off')
})

test('a place changes sides each time it is pressed', () => {
  const row: Row = { kind: 'place', id: keyOfPlace(one), place: one }
  const without = leftOutAfter(row, nothing)
  expect(taken(places, without)).toEqual([two])
  expect(leftOutAfter(row, without)).toEqual(nothing)
})

test('a heading leaves out all its places, and takes them back', () => {
  const partly = leftOutAfter({ kind: 'place', id: keyOfPlace(one), place: one }, nothing)
  expect(boxOf(heading('source_a'), partly)).toBe('some')
  const without = leftOutAfter(heading('source_a'), partly)
  expect(taken(places, without)).toEqual([])
  expect(boxOf(heading('source_a'), without)).toBe('off')
  expect(taken(places, leftOutAfter(heading('source_a'), without))).toEqual([one, two])
})

test('the words are seen, however long the sentence before them is', () => {
  const context = `${'protocol '.repeat(20)}Damascus denied it`
  const lead = leadTo({ context, quoteAt: 180 })
  expect(lead).toBe(`… ${'protocol '.repeat(8)}`)
  expect(leadTo({ context: 'Damascus denied it', quoteAt: 0 })).toBe('')
})
