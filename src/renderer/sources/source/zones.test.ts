import { array, assert, constantFrom, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Zone } from '#contract/source.ts'
import { linesAround, rezoned } from './zones.ts'

const text = 'Headline\n\nBody one.\nRead more here.\n\nBody two.'

test('a few selected letters mean their whole lines, without the blank ones', () => {
  const lines = (start: number, end: number) => {
    const span = linesAround(text, { start, end })
    return span === null ? null : text.slice(span.start, span.end)
  }
  expect(lines(22, 25)).toBe('Read more here.')
  expect(lines(12, 25)).toBe('Body one.\nRead more here.')
  expect(lines(0, text.length)).toBe(text)
  expect(lines(9, 9)).toBeNull()
})

test('a line in the middle of the body becomes boilerplate, and body again', () => {
  const body: Zone = { kind: 'body', start: 10, end: 46 }
  const cut = rezoned([body], { start: 20, end: 35 }, 'boilerplate')
  expect(cut).toEqual([
    { kind: 'body', start: 10, end: 20 },
    { kind: 'boilerplate', start: 20, end: 35 },
    { kind: 'body', start: 35, end: 46 },
  ])
  expect(rezoned(cut, { start: 20, end: 35 }, 'body').every(({ kind }) => kind === 'body')).toBe(true)
})

test('what is chosen is of one kind alone, and nothing else changes', () => {
  const zone = record({ start: nat(50), length: nat(20), kind: constantFrom('body', 'caption') }).map(
    ({ start, length, kind }): Zone => ({ start, end: start + length + 1, kind: kind as Zone['kind'] }),
  )
  assert(
    property(array(zone), zone, (zones, span) => {
      const after = rezoned(zones, span, 'boilerplate')
      const kindsAt = (all: readonly Zone[], at: number) =>
        new Set(all.filter(({ start, end }) => start <= at && at < end).map(({ kind }) => kind))
      for (let at = 0; at < 80; at++) {
        const inside = span.start <= at && at < span.end
        expect(kindsAt(after, at)).toEqual(inside ? new Set(['boilerplate']) : kindsAt(zones, at))
      }
    }),
  )
})
