import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachPossibleFingerprint, fingerprints, leastFingerprints, SURE_WORDS } from './fingerprints.ts'

function possible(text: string): Set<number> {
  const found = new Set<number>()
  eachPossibleFingerprint(text, (print) => found.add(print))
  return found
}

const common = (a: Iterable<number>, b: ReadonlySet<number>) => [...a].filter((print) => b.has(print)).length

test('a run of words that two texts share is noticed, wherever it stands', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/)
  const some = (length: number) => fc.array(word, { minLength: length, maxLength: length + 30 })
  fc.assert(
    fc.property(some(SURE_WORDS), some(0), some(0), some(0), (run, before, behind, other) => {
      const kept = fingerprints([...before, ...run, ...behind].join(' '))
      expect(common(kept, possible([...other, ...run].join(', ')))).toBeGreaterThan(0)
    }),
  )
})

test('quotes, case and accents make no difference', () => {
  const [curly, plain] = ['“We are PEELING an onion,” said José', '"We are peeling an onion", said Jose']
  expect(fingerprints(curly)).toEqual(fingerprints(plain))
})

test('about two in five shingles are kept, each once', () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' ')
  const prints = fingerprints(text)
  expect(prints.length).toBeGreaterThan(3_500)
  expect(prints.length).toBeLessThan(4_500)
  expect(fingerprints(`${text} ${text}`).length).toBeLessThan(prints.length + 10)
})

test('texts that share half of their runs share about half of their least fingerprints', () => {
  const words = Array.from({ length: 3_000 }, (_, at) => `w${at}`)
  const [a, b] = [words.slice(0, 2_000), words.slice(500)]
  const [one, other] = [a, b].map((all) => leastFingerprints(fingerprints(all.join(' ')), 400))
  const shared = common(one ?? [], new Set(other))
  expect(shared).toBeGreaterThan(160)
  expect(shared).toBeLessThan(300)
})

test('a few words have one fingerprint, none have none', () => {
  expect(fingerprints('two words')).toHaveLength(1)
  expect(fingerprints(' — ')).toHaveLength(0)
  expect(leastFingerprints(fingerprints(''), 8)).toEqual([])
})
