import { expect, test } from 'vitest'
import { paragraphsOfPages } from './page-lines.ts'

const head = 'THE BELCASTRE REVIEW'

function page(...lines: string[]): string {
  return lines.join('\n')
}

test('a paragraph goes on over a page end, and what stands at the edges comes behind it', () => {
  const paragraphs = paragraphsOfPages([
    page(
      head,
      'The coast guard of Tavland said on Tuesday that it',
      'had escorted a grain ship out of the strait and that',
      '1',
    ),
    page(
      head,
      'two more would follow before the end of the month.',
      'The ministry did not comment on the fee that it asks.',
      '2',
    ),
    page(
      head,
      'Nobody has paid it since the spring of last year, and',
      'nobody will.',
      'Both capitals say so.',
      '3',
    ),
  ])
  expect(paragraphs.map(({ text, isHead }) => (isHead ? `[${text}]` : text))).toEqual([
    `[${head}]`,
    'The coast guard of Tavland said on Tuesday that it had escorted a grain ship out of the strait and that two more would follow before the end of the month. The ministry did not comment on the fee that it asks.',
    '[1]',
    `[${head}]`,
    '[2]',
    `[${head}]`,
    'Nobody has paid it since the spring of last year, and nobody will.',
    'Both capitals say so.',
    '[3]',
  ])
  const [, first] = paragraphs
  const [second] = first?.pages ?? []
  expect([second?.number, first?.text.slice(second?.at, (second?.at ?? 0) + 8)]).toEqual([2, 'two more'])
})

test('a page that ends with a sentence ends its paragraph', () => {
  const paragraphs = paragraphsOfPages([
    page('The coast guard said so on Tuesday, and said no more.'),
    page('Qasmara stopped sharing its pilots in the last winter.'),
  ])
  expect(paragraphs.map(({ pages }) => pages.map(({ number }) => number))).toEqual([[1], [2]])
})

test('the hyphen of a line end goes, also where the reader of the file joined the lines; that of a compound stays', () => {
  const [paragraph] = paragraphsOfPages([
    page(
      'A long-term plan for the peri\ufffeodic closing of the strait is dis-',
      'cussed in both capitals; the long-',
      'term fee is part of it, as is the Anglo-',
      'Tavland treaty of the year before last.',
    ),
  ])
  expect(paragraph?.text).toBe(
    'A long-term plan for the periodic closing of the strait is discussed in both capitals; the long-term fee is part of it, as is the Anglo-Tavland treaty of the year before last.',
  )
})
