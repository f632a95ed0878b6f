import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RunIndex } from './run-index.ts'

const letters = fc.stringMatching(/^[abc]{0,3}$/)

test('finds every place of the words, as reading the text does', () => {
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 3000, maxLength: 4000 }),
      fc.nat(),
      fc.nat(40),
      (pieces, at, length) => {
        const text = pieces.join('')
        const words = text.slice(at % text.length, (at % text.length) + length)
        const read = [...new RunIndex(text, { once: true }).placesOf(words)]
        const index = new RunIndex(text)
        // The first questions are answered by reading the text, and the later ones from the index.
        for (let question = 0; question < 40; question += 1) expect([...index.placesOf(words)]).toEqual(read)
      },
    ),
    { numRuns: 30 },
  )
})

test('counts no further than it is asked to', () => {
  const runs = new RunIndex('Read more. '.repeat(1000))
  expect(runs.countOf('Read more')).toBe(1000)
  expect(runs.countOf('Read more', 2)).toBe(2)
  expect(runs.countOf('never said there')).toBe(0)
  expect([...runs.placesOf('')]).toEqual([])
})
