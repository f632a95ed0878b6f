import { type PointerEvent, useState } from 'react'
import type { Span } from '#contract/source.ts'
import { type End, endAtWord, useReading } from '../reader/reader.tsx'
import { usePlaceInText } from './place-beside.ts'

interface EndHandleProps {
  readonly end: End
  readonly span: Span
  readonly onDrag: (span: Span) => void
  readonly onDrop: (span: Span) => void
}

/** The knob hangs under its line: the words meant are above the pointer. CSS pixels. */
const hangsBelow = 14

/** A knob at one end of a mark. Dragged, it snaps to whole words; with the keys the same is done in `EndsBar`. */
export function EndHandle({ end, span, onDrag, onDrop }: EndHandleProps) {
  const { view } = useReading()
  const place = usePlaceInText(view, span[end], end)
  const [isHeld, setHeld] = useState(false)
  if (place === null) return null

  const drag = ({ clientX, clientY }: PointerEvent) => {
    const offset = isHeld ? view.offsetAtPlace(clientX, clientY - hangsBelow) : null
    if (offset !== null) onDrag(endAtWord(view, span, end, offset))
  }
  return (
    <div
      className="mark-end"
      data-end={end}
      data-held={isHeld || undefined}
      aria-hidden="true"
      style={place}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld(true)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        setHeld(false)
        onDrop(span)
      }}
    />
  )
}
