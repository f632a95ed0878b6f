import { useState } from 'react'
import { fold } from '#text/fold.ts'
import { ComboBox } from '../parts/choices.tsx'
import { Tags } from '../parts/tag.tsx'
import { useAnswer } from '../session/session.tsx'

const mostSuggested = 8

interface TagsInputProps {
  /** Whose tags they are: `Tags of this highlight`. */
  readonly label: string
  readonly tags: readonly string[]
  readonly onAdd: (name: string) => void
  readonly onRemove: (name: string) => void
}

/** Tags to take away, and a field for another; those of the casebook are suggested while typing. `a/b` is a tag inside another. */
export function TagsInput({ label, tags, onAdd, onRemove }: TagsInputProps) {
  const [typed, setTyped] = useState('')
  const known = useAnswer('highlights.tags', {}).data?.items ?? []
  const add = (name: string) => {
    setTyped('')
    if (!tags.includes(name)) onAdd(name)
  }
  const choices = suggestions(
    known.map(({ name }) => name).filter((name) => !tags.includes(name)),
    typed,
  )
  return (
    <>
      {tags.length > 0 && (
        <Tags label={label} tags={tags.map((tag) => ({ id: tag, label: tag }))} onRemove={onRemove} />
      )}
      <ComboBox
        label="Add a tag"
        hideLabel
        placeholder="Add a tag"
        typed={typed}
        onType={setTyped}
        onChoose={add}
        onEnter={add}
        choices={choices}
      />
    </>
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
