/**
 * Whether Ctrl or Cmd is held in what the analyst does at this moment. Wherever a source is named (the library, a hit, a
 * link, a citation), pressing it so opens it beside the one that is read, as a browser opens another tab.
 */

let isHeld = false

export function isBesideHeld(): boolean {
  return isHeld
}

/** Listens for as long as the window stands. @returns its own undo */
export function followHeldKey(): () => void {
  const begin = ({ ctrlKey, metaKey }: MouseEvent | KeyboardEvent) => {
    isHeld = ctrlKey || metaKey
    // What is opened later, by an answer that comes in, is not opened by this hand.
    setTimeout(() => {
      isHeld = false
    })
  }
  const capture = { capture: true }
  for (const name of gestures) document.addEventListener(name, begin, capture)
  return () => {
    for (const name of gestures) document.removeEventListener(name, begin, capture)
  }
}

const gestures = ['click', 'pointerup', 'keydown', 'keyup'] as const
