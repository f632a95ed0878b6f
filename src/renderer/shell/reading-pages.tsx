import { useEffect, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { EntityPicker } from '../entities/entities.tsx'
import { MarkedSource } from '../highlights/highlights.tsx'
import { ScrollPair, ScrollPairContext } from '../reader/reader.tsx'
import { CommandsHere, openedAt, type Side, type SourcePlace, usePlace } from '../session/session.tsx'
import { useNarrow } from './frame-store.ts'
import { AloneTools, SideTools, type Together } from './side-tools.tsx'
import './reading-pages.css'

/** One source, or two beside each other. Each has its own marks, find and scroll; keys are about the one turned to. */
export function ReadingPages({ place }: { readonly place: SourcePlace }) {
  const narrow = useNarrow()
  const side = usePlace((state) => state.side)
  const [pair] = useState(() => new ScrollPair())
  const [isTogether, setTogether] = useState(false)
  const isSplit = place.beside !== undefined
  useEffect(() => pair.turn(isSplit && isTogether), [pair, isSplit, isTogether])

  const together = { isOn: isTogether, turn: setTogether }
  const shown: readonly Side[] = !isSplit ? ['first'] : narrow ? [side] : ['first', 'second']
  return (
    <ScrollPairContext value={pair}>
      <Group id="reading" className="panes">
        {shown.flatMap((one, at) => [
          ...(at === 0 ? [] : [<Separator key="line" className="panes-line" />]),
          <Panel key={one} id={one} className="pane" minSize="240px">
            <ReadingSide place={place} side={one} isTurnedTo={!isSplit || one === side} together={together} />
          </Panel>,
        ])}
      </Group>
    </ScrollPairContext>
  )
}

interface ReadingSideProps {
  readonly place: SourcePlace
  readonly side: Side
  readonly isTurnedTo: boolean
  readonly together: Together
}

function ReadingSide({ place, side, isTurnedTo, together }: ReadingSideProps) {
  const turnTo = usePlace((state) => state.turnTo)
  const { id, span, query } = openedAt(place, side)
  const frame = useRef<HTMLDivElement>(null)
  const isSplit = place.beside !== undefined
  // A side that is turned to has the keyboard: also where the other one was closed, or a key turned to this one.
  useEffect(() => {
    if (!isTurnedTo) return
    const other = document.activeElement?.closest('.reading-side') ?? null
    if (document.activeElement === document.body || (other !== null && other !== frame.current))
      focusText(frame.current)
  }, [isTurnedTo])
  return (
    // Whatever is used in a side turns to it; there is nothing to press here itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className="reading-side"
      data-region={isSplit ? side : undefined}
      data-turned-to={(isSplit && isTurnedTo) || undefined}
      onFocusCapture={() => turnTo(side)}
      onPointerDownCapture={() => turnTo(side)}
    >
      <CommandsHere value={isTurnedTo}>
        <MarkedSource
          source={id}
          span={span}
          query={query}
          entityPicker={EntityPicker}
          tools={isSplit ? <SideTools side={side} together={together} /> : <AloneTools source={id} />}
        />
      </CommandsHere>
    </div>
  )
}

function focusText(side: HTMLElement | null): void {
  side?.querySelector<HTMLElement>('.reader-scroller')?.focus({ preventScroll: true })
}
