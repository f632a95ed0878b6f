import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTEXT, describePassage } from './describe-passage.ts'

test('a passage is its quote with what stands round it', () => {
  const text = `${'before '.repeat(20)}quote${' after'.repeat(20)}`
  const passage = describePassage(text, { start: 140, end: 145 })
  expect(passage.quote).toBe('quote')
  expect(passage.prefix).toBe(text.slice(140 - CONTEXT, 140))
  expect(passage.suffix).toBe(text.slice(145, 145 + CONTEXT))
})

test('the context of a repeated caption reaches beyond the caption', () => {
  const caption = `Debris lies at the scene of a strike${' and smoke rises'.repeat(10)}. `
  const text = `${'First lines. '.repeat(10)}${caption}${caption}${'Last lines. '.repeat(10)}`
  const start = text.indexOf('scene')
  const { prefix, suffix } = describePassage(text, { start, end: start + 5 })
  expect(prefix).toContain('First lines.')
  expect(suffix).toContain('Debris lies')
})

test('a passage stands in its text whatever the span', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
      const { start, end, quote, prefix, suffix } = describePassage(text, { start: a % 90, end: b % 90 })
      expect(text.slice(start, end)).toBe(quote)
      expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix)).toBe(true)
    }),
  )
})
