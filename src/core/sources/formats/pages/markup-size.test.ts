import { expect, test } from 'vitest'
import { measureMarkup } from './markup-size.ts'

test('counts elements in elements, attributes, and what only the next element closes', () => {
  expect(measureMarkup(`<div a=">" b c='x'><p>one<p>two<br/></div>`)).toEqual({
    depth: 2,
    leftOpen: 2,
    attributes: 3,
    attributesOfOne: 3,
    links: 0,
  })
})

test.each([
  ['an element that nothing closes', '<font>', 1],
  ['a closing sign without an opening one', '<b></i>', 1],
  ['a slash, which closes nothing in a page', '<div/>', 1],
  ['a slash in a drawing, which does', '<svg><path/></svg>', 0],
  ['comments, and signs in attributes and scripts', '<!-- <b> --><i a="<b>"></i><script><b></script>', 0],
  ['rows and cells, which close each other', '<tr><td>a<td>b', 0],
])('depth grows as it does for the parser: %s', (_, markup, more) => {
  const { depth } = measureMarkup(markup.repeat(50))
  expect(depth > 40).toBe(more === 1)
})

test.each(['<a "', '<a b="', '<!--', '<', '</', '<a ', "<a b='x' "])(
  'what breaks off is read once: %s',
  (sign) => {
    expect(measureMarkup(sign.repeat(200_000)).depth).toBe(0)
  },
)
