import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useReading } from '../reading.ts'
import { isRightToLeft } from '../text/direction.ts'
import { bringIntoView, offsetAtTop } from '../text/landing.ts'
import { onTextLaidOut } from '../text/text-moves.ts'
import type { TextView } from '../text/text-view.ts'
import { type CaretStep, caretKey } from './caret-keys.ts'
import { lineEdge, nextLine } from './caret-lines.ts'
import { type CaretUnit, extendedCaret, nextCaret, unitAround } from './caret-moves.ts'

interface CaretLayerProps {
  /** Enter on marked words: the ids of the marks there, the innermost first. */
  readonly onPressMarks: ((ids: readonly string[]) => void) | undefined
}

/**
 * A caret in a text that is not edited: everything that is done by dragging over words can be done by walking over them
 * with Shift. What is walked over is said to a screen reader.
 */
export function CaretLayer({ onPressMarks }: CaretLayerProps) {
  const { view, announce, text } = useReading()
  const focus = useRef<number | null>(null)
  const goal = useRef<number | null>(null)
  const [place, setPlace] = useState<CaretPlace | null>(null)

  useLayoutEffect(() => {
    const draw = () => {
      const at = view.selectionEnds()?.focus ?? focus.current ?? offsetAtTop(view)
      focus.current = at
      setPlace(placeOfCaret(view, at))
    }
    draw()
    document.addEventListener('selectionchange', draw)
    const stop = onTextLaidOut(view, draw)
    return () => {
      document.removeEventListener('selectionchange', draw)
      stop()
    }
  }, [view])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const from = focus.current ?? offsetAtTop(view)
      if (event.key === 'Enter') {
        const ids = marksAt(view, from)
        if (ids.length > 0) onPressMarks?.(ids)
        return
      }
      const step = caretKey(event, isRightToLeft(view, from))
      if (step === null) return
      event.preventDefault()
      const held = step.extends ? (view.selectionEnds()?.anchor ?? from) : null
      const to = stepFrom(view, from, held, step, goal)
      const anchor = held ?? to
      focus.current = to
      view.select(anchor, to)
      bringIntoView(view, { start: to, end: to }, 'nearest')
      announce(step.extends ? `Selected: ${wordsBetween(text.text, anchor, to)}` : wordsAt(view, to, step))
    }
    view.scroller.addEventListener('keydown', press)
    return () => view.scroller.removeEventListener('keydown', press)
  }, [view, text, announce, onPressMarks])

  return place === null ? null : <div className="reader-caret" style={place} aria-hidden="true" />
}

interface CaretPlace {
  readonly top: number
  readonly left: number
  readonly height: number
}

function placeOfCaret(view: TextView, at: number): CaretPlace | null {
  const rect = view.rangeOf({ start: at, end: at })?.getBoundingClientRect()
  if (rect === undefined || rect.height === 0) return null
  const frame = view.scroller.getBoundingClientRect()
  return {
    top: rect.top - frame.top + view.scroller.scrollTop,
    left: rect.left - frame.left + view.scroller.scrollLeft,
    height: rect.height,
  }
}

/** `anchor` is where the selection began that goes on; null for a step that selects nothing. */
function stepFrom(
  view: TextView,
  from: number,
  anchor: number | null,
  step: CaretStep,
  goal: { current: number | null },
): number {
  if (step.unit === 'line') {
    const line = nextLine(view, from, step.direction, goal.current)
    goal.current = line.goal
    return line.offset
  }
  // Only going from line to line remembers how far from the edge it began.
  goal.current = null
  if (step.unit === 'line-edge') return lineEdge(view, from, step.direction)
  return anchor === null
    ? nextCaret(view, from, step.unit, step.direction)
    : extendedCaret(view, anchor, from, step.unit, step.direction)
}

function marksAt(view: TextView, offset: number): string[] {
  return view.marksAround(view.rangeOf({ start: offset, end: offset })?.startContainer ?? null)
}

const longestSaid = 200

function wordsBetween(text: string, anchor: number, focus: number): string {
  const words = text.slice(Math.min(anchor, focus), Math.max(anchor, focus))
  return words.length > longestSaid ? `…${words.slice(-longestSaid)}` : words
}

/** What a screen reader says after a step: the character, word, sentence or paragraph that the caret came to. */
function wordsAt(view: TextView, at: number, { unit }: CaretStep): string {
  if (unit === 'character') return view.text.slice(at, nextCaret(view, at, 'character', 'forward'))
  const around: Partial<Record<CaretUnit | 'line' | 'line-edge', 'word' | 'sentence' | 'paragraph'>> = {
    word: 'word',
    line: 'sentence',
    sentence: 'sentence',
    paragraph: 'paragraph',
  }
  const span = unitAround(view, at, around[unit] ?? 'word')
  return span === null ? 'End of the text' : view.text.slice(span.start, span.end)
}
