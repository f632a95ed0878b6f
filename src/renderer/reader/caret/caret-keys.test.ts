import { expect, test } from 'vitest'
import { caretKey } from './caret-keys.ts'

test('arrows go by character, with Control by word, and Shift selects', () => {
  expect(press('ArrowRight')).toEqual({ unit: 'character', direction: 'forward', extends: false })
  expect(press('ArrowLeft', { ctrlKey: true })).toEqual({
    unit: 'word',
    direction: 'backward',
    extends: false,
  })
  expect(press('ArrowRight', { shiftKey: true })?.extends).toBe(true)
})

test('in a line from right to left, the left arrow goes forward', () => {
  expect(caretKey(key('ArrowLeft'), true)?.direction).toBe('forward')
  expect(caretKey(key('ArrowRight'), true)?.direction).toBe('backward')
})

test('Alt with up and down goes by sentence, and leaves left and right to back and forward', () => {
  expect(press('ArrowDown', { altKey: true })?.unit).toBe('sentence')
  expect(press('ArrowLeft', { altKey: true })).toBeNull()
})

test('other keys are not the caret’s', () => {
  expect(press('h')).toBeNull()
  expect(press('PageDown')).toBeNull()
})

type Keys = Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>>

function key(name: string, held: Keys = {}) {
  return { key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held }
}

function press(name: string, held: Keys = {}) {
  return caretKey(key(name, held), false)
}
