import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Span } from '#contract/source.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { BackIcon, ForwardIcon } from '../parts/icons.tsx'
import { type End, isRightToLeft, movedEnd, useReading } from '../reader/reader.tsx'
import { usePlaceBeside } from './place-beside.ts'

interface EndsBarProps {
  readonly span: Span
  readonly onMove: (span: Span) => void
  readonly onKeep: () => void
  readonly onLeave: () => void
}

/**
 * Arrows move the end of a mark by a word, with Shift its beginning, with Alt by a letter; Enter keeps it, Escape leaves it.
 * They point where the words run: in Arabic and Hebrew, left is forward.
 */
export function EndsBar({ span, onMove, onKeep, onLeave }: EndsBarProps) {
  const { view, announce } = useReading()
  const { ref, place } = usePlaceBeside(view, span)
  const bar = useRef<HTMLFieldSetElement>(null)
  useEffect(() => bar.current?.focus({ preventScroll: true }), [])
  const runsLeft = isRightToLeft(view, span.start)

  const move = (end: End, direction: 'forward' | 'backward', unit: 'word' | 'character' = 'word') => {
    const moved = movedEnd(view, span, end, unit, direction)
    onMove(moved)
    announce(
      end === 'start'
        ? view.text.slice(moved.start, moved.start + 40)
        : view.text.slice(moved.end - 40, moved.end),
    )
  }
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      move(
        shiftKey ? 'start' : 'end',
        (key === 'ArrowRight') === runsLeft ? 'backward' : 'forward',
        altKey ? 'character' : 'word',
      )
    } else if (key === 'Enter' && event.target === bar.current) onKeep()
    else if (key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="mark-bar" ref={ref} style={place ?? { opacity: 0 }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are those of its buttons */}
      <fieldset
        className="ends-bar"
        ref={bar}
        tabIndex={-1}
        aria-label="Move the ends: arrows, Shift for the beginning"
        onKeyDown={press}
      >
        {(['start', 'end'] as const).map((end) => (
          <EndButtons key={end} end={end} runsLeft={runsLeft} onMove={move} />
        ))}
        <Button tone="primary" onPress={onKeep}>
          Keep
        </Button>
      </fieldset>
    </div>
  )
}

interface EndButtonsProps {
  readonly end: End
  readonly runsLeft: boolean
  readonly onMove: (end: End, direction: 'forward' | 'backward') => void
}

const words = { start: 'Start', end: 'End' } as const

function EndButtons({ end, runsLeft, onMove }: EndButtonsProps) {
  const keysOf = (side: 'left' | 'right') => (end === 'start' ? `shift+${side}` : side)
  return (
    <>
      <span>{words[end]}</span>
      <IconButton
        label={`${words[end]} a word ${runsLeft ? 'later' : 'earlier'}`}
        keys={keysOf('left')}
        icon={<BackIcon />}
        onPress={() => onMove(end, runsLeft ? 'forward' : 'backward')}
      />
      <IconButton
        label={`${words[end]} a word ${runsLeft ? 'earlier' : 'later'}`}
        keys={keysOf('right')}
        icon={<ForwardIcon />}
        onPress={() => onMove(end, runsLeft ? 'backward' : 'forward')}
      />
    </>
  )
}
