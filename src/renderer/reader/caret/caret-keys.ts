import type { CaretUnit, Direction } from './caret-moves.ts'

/** What the arrow keys mean to the caret, as in any text editor; Alt with up and down goes by sentences. */
export interface CaretStep {
  readonly unit: CaretUnit | 'line' | 'line-edge'
  readonly direction: Direction
  /** Shift: what is walked over is selected. */
  readonly extends: boolean
}

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** Null for a key that does not move the caret. In a line that runs from right to left, left is forward. */
export function caretKey(press: Press, rightToLeft: boolean): CaretStep | null {
  const move = moveOf(press, rightToLeft)
  return move === null ? null : { ...move, extends: press.shiftKey }
}

function moveOf(
  { key, altKey, ctrlKey, metaKey }: Press,
  rightToLeft: boolean,
): Omit<CaretStep, 'extends'> | null {
  const withControl = ctrlKey || metaKey
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      // Alt with left and right goes back and forward over places.
      if (altKey) return null
      return {
        unit: withControl ? 'word' : 'character',
        direction: (key === 'ArrowRight') === rightToLeft ? 'backward' : 'forward',
      }
    case 'ArrowUp':
    case 'ArrowDown':
      return {
        unit: altKey ? 'sentence' : withControl ? 'paragraph' : 'line',
        direction: key === 'ArrowDown' ? 'forward' : 'backward',
      }
    case 'Home':
    case 'End':
      return { unit: withControl ? 'text' : 'line-edge', direction: key === 'End' ? 'forward' : 'backward' }
    default:
      return null
  }
}
