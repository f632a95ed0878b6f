import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SearchedCasebook, searchedCasebook } from './test-casebook.ts'

/** Random queries over random texts, against a second, plain evaluation that looks at every text anew. */

interface Plain {
  readonly name: string
  readonly title: readonly string[]
  readonly body: readonly string[]
  readonly publisher: string
  readonly published: string | null
}

/** A query as it is typed, and what it means. */
interface Asked {
  readonly typed: string
  readonly holds: (text: Plain) => boolean
}

// No two of them are one slip apart, but for `talk`, `talks` and `walk`.
const vocabulary = ['envoy', 'border', 'talks', 'talk', 'walk', 'sharaa', 'damascus', 'pact']
const word = fc.constantFrom(...vocabulary)
const text: fc.Arbitrary<Plain> = fc
  .record({
    title: fc.array(word, { maxLength: 3 }),
    body: fc.array(word, { minLength: 1, maxLength: 12 }),
    publisher: fc.constantFrom('Axios', 'Axios News'),
    published: fc.constantFrom(null, '2025-06-10', '2025-07-01', '2024'),
  })
  .map((plain) => ({ ...plain, name: '' }))

const columns = ({ title, body }: Plain) => [title, body]
const stands = (all: readonly string[], phrase: readonly string[]) =>
  all.some((_, at) => phrase.every((one, index) => all[at + index] === one))
const anywhere = (plain: Plain, holds: (words: readonly string[]) => boolean) => columns(plain).some(holds)

const leaf: fc.Arbitrary<Asked> = fc.oneof(
  word.map((one): Asked => ({ typed: one, holds: (plain) => anywhere(plain, (all) => all.includes(one)) })),
  fc.array(word, { minLength: 2, maxLength: 3 }).map(
    (phrase): Asked => ({
      typed: `“${phrase.join(' ')}"`,
      holds: (plain) => anywhere(plain, (all) => stands(all, phrase)),
    }),
  ),
  fc.tuple(word, fc.integer({ min: 1, max: 4 })).map(
    ([one, length]): Asked => ({
      typed: `${one.slice(0, length)}*`,
      holds: (plain) => anywhere(plain, (all) => all.some((other) => other.startsWith(one.slice(0, length)))),
    }),
  ),
  fc.tuple(word, word, fc.nat(4)).map(
    ([one, other, within]): Asked => ({
      typed: `"${one} ${other}"~${within}`,
      holds: (plain) => anywhere(plain, (all) => areNear(all, one, other, within)),
    }),
  ),
  fc.tuple(word, word, word, fc.nat(4)).map(
    ([one, other, third, within]): Asked => ({
      typed: `${one} NEAR/${within} (${other} OR ${third})`,
      holds: (plain) =>
        anywhere(plain, (all) => areNear(all, one, other, within) || areNear(all, one, third, within)),
    }),
  ),
  word.map(
    (one): Asked => ({
      typed: `${one}~1`,
      holds: (plain) => anywhere(plain, (all) => all.some((other) => isSlip(one, other))),
    }),
  ),
  word.map((one): Asked => ({ typed: `title:${one}`, holds: ({ title }) => title.includes(one) })),
  word.map((one): Asked => ({ typed: `text:${one}`, holds: ({ body }) => body.includes(one) })),
  word.map((one): Asked => ({ typed: `/\\b${one}\\b/`, holds: ({ body }) => body.includes(one) })),
  fc.constant<Asked>({ typed: 'publisher:axios', holds: () => true }),
  fc.constant<Asked>({ typed: 'publisher:="Axios"', holds: ({ publisher }) => publisher === 'Axios' }),
  fc.constant<Asked>({
    typed: 'published:>2025-06-30',
    holds: ({ published }) => published === '2025-07-01',
  }),
  fc.constant<Asked>({
    typed: 'date:2024-03..2025-06',
    holds: ({ published }) => published === '2024' || published === '2025-06-10',
  }),
  fc.constant<Asked>({ typed: 'has:date', holds: ({ published }) => published !== null }),
)

function areNear(all: readonly string[], one: string, other: string, within: number): boolean {
  return all.some(
    (word, at) =>
      word === one &&
      // A word typed twice is fulfilled by one place.
      (one === other || all.some((second, place) => second === other && Math.abs(place - at) - 1 <= within)),
  )
}

function isSlip(one: string, other: string): boolean {
  if (one === other) return true
  const pairs = [
    ['talk', 'talks'],
    ['talk', 'walk'],
  ]
  return pairs.some((pair) => pair.includes(one) && pair.includes(other))
}

const { query } = fc.letrec<{ query: Asked; negated: Asked; every: Asked; either: Asked }>((tie) => ({
  query: fc.oneof({ maxDepth: 4 }, leaf, tie('every'), tie('either'), tie('negated')),
  negated: fc.tuple(fc.constantFrom('-', 'NOT '), tie('query')).map(([sign, { typed, holds }]) => ({
    typed: `${sign}(${typed})`,
    holds: (plain) => !holds(plain),
  })),
  every: fc.tuple(tie('query'), fc.constantFrom(' ', ' AND '), tie('query')).map(([one, sign, other]) => ({
    typed: `(${one.typed})${sign}(${other.typed})`,
    holds: (plain) => one.holds(plain) && other.holds(plain),
  })),
  either: fc.tuple(tie('query'), tie('query')).map(([one, other]) => ({
    typed: `(${one.typed}) OR (${other.typed})`,
    holds: (plain) => one.holds(plain) || other.holds(plain),
  })),
}))

function plant(casebook: SearchedCasebook, texts: readonly Plain[]): Plain[] {
  return texts.map((plain, at) => {
    const id = casebook.addSource({
      title: plain.title.join(' '),
      text: plain.body.join(', '),
      publisher: plain.publisher,
      published: plain.published,
    })
    return { ...plain, name: `${id} ${at}` }
  })
}

test('any query finds just what looking at every text would find', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(query, { minLength: 5, maxLength: 15 }),
      (texts, queries) => {
        using casebook = searchedCasebook()
        const planted = plant(casebook, texts)
        for (const { typed, holds } of queries) {
          const { hits, total, message } = casebook.search(typed)
          const wanted = planted.filter(holds).map(({ name }) => name.split(' ')[0] ?? '')
          expect(hits.map(({ id }): string => id).sort(), typed).toEqual(wanted.sort())
          expect({ total, message }, typed).toEqual({ total: wanted.length, message: null })
        }
      },
    ),
    { numRuns: 40 },
  )
})
