import { useEffect, useRef, useState } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import { fold } from '#text/fold.ts'
import { ComboBox } from '../parts/choices.tsx'
import { Tags } from '../parts/tag.tsx'
import { useAnswer, useAsk } from '../session/session.tsx'
import { useCardFocus } from './card-focus.ts'

const mostSuggested = 8

/** The tags of a highlight; those of the casebook are suggested while typing. `a/b` is a tag inside another. */
export function TagsField({ highlight: { id, tags } }: { readonly highlight: Highlight }) {
  const [typed, setTyped] = useState('')
  const known = useAnswer('highlights.tags', {}).data?.items ?? []
  const ask = useAsk()
  const place = useRef<HTMLDivElement>(null)
  const { wanted, given } = useCardFocus()

  useEffect(() => {
    if (wanted?.highlight !== id || wanted.field !== 'tags') return
    place.current?.querySelector('input')?.focus()
    given()
  }, [wanted, id, given])

  const change = (change: { addTags: string[] } | { removeTags: string[] }) =>
    void ask('highlights.change', { ids: [id], set: {}, ...change })
  const add = (name: string) => {
    setTyped('')
    change({ addTags: [name] })
  }
  const choices = suggestions(
    known.map(({ name }) => name).filter((name) => !tags.includes(name)),
    typed,
  )
  return (
    <div className="highlight-card-part" ref={place}>
      <h3 className="field-label">Tags</h3>
      {tags.length > 0 && (
        <Tags
          label="Tags of this highlight"
          tags={tags.map((tag) => ({ id: tag, label: tag }))}
          onRemove={(tag) => change({ removeTags: [tag] })}
        />
      )}
      <ComboBox
        label="Add a tag"
        hideLabel
        placeholder="Add a tag"
        typed={typed}
        onType={setTyped}
        onChoose={add}
        choices={choices}
      />
    </div>
  )
}

function suggestions(
  names: readonly string[],
  typed: string,
): { id: string; label: string; detail?: string }[] {
  const wanted = typed.trim()
  const sought = fold(wanted)
  const fitting = names.filter((name) => fold(name).includes(sought)).slice(0, mostSuggested)
  const choices = fitting.map((name) => ({ id: name, label: name }))
  const isNew = wanted !== '' && !names.includes(wanted)
  return isNew ? [...choices, { id: wanted, label: wanted, detail: 'New tag' }] : choices
}
