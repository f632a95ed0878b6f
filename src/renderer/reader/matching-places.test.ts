import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { type LaidText, matchPlaces } from './matching-places.ts'

function laid(...lines: readonly string[]): LaidText {
  const text = lines.join('\n')
  let start = 0
  const paragraphs = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return span
  })
  return { text, paragraphs }
}

test('a paragraph that both versions have stands at the same height, whatever was put in above it', () => {
  const old = laid('The first.', 'The second, and it is kept.')
  const now = laid('The first.', 'New words that were put in.', 'The second, and it is kept.')
  const find = matchPlaces(old, now)
  expect(find(old.text.indexOf('The second'))).toBe(now.text.indexOf('The second'))
  expect(find(old.text.indexOf('it is kept'))).toBe(now.text.indexOf('it is kept'))
})

test('a paragraph that was moved, and one that stands twice, do not lead astray', () => {
  const old = laid('A caption', 'One', 'Two', 'Three', 'A caption', 'Moved')
  const now = laid('A caption', 'Moved', 'One', 'Two', 'Three', 'A caption')
  const find = matchPlaces(old, now)
  expect(find(old.text.indexOf('Two'))).toBe(now.text.indexOf('Two'))
})

test('texts without a common paragraph are scrolled in proportion', () => {
  const find = matchPlaces(laid('x'.repeat(100)), laid('y'.repeat(300)))
  expect([find(0), find(50), find(100)]).toEqual([0, 150, 300])
})

test('further down in one version is never further up in the other', () => {
  const lines = array(constantFrom('', 'One', 'Two', 'Three', 'Four', 'Five', 'A longer line of words'))
  assert(
    property(lines, lines, (before, after) => {
      const [old, now] = [laid(...before), laid(...after)]
      const find = matchPlaces(old, now)
      let reached = 0
      for (let offset = 0; offset <= old.text.length; offset++) {
        const place = find(offset)
        expect(place).toBeGreaterThanOrEqual(reached)
        expect(place).toBeLessThanOrEqual(now.text.length)
        reached = place
      }
    }),
  )
})
