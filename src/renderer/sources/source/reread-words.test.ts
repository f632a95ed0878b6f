import { expect, test } from 'vitest'
import type { Rereading } from '#contract/rereading.ts'
import { rereadInWords } from './reread-words.ts'

const mark = (outcome: Rereading['highlights'][number]['outcome']): Rereading['highlights'][number] => ({
  highlight: 'highlight_1111',
  outcome,
  score: 1,
  start: null,
  end: null,
  was: 'words',
  quote: null,
  reason: null,
})
const read = (version: `source_${string}` | null) =>
  ({ id: 'source_1111', textChanged: true, version }) as const

test('what was put right where it stands needs no more words', () => {
  expect(rereadInWords({ items: [read(null)], highlights: [], warnings: [] })).toBe(
    'Read again from the original.',
  )
})

test('a newer version says what became of the marks, and where they can be reviewed', () => {
  const highlights = [mark('exact'), mark('moved'), mark('fuzzy'), mark('orphan')]
  expect(rereadInWords({ items: [read('source_2222')], highlights, warnings: [] })).toBe(
    'Read again from the original, as a newer version. 2 marks came along, 1 mark on changed words, 1 mark not found: review them beside the text.',
  )
})

test('many sources of one file are counted, and the warnings follow', () => {
  const items = [read(null), read('source_2222'), read('source_3333')]
  expect(rereadInWords({ items, highlights: [mark('exact')], warnings: ['A column is new.'] })).toBe(
    'Read 3 sources again, 2 as newer versions. 1 mark came along. A column is new.',
  )
})
