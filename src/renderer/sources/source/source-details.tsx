import type { SourceId } from '#contract/ids.ts'
import type { Source } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { FailureState, Spinner } from '../../parts/states.tsx'
import { useAnswer, useAsk, useHost, usePlace } from '../../session/session.tsx'
import { CopiesOfSource } from '../copies/copies-of-source.tsx'
import { bytesInWords, countOf, languageInWords, metadataFields, nameOf } from '../source-words.ts'
import { MetadataRow } from './metadata-row.tsx'
import { ReadAgain } from './read-again.tsx'
import { SourceZones } from './source-zones.tsx'
import './source-details.css'

export interface SourceDetailsProps {
  readonly source: SourceId
  /** With a button that opens it: where it is not open already. */
  readonly openable?: boolean
}

/** What is known about a source, where each value comes from, and the file it came as. */
export function SourceDetails({ source: id, openable = false }: SourceDetailsProps) {
  const { data: source, error } = useAnswer('sources.find', { what: id })
  const go = usePlace((state) => state.go)
  if (error !== null) return <FailureState message={error.message} />
  if (source === undefined) return <Spinner label="Reading the details" />
  return (
    <div className="source-details">
      {openable && (
        <header className="source-details-head">
          <h2>
            <bdi>{nameOf(source)}</bdi>
          </h2>
          <Button tone="primary" onPress={() => go({ kind: 'source', id })}>
            Read
          </Button>
        </header>
      )}
      <div className="source-details-fields">
        {metadataFields.map((field) => (
          <MetadataRow key={field} source={source} field={field} />
        ))}
      </div>
      <SourceZones source={id} />
      <CopiesOfSource key={source.id} source={source} />
      <FileFacts source={source} />
    </div>
  )
}

function FileFacts({ source }: { readonly source: Source }) {
  return (
    <section className="source-facts" aria-label="File">
      <h3>File</h3>
      <dl>
        <Fact term="Came as" value={source.path ?? source.label} />
        <Fact term="Format" value={`${source.format}, ${bytesInWords(source.bytes)}`} />
        <Fact term="Length" value={countOf(source.words, 'word')} />
        <Fact term="Language" value={languageInWords(source.language)} />
        <Fact term="Imported" value={new Date(source.imported).toLocaleString('en-GB')} />
        <Fact term="SHA-256" value={source.sha256} code />
      </dl>
      <SaveOriginal source={source} />
      <ReadAgain source={source} />
    </section>
  )
}

function Fact(props: { readonly term: string; readonly value: string; readonly code?: boolean }) {
  return (
    <div className="source-fact">
      <dt>{props.term}</dt>
      <dd data-code={props.code}>
        <bdi>{props.value}</bdi>
      </dd>
    </div>
  )
}

/** The bytes as they came in. */
function SaveOriginal({ source }: { readonly source: Source }) {
  const ask = useAsk()
  const { saveFile } = useHost()
  if (saveFile === undefined) return null
  const save = async () => {
    const { name, bytes } = await ask('sources.original', { id: source.id })
    await saveFile({ name, content: bytes })
  }
  return (
    // A failure has been shown.
    <Button onPress={() => void save().catch(() => {})}>Save the original file…</Button>
  )
}
