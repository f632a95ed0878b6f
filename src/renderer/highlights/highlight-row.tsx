import type { Highlight } from '#contract/highlights.ts'
import { textOfProse } from '#contract/prose.ts'
import { Chip } from '../parts/tag.tsx'
import { classesOfType, type TypesById } from './mark-looks.ts'
import { outcomeInWords } from './review/outcome-words.ts'

interface HighlightRowProps {
  readonly highlight: Highlight
  readonly types: TypesById
}

/** A highlight in a list: its words, its type, its tags, the beginning of its note. */
export function HighlightRow({ highlight, types }: HighlightRowProps) {
  const { passages, tags, entities, anchoring } = highlight
  const type = highlight.type === null ? undefined : types.get(highlight.type)
  const note = highlight.note === null ? '' : textOfProse(highlight.note)
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/control-has-associated-label -- the grid has the focus, the words are the label
    <div className="highlight-row" role="gridcell">
      <span className={`highlight-edge ${classesOfType(type)}`} aria-hidden="true" />
      <div className="highlight-words">
        <p className="highlight-quote" dir="auto">
          {passages.map(({ quote }) => quote).join(' … ')}
        </p>
        <p className="highlight-facts">
          {anchoring.state !== 'exact' && (
            <Chip tone={anchoring.state === 'orphan' ? 'warning' : 'plain'}>{outcomeInWords(anchoring)}</Chip>
          )}
          <span>{type?.name ?? 'Highlight'}</span>
          {passages.length > 1 && <span>{passages.length} passages</span>}
          {tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
          {entities.length > 0 && (
            <span>{entities.length === 1 ? '1 entity' : `${entities.length} entities`}</span>
          )}
          {note !== '' && (
            <span className="highlight-note one-line" dir="auto">
              {note}
            </span>
          )}
        </p>
      </div>
    </div>
  )
}
