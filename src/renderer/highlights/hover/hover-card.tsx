import { Fragment, useEffect } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import type { EntityId } from '#contract/ids.ts'
import { textOfProse } from '#contract/prose.ts'
import { Chip } from '../../parts/tag.tsx'
import { useReading } from '../../reader/reader.tsx'
import { useTypesById } from '../highlights-of-source.ts'
import { useLinkedEntities } from '../linked-entities.ts'
import { classesOfType } from '../mark-looks.ts'
import { usePlaceBeside } from '../place-beside.ts'
import { outcomeInWords } from '../review/outcome-words.ts'
import { followPointer } from './follow-pointer.ts'
import { useHovered } from './hovered-store.ts'
import './hover-card.css'

/**
 * What a mark is, beside it: while it is pointed at, and where keys have come to it. It stays while it is pointed at itself,
 * Escape takes it away (WCAG 2.2, 1.4.13); pressing the mark opens it in the pane.
 */
export function HoverCard({ highlights }: { readonly highlights: readonly Highlight[] }) {
  const { view } = useReading()
  const pile = useHovered((state) => state.pile)
  useEffect(() => followPointer(view, isCard), [view])
  const highlight = highlights.find(({ id }) => id === pile[0])
  return highlight === undefined ? null : (
    <Card key={highlight.id} highlight={highlight} others={pile.length - 1} />
  )
}

function isCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.hover-card') !== null
}

interface CardProps {
  readonly highlight: Highlight
  /** Marks that lie over the same words. */
  readonly others: number
}

const outOfView = { top: 0, left: 0, opacity: 0 } as const

function Card({ highlight, others }: CardProps) {
  const { view } = useReading()
  const types = useTypesById()
  const { passages, tags, note, entities, anchoring } = highlight
  const { ref, place } = usePlaceBeside(view, passages[0] ?? { start: 0, end: 1 })
  const type = highlight.type === null ? undefined : types.get(highlight.type)
  return (
    <div className="hover-card" role="tooltip" ref={ref} style={place ?? outOfView}>
      <p className="hover-card-head">
        <span className={`mark-sample ${classesOfType(type)}`} aria-hidden="true">
          {type?.key ?? '·'}
        </span>
        <strong>{type?.name ?? 'Highlight'}</strong>
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </p>
      {entities.length > 0 && <NamedEntities ids={entities} />}
      {note !== null && (
        <p className="hover-card-note" dir="auto">
          {textOfProse(note)}
        </p>
      )}
      <p className="hover-card-facts">
        {[
          anchoring.state === 'exact' ? '' : outcomeInWords(anchoring),
          passages.length > 1 ? `${passages.length} passages` : '',
          others === 0 ? '' : others === 1 ? '1 more mark here' : `${others} more marks here`,
        ]
          .filter((fact) => fact !== '')
          .join(' · ')}
      </p>
    </div>
  )
}

const mostNamed = 3
const mostAliases = 3

/** Whom the words name, and how else they are written: the other script is what a reader of it looks for. */
function NamedEntities({ ids }: { readonly ids: readonly EntityId[] }) {
  const named = useLinkedEntities(ids.slice(0, mostNamed))
  const others = ids.length - mostNamed
  return (
    <ul className="hover-card-entities" aria-label="Linked entities">
      {named.map(({ id, name, type, aliases }) => (
        <li key={id}>
          <bdi className="hover-card-name">{name}</bdi>
          <span className="hover-card-aliases">
            {type}
            {aliases.slice(0, mostAliases).map((alias) => (
              <Fragment key={alias}>
                {' · '}
                <bdi>{alias}</bdi>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
      {others > 0 && <li>{others === 1 ? '1 more entity' : `${others} more entities`}</li>}
    </ul>
  )
}
