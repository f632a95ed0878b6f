import { useEffect, useRef } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import { useAsk } from '../session/session.tsx'
import { useCardFocus } from './card-focus.ts'
import { TagsInput } from './tags-input.tsx'

/** The tags of a highlight, on its card. */
export function TagsField({ highlight: { id, tags } }: { readonly highlight: Highlight }) {
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
  return (
    <div className="highlight-card-part" ref={place}>
      <h3 className="field-label">Tags</h3>
      <TagsInput
        label="Tags of this highlight"
        tags={tags}
        onAdd={(name) => change({ addTags: [name] })}
        onRemove={(name) => change({ removeTags: [name] })}
      />
    </div>
  )
}
