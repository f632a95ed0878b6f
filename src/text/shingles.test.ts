import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashWords, likeness, shingles, sketch, sketchLikeness } from './shingles.ts'

const sentence = 'Diplomatic breakthroughs are like unwrapping an onion—we are peeling, the official said.'

test('a run of words is the same wherever and however punctuated it stands', () => {
  const [only] = shingles('like unwrapping an onion', 4)
  const retold = `“Breakthroughs are LIKE unwrapping an onion — we are peeling,” he said.`
  const found = shingles(retold, 4).find(({ hash }) => hash === only?.hash)
  expect(found && retold.slice(found.start, found.end)).toBe('LIKE unwrapping an onion')
})

test('fewer words than a shingle has are one shingle, none are none', () => {
  expect(shingles('two words', 5)).toMatchObject([{ start: 0, end: 9 }])
  expect(shingles(' — ', 5)).toEqual([])
  expect([hashWords('…'), sketch('…', 3)]).toEqual([null, null])
})

test('the order of words counts', () => {
  expect(hashWords('Israel left Syria')).not.toBe(hashWords('Syria left Israel'))
  expect(hashWords('Israel’s “left”')).toBe(hashWords('israel left'))
})

test('each run has the number that it has alone', () => {
  const word = fc.constantFrom('a', 'b', 'talks', 'zone', 'x1')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 4, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (all, size) => {
        const alone = all
          .slice(0, all.length - size + 1)
          .map((_, at) => shingles(all.slice(at, at + size).join(' '), size)[0]?.hash)
        expect(shingles(all.join(' '), size).map(({ hash }) => hash)).toEqual(alone)
      },
    ),
  )
})

test('numbers are exact integers and do not collide over many runs', () => {
  const text = Array.from({ length: 50_000 }, (_, index) => `w${index}`).join(' ')
  const hashes = shingles(text, 5).map(({ hash }) => hash)
  expect(hashes.every(Number.isSafeInteger)).toBe(true)
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('sketches are about as alike as the sets of shingles', () => {
  const words = Array.from({ length: 600 }, (_, index) => `w${index}`)
  for (const shared of [0, 150, 300, 450, 600]) {
    const other = words.map((word, index) => (index < shared ? word : `o${index}`))
    const [a, b] = [words.join(' '), other.join(' ')]
    const exact = likeness(setOf(a), setOf(b))
    const [left, right] = [sketch(a, 3), sketch(b, 3)]
    if (!left || !right) throw new Error('both have words')
    expect(Math.abs(sketchLikeness(left, right) - exact)).toBeLessThan(0.15)
  }
})

test('short texts that differ do not look alike', () => {
  const [left, right] = [
    sketch(sentence, 3),
    sketch('Israel has occupied most of the Golan Heights since the war.', 3),
  ]
  expect(left && right && sketchLikeness(left, right)).toBeLessThan(0.05)
})

function setOf(text: string): Set<number> {
  return new Set(shingles(text, 3).map(({ hash }) => hash))
}
