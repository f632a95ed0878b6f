import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { paintSegments } from './painting.ts'
import { paragraphIndexAt, paragraphsOf } from './paragraphs.ts'
import { offsetOfPoint, type PlacedText, pointOfOffset } from './points.ts'
import { inNestingOrder, segmentsOf } from './segments.ts'

test('an offset leads to a place in the document and back, whatever is marked', () => {
  fc.assert(
    fc.property(anyText, anySpans, (text, spans) => {
      const placed = place(text, spans)
      for (const { start, end } of placed.paragraphs) {
        for (let offset = start; offset <= end; offset++) {
          if (offset < end) expect(there(placed, offset, 'start')).toBe(offset)
          if (offset > start) expect(there(placed, offset, 'end')).toBe(offset)
        }
      }
    }),
  )
})

test('painting leaves the words of every paragraph as they are', () => {
  fc.assert(
    fc.property(anyText, anySpans, (text, spans) => {
      const { paragraphs, elements } = place(text, spans)
      expect(elements.map((element) => element?.textContent)).toEqual(
        paragraphs.map(({ start, end }) => text.slice(start, end)),
      )
    }),
  )
})

test('a place between two paragraphs is the beginning of the next one', () => {
  const placed = place('One two\nThree', [{ start: 0, end: 3 }])
  const root = placed.elements[0]?.parentElement
  if (root === null || root === undefined) throw new Error('The paragraphs stand in nothing')
  expect(offsetOfPoint(placed, { node: root, offset: 1 })).toBe(8)
  expect(offsetOfPoint(placed, { node: root, offset: 2 })).toBe(13)
})

test('a place in an element is told by the child it stands before', () => {
  const placed = place('One two three', [{ start: 4, end: 7 }])
  const [element] = placed.elements
  if (element === undefined) throw new Error('There is no paragraph')
  expect([0, 1, 2, 3].map((offset) => offsetOfPoint(placed, { node: element, offset }))).toEqual([
    0, 4, 7, 13,
  ])
})

test('the end of something that ends where a paragraph begins is the end of the paragraph before', () => {
  const placed = place('One\nTwo', [])
  expect(pointOfOffset(placed, 4, 'end')?.node.textContent).toBe('One')
  expect(pointOfOffset(placed, 4, 'start')?.node.textContent).toBe('Two')
})

const anyText = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '')

const anySpans = fc.array(
  fc
    .tuple(fc.nat(80), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 8 },
)

function place(text: string, spans: { start: number; end: number }[]): PlacedText {
  const { document } = parseHTML('<html><body><div></div></body></html>')
  const root = document.querySelector('div')
  const paragraphs = paragraphsOf({ text, zones: [], structure: { blocks: [], links: [], marks: [] } })
  const marks = inNestingOrder(
    spans.map((span, index) => ({ ...span, id: `m${index}`, look: 'x', label: '' })),
  )
  const elements = paragraphs.map((paragraph) => {
    const element = document.createElement('p')
    paintSegments(element, text, segmentsOf(paragraph, marks))
    root?.append(element)
    return element
  })
  return { paragraphs, elements, indexOf: new Map(elements.map((element, index) => [element, index])) }
}

function there(placed: PlacedText, offset: number, side: 'start' | 'end'): number | null {
  const point = pointOfOffset(placed, offset, side)
  expect(paragraphIndexAt(placed.paragraphs, offset)).toBeGreaterThanOrEqual(0)
  return point === null ? null : offsetOfPoint(placed, point)
}
