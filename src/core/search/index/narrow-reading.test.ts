import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../language/parse-query.ts'
import { positiveLeaves } from '../language/query.ts'
import { findMatches } from '../passages/find-matches.ts'
import { wordsRound } from './narrow-reading.ts'
import { searchedText } from './searched-text.ts'

const pieces = fc.constantFrom(
  'envoy',
  'Envoy’s',
  'ENVOYS',
  'énvoy',
  'e\u0301nvoy',
  'en\u00advoy',
  'sea',
  'SEA',
  'the',
  'of',
  'U.S.',
  'u.s',
  'Us',
  'U.É.',
  'ue',
  '1,000',
  '1000',
  '1\u202f000',
  "Hay'at",
  'Hay’at',
  'hayat',
  'hayʾat',
  'straße',
  'STRASSE',
  'ﬁrst',
  'first',
  'Æon',
  'œuvre',
  '𝐞nvoy',
  'ｅｎｖｏｙ',
  '—',
  '...',
  '«',
  '»',
  '"',
  '(',
  ')',
  '-',
  'x',
  'word',
  'İstanbul',
  'istanbul',
  'السلام',
  '中文',
  'ـenvoy',
  'O`Brien',
  "o'brien's",
  'ΟΔΟΣ',
  '\u200b',
  '\0',
  '٣',
  '3',
)
const text = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', '\n', '', '  ', ' — ', '-', '\u00a0')), {
    maxLength: 60,
  })
  .map((all) => `${'filler again '.repeat(60)}${all.flat().join('')}${' and more filler'.repeat(60)}`)
const query = fc.constantFrom(
  'envoy',
  'env*',
  'e*',
  'sea envoy',
  'the envoy of',
  '"envoy sea"',
  '"the sea"',
  'us',
  '"us envoy"',
  'ue',
  '1000',
  'hayat',
  'strasse',
  'first',
  'aeon',
  'oeuvre',
  'istanbul',
  'obrien',
  '3',
  'text:sea -us',
)

test('read round the words of a query, a text has the same matches as read whole', () => {
  let narrow = 0
  fc.assert(
    fc.property(text, query, fc.nat(1_000), fc.nat(600), (text, typed, start, length) => {
      const { query } = parseQuery(typed)
      if (query === null) throw new Error('All can be read')
      const end = Math.min(text.length, start + length)
      const sections = [
        { start: 0, end: start },
        { start, end },
        { start: end, end: text.length },
      ]
      const round = wordsRound([{ start: 0, text }], sections, query)
      if (round === null) return
      narrow += 1
      const whole = searchedText(text, sections)
      for (const leaf of positiveLeaves(query)) {
        const placed = leaf.op === 'text' ? leaf.of : leaf
        if (placed.op !== 'words' && placed.op !== 'run') throw new Error(`${placed.op} is not tried`)
        expect(findMatches(placed, round)).toEqual(findMatches(placed, whole))
      }
    }),
    { numRuns: 3_000 },
  )
  expect(narrow).toBeGreaterThan(1_000)
})
