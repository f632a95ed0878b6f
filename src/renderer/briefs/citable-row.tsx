import type { CitablePassage } from '#contract/briefs.ts'
import { Button } from '../parts/button.tsx'
import { QuoteIcon } from '../parts/icons.tsx'
import { Chip } from '../parts/tag.tsx'
import { useAnswer } from '../session/session.tsx'
import { useOpenBrief } from './open-brief.ts'

/** A passage that can be cited: its words, what was said about it, and both ways into the brief. */
export function CitableRow({ passage }: { readonly passage: CitablePassage }) {
  const { put, editor } = useOpenBrief()
  const types = useAnswer('highlights.types', {}).data?.items ?? []
  const { citation, tags, type } = passage
  const typeName = types.find(({ id }) => id === type)?.name
  return (
    <div className="citable-passage">
      <blockquote className="citable-words" dir="auto">
        {citation.quote}
      </blockquote>
      <p className="citable-facts">
        {typeName !== undefined && <Chip>{typeName}</Chip>}
        {tags.map((tag) => (
          <Chip key={tag}>#{tag}</Chip>
        ))}
        <bdi className="one-line">{citation.sourceTitle}</bdi>
      </p>
      <div className="citable-buttons">
        <Button
          tone="quiet"
          isDisabled={editor === null}
          onPress={() => put(passage, 'cite')}
          aria-label={`Cite: ${citation.quote}`}
        >
          Cite
        </Button>
        <Button
          tone="quiet"
          icon={<QuoteIcon />}
          isDisabled={editor === null}
          onPress={() => put(passage, 'quote')}
          aria-label={`Quote in the text: ${citation.quote}`}
        >
          Quote
        </Button>
      </div>
    </div>
  )
}
