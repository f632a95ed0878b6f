import { expect, test } from 'vitest'
import type { Inline, Prose } from '#contract/prose.ts'
import { uncitedSentences } from './uncited.ts'

const cite: Inline = { kind: 'citation', highlight: 'highlight_1a2b3c4d' }
const words = (text: string): Inline => ({ kind: 'text', text })
const paragraph = (...inlines: Inline[]): Prose => ({ version: 1, blocks: [{ kind: 'paragraph', inlines }] })

test('a citation before or behind the full stop speaks for its sentence alone', () => {
  const document = paragraph(
    words('The fee is 1,000 crowns'),
    cite,
    words('. Pilots left in May.'),
    cite,
    words(' Nobody says why. It was raised later'),
    cite,
    words(', by decree.'),
  )
  expect(uncitedSentences(document)).toEqual(['Nobody says why.'])
})

test('a citation behind a space still belongs to the sentence before it', () => {
  expect(uncitedSentences(paragraph(words('Talks began in May. '), cite, words(' They failed.')))).toEqual([
    'They failed.',
  ])
})

test('headings and lead-ins ask for no citation, items of inner lists do', () => {
  const document: Prose = {
    version: 1,
    blocks: [
      { kind: 'heading', level: 2, inlines: [words('What is agreed')] },
      { kind: 'paragraph', inlines: [words('The spokesman said:')] },
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            inlines: [words('One is carried'), cite],
            list: { kind: 'list', ordered: true, items: [{ inlines: [words('Another is not')] }] },
          },
        ],
      },
    ],
  }
  expect(uncitedSentences(document)).toEqual(['Another is not'])
})
