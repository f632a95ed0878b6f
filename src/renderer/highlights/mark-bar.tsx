import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { LinkTarget } from '#contract/entities.ts'
import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { IconButton } from '../parts/button.tsx'
import {
  EntitiesIcon,
  HighlightIcon,
  MarkAllIcon,
  MinusIcon,
  NoteIcon,
  PlusIcon,
  TagIcon,
} from '../parts/icons.tsx'
import { Toolbar } from '../parts/toolbar.tsx'
import { WithTooltip } from '../parts/tooltip.tsx'
import { bringIntoView, useReading } from '../reader/reader.tsx'
import { useSelection } from '../session/session.tsx'
import { useHighlightTypes } from './highlights-of-source.ts'
import { type MarkActions, useMarkActions } from './mark-actions.ts'
import { MarkEnds } from './mark-ends.tsx'
import { classesOfType } from './mark-looks.ts'
import { MarkAll } from './mark-many/mark-all.tsx'
import { usePlaceBeside } from './place-beside.ts'
import type { EntityPickerSlot } from './slots.ts'
import { useMarkCommands } from './use-mark-commands.ts'

export interface MarkBarProps {
  readonly source: SourceId
  readonly highlights: readonly Highlight[]
  readonly entityPicker: EntityPickerSlot
}

/** What comes next for the selected words: a small bar beside them, and a key for each of its buttons. */
export function MarkBar({ source, highlights, entityPicker: Picker }: MarkBarProps) {
  const { view, selected, clearSelected, text, announce } = useReading()
  const { highlight, select } = useSelection()
  const types = useHighlightTypes()
  const current = highlights.find(({ id }) => id === highlight) ?? null
  const [picking, setPicking] = useState<Picking | null>(null)
  const [sought, seekAll] = useState<string | null>(null)
  // Other words, another highlight: what was being linked is no longer meant.
  const isPicking = picking !== null && picking.selected === selected && picking.highlight === highlight
  const beside = selected ?? (isPicking ? (current?.passages[0] ?? null) : null)

  const pick = (made: Highlight | null) => {
    const span = made?.passages[0] ?? selected ?? current?.passages[0]
    if (span !== undefined) bringIntoView(view, span, 'nearest')
    setPicking(made === null ? { selected, highlight } : { selected: null, highlight: made.id })
  }
  const actions = useMarkActions({ source, current, pick, seekAll })
  useMarkCommands({ actions, types, current, highlights })
  if (sought !== null) return <MarkAll source={source} words={sought} onClose={() => seekAll(null)} />
  if (beside === null) return current === null ? null : <MarkEnds key={current.id} highlight={current} />

  const done = (linked: HighlightId | null) => {
    setPicking(null)
    view.scroller.focus({ preventScroll: true })
    if (linked === null) return
    announce(`Linked an entity: ${text.text.slice(beside.start, beside.end)}`)
    if (selected !== null) clearSelected(selected)
    select(linked)
  }
  return (
    <Beside key={isPicking ? 'picking' : 'offering'} span={beside} isPicking={isPicking}>
      {isPicking ? (
        <Picker
          target={targetOf(source, selected, current)}
          words={text.text.slice(beside.start, beside.end)}
          onDone={done}
        />
      ) : (
        <MarkButtons actions={actions} types={types} />
      )}
    </Beside>
  )
}

/** What the entity picker was opened for. */
interface Picking {
  readonly selected: Span | null
  readonly highlight: HighlightId | null
}

function targetOf(source: SourceId, selected: Span | null, current: Highlight | null): LinkTarget {
  if (selected === null && current !== null) return { kind: 'highlight', highlight: current.id }
  return { kind: 'span', source, start: selected?.start ?? 0, end: selected?.end ?? 0 }
}

/** Not hidden: a hidden field cannot take the focus it is opened for. */
const outOfView = { top: 0, left: 0, opacity: 0, pointerEvents: 'none' } as const

interface BesideProps {
  readonly span: Span
  readonly isPicking: boolean
  readonly children: ReactNode
}

function Beside({ span, isPicking, children }: BesideProps) {
  const { view } = useReading()
  const { ref, place } = usePlaceBeside(view, span)
  return (
    <div className={isPicking ? 'mark-bar is-picking' : 'mark-bar'} ref={ref} style={place ?? outOfView}>
      {/* The list of a picker opens where its field stands, and does not follow it. */}
      {isPicking && place === null ? null : children}
    </div>
  )
}

interface MarkButtonsProps {
  readonly actions: MarkActions
  readonly types: readonly HighlightType[]
}

function MarkButtons({ actions, types }: MarkButtonsProps) {
  return (
    <Toolbar label="What comes next">
      <IconButton label="Highlight" keys="h" icon={<HighlightIcon />} onPress={actions.highlight} />
      {types
        .filter(({ key }) => key !== null)
        .map((type) => (
          <WithTooltip key={type.id} words={type.name} keys={String(type.key)}>
            <AriaButton
              className="button icon-button mark-type"
              data-tone="quiet"
              aria-label={`Mark as ${type.name}`}
              onPress={() => actions.mark(type)}
            >
              <span className={`mark-sample ${classesOfType(type)}`} aria-hidden="true">
                {type.key}
              </span>
            </AriaButton>
          </WithTooltip>
        ))}
      <IconButton label="Link an entity" keys="e" icon={<EntitiesIcon />} onPress={actions.link} />
      <IconButton label="Write a note" keys="n" icon={<NoteIcon />} onPress={actions.note} />
      <IconButton label="Tag" keys="t" icon={<TagIcon />} onPress={actions.tag} />
      <IconButton label="Mark all of these" keys="a" icon={<MarkAllIcon />} onPress={actions.all} />
      {actions.join !== null && (
        <IconButton label="Add to the current mark" keys="j" icon={<PlusIcon />} onPress={actions.join} />
      )}
      {actions.part !== null && (
        <IconButton
          label="Take out of the current mark"
          keys="r"
          icon={<MinusIcon />}
          onPress={actions.part}
        />
      )}
    </Toolbar>
  )
}
