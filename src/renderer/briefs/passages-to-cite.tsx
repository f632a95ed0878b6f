import { useState } from 'react'
import type { CitablePassage } from '#contract/briefs.ts'
import type { TypeId } from '#contract/ids.ts'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/choices.tsx'
import { SearchField } from '../parts/fields.tsx'
import { QuoteIcon } from '../parts/icons.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { Chip } from '../parts/tag.tsx'
import { useAnswer } from '../session/session.tsx'
import { useOpenBrief } from './open-brief.ts'

const anyType = 'any'

/** The casebook's highlights: found by their words, their type, their tag, and put in at the caret of the brief. */
export function PassagesToCite() {
  const [words, setWords] = useState('')
  const [type, setType] = useState<TypeId | typeof anyType>(anyType)
  const types = useAnswer('highlights.types', {}).data?.items ?? []
  const wanted = { ...(words.trim() !== '' && { words }), ...(type !== anyType && { type }) }
  const answer = useAnswer('briefs.passages', wanted, { keep: true })
  if (answer.isError) return <FailureState message={answer.error.message} />
  const passages = answer.data?.items ?? []
  return (
    <div className="passages-to-cite">
      <div className="passages-filters">
        <SearchField label="Find a passage" placeholder="Find a passage" value={words} onChange={setWords} />
        <Select<TypeId | typeof anyType>
          label="Type"
          hideLabel
          value={type}
          onChange={setType}
          choices={[
            { id: anyType, label: 'All types' },
            ...types.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      </div>
      {answer.isSuccess && passages.length === 0 && (
        <EmptyState title={words === '' && type === anyType ? 'No highlights yet' : 'No passage fits'}>
          {words === '' && type === anyType
            ? 'Mark a passage in a source: it can then be cited here.'
            : 'Try fewer words.'}
        </EmptyState>
      )}
      <ul className="citable-passages">
        {passages.map((passage) => (
          <CitableRow
            key={passage.citation.highlight}
            passage={passage}
            typeName={types.find(({ id }) => id === passage.type)?.name}
          />
        ))}
      </ul>
      {(answer.data?.total ?? 0) > passages.length && (
        <p className="passages-more">
          {passages.length} of {answer.data?.total.toLocaleString('en')} shown. Type a word to find the
          others.
        </p>
      )}
    </div>
  )
}

interface CitableRowProps {
  readonly passage: CitablePassage
  readonly typeName: string | undefined
}

function CitableRow({ passage: { citation, tags }, typeName }: CitableRowProps) {
  const editor = useOpenBrief((state) => state.editor)
  const { highlight, quote, sourceTitle } = citation
  return (
    <li className="citable-passage">
      <blockquote className="citable-words" dir="auto">
        {quote}
      </blockquote>
      <p className="citable-facts">
        {typeName !== undefined && <Chip>{typeName}</Chip>}
        {tags.map((tag) => (
          <Chip key={tag}>#{tag}</Chip>
        ))}
        <bdi className="one-line">{sourceTitle}</bdi>
      </p>
      <div className="citable-buttons">
        <Button
          tone="quiet"
          isDisabled={editor === null}
          onPress={() => editor?.cite(highlight)}
          aria-label={`Cite: ${quote}`}
        >
          Cite
        </Button>
        <Button
          tone="quiet"
          icon={<QuoteIcon />}
          isDisabled={editor === null}
          onPress={() => editor?.quote(quote, highlight)}
          aria-label={`Insert as quotation: ${quote}`}
        >
          Quote
        </Button>
      </div>
    </li>
  )
}
