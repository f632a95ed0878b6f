import { useState } from 'react'
import type { Entity, EntityType, LinkTarget } from '#contract/entities.ts'
import type { EntityId, HighlightId } from '#contract/ids.ts'
import { type Choice, ComboBox } from '../parts/choices.tsx'
import { useAnswer, useAsk } from '../session/session.tsx'
import { entityTypes, entityTypeWords } from './entity-types.tsx'
import './entities.css'

export interface EntityPickerProps {
  /** What the entity is linked to: a highlight, or a span that becomes one. */
  readonly target: LinkTarget
  /** The marked words: the first guess at a name. */
  readonly words: string
  /** Linked, or given up (null). */
  readonly onDone: (highlight: HighlightId | null) => void
}

const longestName = 80
const mostSuggested = 8

/** Type a name, choose with the arrows, Enter links. What is not there yet is made in the same step. */
export function EntityPicker({ target, words, onDone }: EntityPickerProps) {
  const [typed, setTyped] = useState(() => nameFrom(words))
  const ask = useAsk()
  const { data } = useAnswer('entities.list', { query: typed.trim(), limit: mostSuggested }, { keep: true })

  const link = async (id: EntityId) => {
    const { highlights } = await ask('entities.link', { id, targets: [target] })
    onDone(highlights[0] ?? null)
  }
  const make = async (type: EntityType) => {
    const { id } = await ask('entities.add', { type, name: typed.trim(), link: [target] })
    onDone(target.kind === 'highlight' ? target.highlight : await highlightLinkedTo(id))
  }
  const highlightLinkedTo = async (id: EntityId) => {
    const { items } = await ask('entities.mentions', { id, limit: 1 })
    return items[0]?.highlight ?? null
  }
  const choose = (choice: PickerChoice) => {
    const type = entityTypes.find((one) => choice === `new-${one}`)
    // What is no new entity is the id of one that is there.
    const done = type === undefined ? link(choice as EntityId) : make(type)
    // A failure has been shown by `useAsk`; the picker stays open for another try.
    done.catch(() => {})
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves, wherever inside the focus is
    <div
      className="entity-picker"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null)
      }}
    >
      <ComboBox
        label="Link an entity"
        hideLabel
        autoFocus
        placeholder="Name of a person, place, agreement…"
        typed={typed}
        onType={setTyped}
        onChoose={choose}
        choices={choicesFor(data?.items ?? [], typed.trim())}
      />
    </div>
  )
}

type PickerChoice = EntityId | `new-${EntityType}`

function choicesFor(entities: readonly Entity[], name: string): Choice<PickerChoice>[] {
  const known = entities.map(({ id, name, type, aliases, mentions }) => ({
    id,
    label: name,
    icon: entityTypeWords[type].icon,
    detail: [...aliases.slice(0, 2), mentions === 1 ? '1 mention' : `${mentions} mentions`].join(' · '),
  }))
  if (name === '') return known
  const made = entityTypes.map((type) => ({
    id: `new-${type}` as const,
    label: name,
    icon: entityTypeWords[type].icon,
    detail: `New ${entityTypeWords[type].one.toLowerCase()}`,
  }))
  return [...known, ...made]
}

/** Marked words as a name: one line, no possessive, and nothing where it is a whole sentence. */
function nameFrom(words: string): string {
  const name = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/['’]s$/, '')
  return name.length > longestName ? '' : name
}
