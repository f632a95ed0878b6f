import { useState } from 'react'
import type { Evidence, Metadata, MetadataField, OtherValue, Source } from '#contract/source.ts'
import { EditField } from '../../parts/fields.tsx'
import { Chip } from '../../parts/tag.tsx'
import { useAsk, usePlace, useReadOnly } from '../../session/session.tsx'
import { complaintAbout, dateFields, dateInWords, fieldWords } from '../source-words.ts'

interface MetadataRowProps {
  readonly source: Source
  readonly field: MetadataField
}

/** One value, corrected in place, with the words it comes from. What the article does not state stays empty. */
export function MetadataRow({ source, field }: MetadataRowProps) {
  const ask = useAsk()
  const [complaint, setComplaint] = useState<string | null>(null)
  const value = source[field]
  const readOnly = useReadOnly()

  const keep = async (typed: string) => {
    const next = typed.trim()
    const wrong = complaintAbout(field, next)
    setComplaint(wrong)
    if (wrong !== null) return
    const set: Partial<Metadata> = { [field]: next === '' ? null : next }
    await ask('sources.edit', { ids: [source.id], set })
  }

  return (
    <div className="metadata-row">
      <EditField
        label={fieldWords[field]}
        value={value ?? ''}
        placeholder="Not stated"
        error={complaint}
        isReadOnly={readOnly}
        // A failure has been shown.
        onKeep={(typed) => void keep(typed).catch(() => {})}
        {...(value !== null && dateFields.has(field) ? { description: dateInWords(value) } : {})}
      />
      <EvidenceLine source={source} evidence={source.evidence[field] ?? null} />
      {!readOnly && (
        <OtherValues
          field={field}
          others={source.evidence[field]?.others ?? []}
          onTake={(other) => void keep(other).catch(() => {})}
        />
      )}
    </div>
  )
}

const origins: Readonly<Record<Evidence['from'], string>> = {
  text: 'From the text',
  markup: 'From the page’s markup',
  header: 'From the file’s header',
  column: 'From the table’s column',
  filename: 'From the file’s name',
  analyst: 'Written by you',
}

function EvidenceLine({ source, evidence }: { readonly source: Source; readonly evidence: Evidence | null }) {
  const go = usePlace((state) => state.go)
  if (evidence === null) return null
  const { span } = evidence
  return (
    <p className="metadata-evidence">
      {evidence.certainty === 'guess' && <Chip tone="warning">Guess</Chip>}
      <span title={evidence.rule === '' ? undefined : evidence.rule}>{origins[evidence.from]}</span>
      {span === null ? (
        <Words words={evidence.words} />
      ) : (
        <button
          type="button"
          className="metadata-words"
          onClick={() => go({ kind: 'source', id: source.id, span })}
        >
          <span className="only-spoken">Show in the text: </span>
          <Words words={evidence.words} />
        </button>
      )}
    </p>
  )
}

interface OtherValuesProps {
  readonly field: MetadataField
  readonly others: readonly OtherValue[]
  readonly onTake: (value: string) => void
}

/** What the file tells as well, each to be taken by a press. */
function OtherValues({ field, others, onTake }: OtherValuesProps) {
  if (others.length === 0) return null
  return (
    <ul className="metadata-others" aria-label={`Other values for ${fieldWords[field].toLowerCase()}`}>
      {others.map(({ value, from, rule }) => (
        <li key={value}>
          <button
            type="button"
            className="metadata-words"
            title={`${origins[from]}: ${rule}`}
            onClick={() => onTake(value)}
          >
            <span className="only-spoken">Take instead: </span>
            <span dir="auto">{dateFields.has(field) ? dateInWords(value) : value}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Words({ words }: { readonly words: string }) {
  return words === '' ? null : <q dir="auto">{words}</q>
}
