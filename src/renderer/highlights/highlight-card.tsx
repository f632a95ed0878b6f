import { useState } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import type { EntityId, SourceId, TypeId } from '#contract/ids.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Select } from '../parts/choices.tsx'
import { CloseIcon, LinkIcon, TrashIcon } from '../parts/icons.tsx'
import { Tags } from '../parts/tag.tsx'
import { useAsk, usePlace, useSelection } from '../session/session.tsx'
import { useHighlightTypes } from './highlights-of-source.ts'
import { useLinkedEntities } from './linked-entities.ts'
import { useMarking } from './marking.ts'
import { NoteField } from './note-field.tsx'
import { OutcomeOf } from './outcome-of.tsx'
import { Passages } from './passages.tsx'
import type { EntityPickerSlot, HighlightActionsSlot } from './slots.ts'
import { TagsField } from './tags-field.tsx'
import { useWayOut } from './way-out.ts'

interface LinkedEntitiesProps {
  readonly highlight: Highlight
  readonly entityPicker: EntityPickerSlot
}

interface HighlightCardProps extends LinkedEntitiesProps {
  /** The version that is read: an orphan was made on another one. */
  readonly shownOn: SourceId
  readonly actions?: HighlightActionsSlot | undefined
}

/** All that is said about one highlight, and what can be done with it. */
export function HighlightCard({ highlight, shownOn, entityPicker, actions: Actions }: HighlightCardProps) {
  const select = useSelection((selection) => selection.select)
  const marking = useMarking(highlight.source)
  const words = highlight.passages.map(({ quote }) => quote).join(' … ')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves, in whichever field the focus is
    <section className="highlight-card" aria-label="Current highlight" {...useWayOut()}>
      <header className="highlight-card-head">
        <TypeSelect highlight={highlight} />
        <span className="highlight-card-gap" />
        {Actions !== undefined && <Actions highlight={highlight.id} words={words} />}
        <IconButton
          label="Delete the highlight"
          keys="delete"
          icon={<TrashIcon />}
          onPress={() => void marking.remove([highlight.id])}
        />
        <IconButton label="Close" keys="escape" icon={<CloseIcon />} onPress={() => select(null)} />
      </header>
      <blockquote className="highlight-card-quote" dir="auto">
        {words}
      </blockquote>
      <Passages highlight={highlight} />
      <OutcomeOf highlight={highlight} on={shownOn} />
      <LinkedEntities highlight={highlight} entityPicker={entityPicker} />
      <TagsField highlight={highlight} />
      <NoteField highlight={highlight} />
    </section>
  )
}

const noType = 'none'

function TypeSelect({ highlight: { id, source, type } }: { readonly highlight: Highlight }) {
  const types = useHighlightTypes()
  const marking = useMarking(source)
  const choices = [
    { id: noType, label: 'Highlight' } as const,
    ...types.map((one) => ({ id: one.id, label: one.name })),
  ]
  return (
    <Select<TypeId | typeof noType>
      label="Type"
      hideLabel
      choices={choices}
      value={type ?? noType}
      onChange={(chosen) => void marking.setType(id, chosen === noType ? null : chosen)}
    />
  )
}

function LinkedEntities({ highlight, entityPicker: Picker }: LinkedEntitiesProps) {
  const [isPicking, setPicking] = useState(false)
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  const linked = useLinkedEntities(highlight.entities)
  // The ids in the list of tags are those handed in.
  const open = (id: string) => go({ kind: 'entity', id: id as EntityId })
  const unlink = (id: string) =>
    void ask('entities.unlink', { id: id as EntityId, highlights: [highlight.id] })
  return (
    <div className="highlight-card-part">
      <h3 className="field-label">Entities</h3>
      {linked.length > 0 && (
        <Tags
          label="Linked entities"
          tags={linked.map(({ id, name }) => ({ id, label: name }))}
          onOpen={open}
          onRemove={unlink}
        />
      )}
      {isPicking ? (
        <Picker
          target={{ kind: 'highlight', highlight: highlight.id }}
          words={highlight.passages[0]?.quote ?? ''}
          onDone={() => setPicking(false)}
        />
      ) : (
        <Button tone="quiet" icon={<LinkIcon />} onPress={() => setPicking(true)}>
          Link an entity
        </Button>
      )}
    </div>
  )
}
