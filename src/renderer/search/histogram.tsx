import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { SearchTimeline } from '#contract/search.ts'
import type { SearchPlace } from '../session/session.tsx'
import { daysInWords } from './search-chips.tsx'
import { daysBetween, type TimeBar, timeBars } from './time-bars.ts'
import './histogram.css'

type Published = SearchPlace['published']

export interface HistogramProps {
  readonly timeline: SearchTimeline
  readonly chosen: Published
  readonly onChoose: (published: Published) => void
}

/**
 * The hits over time. A press chooses a bar, dragging (or Shift with the arrows) a stretch of them; what is chosen already is
 * let go again. What has no date stands apart.
 */
export function Histogram({ timeline, chosen, onChoose }: HistogramProps) {
  const bars = timeBars(timeline)
  if (bars.length === 0 && timeline.undated === 0) return null
  return (
    <section className="histogram" aria-label="Hits over time">
      {bars.length > 0 && <Bars bars={bars} chosen={chosen} onChoose={onChoose} />}
      {timeline.undated > 0 && (
        <ToggleButton
          className="histogram-undated"
          isSelected={chosen === 'undated'}
          onChange={(isOn) => onChoose(isOn ? 'undated' : undefined)}
        >
          Undated <span className="histogram-count">{timeline.undated.toLocaleString('en')}</span>
        </ToggleButton>
      )}
    </section>
  )
}

interface BarsProps extends Pick<HistogramProps, 'chosen' | 'onChoose'> {
  readonly bars: readonly TimeBar[]
}

function Bars({ bars, chosen, onChoose }: BarsProps) {
  const range = useBarRange(bars, chosen, onChoose)
  const highest = Math.max(...bars.map(({ count }) => count))
  const [first, last] = [bars[0], bars.at(-1)]
  const told = bars[range.at] ?? first
  return (
    <div className="histogram-time">
      {/* One stop of the Tab key: arrows go from bar to bar, as in a list from which several can be chosen. */}
      <div
        role="listbox"
        aria-label="Hits over time: choose a stretch"
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-activedescendant={`bar-${told?.from}`}
        tabIndex={0}
        className="histogram-bars"
        onKeyDown={range.onKeyDown}
        onPointerDown={range.onPointerDown}
        onPointerMove={range.onPointerMove}
        onPointerUp={range.onPointerUp}
        onPointerCancel={range.onPointerCancel}
      >
        {bars.map((bar, at) => (
          // The list has the focus and hears the keys.
          <div
            key={bar.from}
            id={`bar-${bar.from}`}
            role="option"
            aria-selected={range.isChosen(at)}
            aria-label={inWords(bar)}
            title={inWords(bar)}
            data-at={at}
            data-current={at === range.at || undefined}
            className="histogram-bar"
          >
            <span className="histogram-fill" style={{ height: `${share(bar.count, highest)}%` }} />
          </div>
        ))}
      </div>
      <div className="histogram-axis" aria-hidden="true">
        <span>{first === undefined ? '' : nameOf(first)}</span>
        <span className="histogram-told">{told === undefined || range.at < 0 ? '' : inWords(told)}</span>
        <span>{last === undefined || last === first ? '' : nameOf(last)}</span>
      </div>
    </div>
  )
}

/** A bar with a single hit among thousands can still be seen. */
function share(count: number, highest: number): number {
  return count === 0 ? 0 : Math.max(6, Math.round((count / highest) * 100))
}

function nameOf({ from, to }: TimeBar): string {
  return daysInWords({ from, to }).replace(/^Published /, '')
}

function inWords(bar: TimeBar): string {
  return `${nameOf(bar)}: ${bar.count.toLocaleString('en')} ${bar.count === 1 ? 'hit' : 'hits'}`
}

interface BarRange {
  /** The bar under the keys; -1 before the first one. */
  readonly at: number
  readonly isChosen: (at: number) => boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerCancel: () => void
}

function useBarRange(
  bars: readonly TimeBar[],
  chosen: Published,
  onChoose: HistogramProps['onChoose'],
): BarRange {
  const [at, setAt] = useState(-1)
  const [drawn, setDrawn] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const anchor = useRef(0)
  const days = chosen === 'undated' ? undefined : chosen
  const choose = (one: number, other: number) => {
    const [a, b] = [bars[one], bars[other]]
    if (a === undefined || b === undefined) return
    const range = daysBetween(a, b)
    const isChosen = days?.from === range.from && days.to === range.to
    onChoose(isChosen ? undefined : range)
  }
  const moveTo = (next: number, extend: boolean) => {
    const to = Math.min(Math.max(next, 0), bars.length - 1)
    setAt(to)
    if (extend) choose(anchor.current, to)
    else anchor.current = to
  }
  return {
    at,
    isChosen: (index) => {
      if (drawn !== null)
        return index >= Math.min(drawn.from, drawn.to) && index <= Math.max(drawn.from, drawn.to)
      const bar = bars[index]
      return bar !== undefined && days !== undefined && bar.from >= days.from && bar.to <= days.to
    },
    onKeyDown: (event) => {
      const step = steps[event.key]
      if (step !== undefined) moveTo(step(at, bars.length), event.shiftKey)
      else if (event.key === 'Enter' || event.key === ' ') choose(at, at)
      else if (event.key === 'Escape' && days !== undefined) onChoose(undefined)
      else return
      event.preventDefault()
    },
    onPointerDown: (event) => {
      const pressed = barUnder(event, bars.length)
      event.currentTarget.setPointerCapture(event.pointerId)
      anchor.current = pressed
      setAt(pressed)
      setDrawn({ from: pressed, to: pressed })
    },
    onPointerMove: (event) => {
      if (drawn !== null) setDrawn({ ...drawn, to: barUnder(event, bars.length) })
    },
    // By where it is let go: the last moves may not have been drawn yet.
    onPointerUp: (event) => {
      if (drawn === null) return
      setDrawn(null)
      choose(anchor.current, barUnder(event, bars.length))
    },
    onPointerCancel: () => setDrawn(null),
  }
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** By its place: while the pointer is captured, what is under it is not told. */
function barUnder(event: PointerEvent<HTMLElement>, count: number): number {
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const at = Math.floor(((event.clientX - left) / width) * count)
  return Math.min(Math.max(at, 0), count - 1)
}
