import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/sources.ts'
import { IconButton } from '../parts/button.tsx'
import { EntitiesIcon, HighlightIcon, NoteIcon, TagIcon } from '../parts/icons.tsx'
import { Toolbar } from '../parts/toolbar.tsx'
import { WithTooltip } from '../parts/tooltip.tsx'
import { useReading } from '../reader/reader.tsx'
import { useSelection } from '../session/session.tsx'
import { useHighlightTypes } from './highlights-of-source.ts'
import { type MarkActions, useMarkActions } from './mark-actions.ts'
import { classesOfType } from './mark-looks.ts'
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
  const { selected, clearSelected, text } = useReading()
  const { highlight, select } = useSelection()
  const types = useHighlightTypes()
  const [isPicking, setPicking] = useState(false)
  const current = highlights.find(({ id }) => id === highlight) ?? null
  const actions = useMarkActions({ source, current, pick: () => setPicking(true) })
  useMarkCommands({ actions, types, current, highlights })

  const beside = selected ?? (isPicking ? (current?.passages[0] ?? null) : null)
  if (beside === null) return null
  const done = (linked: HighlightId | null) => {
    setPicking(false)
    if (linked === null) return
    clearSelected()
    select(linked)
  }
  return (
    <Beside span={beside}>
      {isPicking ? (
        <Picker
          target={
            selected === null && current !== null
              ? { kind: 'highlight', highlight: current.id }
              : { kind: 'span', source, start: beside.start, end: beside.end }
          }
          words={text.text.slice(beside.start, beside.end)}
          onDone={done}
        />
      ) : (
        <MarkButtons actions={actions} types={types} />
      )}
    </Beside>
  )
}

function Beside({ span, children }: { readonly span: Span; readonly children: ReactNode }) {
  const { view } = useReading()
  const { ref, place } = usePlaceBeside(view, span)
  return (
    <div className="mark-bar" ref={ref} style={place ?? { visibility: 'hidden' }}>
      {children}
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
    </Toolbar>
  )
}
