import type { HighlightId } from '#contract/ids.ts'
import type { Reading } from '../../reader/reader.tsx'
import { useSelection } from '../../session/session.tsx'
import { useHovered } from './hovered-store.ts'

/** Milliseconds: passing over a mark shows nothing, and the way from the mark to its card hides nothing. */
const untilShown = 400
const untilHidden = 300

/** Shows the card of the mark that the pointer rests on. `card` may be pointed at, too. @returns its own undo */
export function followPointer(
  view: Reading['view'],
  isCard: (target: EventTarget | null) => boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (milliseconds: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }
  const { show, hide } = useHovered.getState()
  let last: Place | null = null
  const move = ({ clientX, clientY }: PointerEvent) => {
    last = { clientX, clientY }
  }
  const over = (event: PointerEvent) => {
    const { target, buttons, pointerType } = event
    // Marks are painted anew and texts scrolled under a pointer that rests: nobody points at what comes to lie there.
    if (pointerType !== 'mouse' || buttons !== 0 || isSame(event, last)) return
    if (isCard(target)) return clearTimeout(timer)
    // The ids of marks are those of highlights: marksOf made them.
    const ids = target instanceof Node ? (view.marksAround(target) as HighlightId[]) : []
    const [innermost] = ids
    const { pile, by } = useHovered.getState()
    // The one that is open in the pane needs no card over the words beside it.
    if (innermost === undefined || innermost === useSelection.getState().highlight) {
      return by === 'pointer' ? soon(untilHidden, hide) : clearTimeout(timer)
    }
    if (innermost === pile[0]) return clearTimeout(timer)
    soon(untilShown, () => show(ids, 'pointer'))
  }
  const away = () => {
    clearTimeout(timer)
    hide()
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || useHovered.getState().pile.length === 0) return
    event.stopPropagation()
    away()
  }
  // What the pointer was about to show or to hide is no longer meant once keys have come to a mark.
  const stop = useHovered.subscribe(({ by }) => {
    if (by === 'keys') clearTimeout(timer)
  })
  const page = view.host.ownerDocument
  const frame = view.scroller.parentElement ?? view.scroller
  frame.addEventListener('pointerover', over)
  // The browser tells of what a pointer comes over before it tells of the move.
  page.addEventListener('pointermove', move, { capture: true, passive: true })
  frame.addEventListener('pointerdown', away)
  view.scroller.addEventListener('wheel', away, { passive: true })
  // Whoever goes on to write a note has seen it.
  view.scroller.addEventListener('blur', away)
  page.addEventListener('keydown', escape, true)
  return () => {
    stop()
    clearTimeout(timer)
    hide()
    frame.removeEventListener('pointerover', over)
    page.removeEventListener('pointermove', move, { capture: true })
    frame.removeEventListener('pointerdown', away)
    view.scroller.removeEventListener('wheel', away)
    view.scroller.removeEventListener('blur', away)
    page.removeEventListener('keydown', escape, true)
  }
}

type Place = Pick<PointerEvent, 'clientX' | 'clientY'>

function isSame(one: Place, other: Place | null): boolean {
  return one.clientX === other?.clientX && one.clientY === other.clientY
}
