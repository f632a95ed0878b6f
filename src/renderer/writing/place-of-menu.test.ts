import { expect, test } from 'vitest'
import { placeOfMenu } from './place-of-menu.ts'

const laptop = { width: 1280, height: 800 }
const menu = { width: 400, height: 200 }
const caretAt = (left: number, top: number) => ({
  left,
  top,
  bottom: top + 20,
})

test('a list of suggestions opens under the line that is written', () => {
  expect(placeOfMenu(caretAt(300, 100), menu, laptop)).toEqual({
    left: 300,
    top: 124,
  })
})

test('in a note at the right edge of the window it is moved in', () => {
  expect(placeOfMenu(caretAt(1100, 100), menu, laptop).left).toBe(872)
})

test('in the last line of the window it opens above', () => {
  expect(placeOfMenu(caretAt(300, 760), menu, laptop).top).toBe(556)
})

test('in a window that is too low for it, it begins at the upper edge', () => {
  expect(placeOfMenu(caretAt(10, 60), menu, { width: 320, height: 150 })).toEqual({ left: 8, top: 8 })
})
