import type { Highlight } from '#contract/highlights.ts'
import { textOfProse } from '#contract/prose.ts'
import { Chip } from '../parts/tag.tsx'
import { classesOfType, type TypesById } from './mark-looks.ts'

/** A highlight in a list: its words, its type, its tags, the beginning of its note. */
export function HighlightRow({
  highlight,
  types,
}: {
  readonly highlight: Highlight
  readonly types: TypesById
}) {
  const type = highlight.type === null ? undefined : types.get(highlight.type)
  const note = highlight.note === null ? '' : textOfProse(highlight.note)
  return (
    <div className="highlight-row">
      <span className={`highlight-edge ${classesOfType(type)}`} aria-hidden="true" />
      <div className="highlight-words">
        <p className="highlight-quote" dir="auto">
          {highlight.passages.map(({ quote }) => quote).join(' … ')}
        </p>
        {note !== '' && (
          <p className="highlight-note one-line" dir="auto">
            {note}
          </p>
        )}
        <p className="highlight-facts">
          {highlight.anchoring.state === 'orphan' && <Chip tone="warning">Not found in this text</Chip>}
          {type !== undefined && <span>{type.name}</span>}
          {highlight.tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
          {highlight.entities.length > 0 && <span>{linksInWords(highlight.entities.length)}</span>}
        </p>
      </div>
    </div>
  )
}

function linksInWords(links: number): string {
  return links === 1 ? '1 entity' : `${links} entities`
}
