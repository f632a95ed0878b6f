import { type ReactNode, useState } from 'react'
import type { Copy } from '#contract/copies.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Source } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { Chip } from '../../parts/tag.tsx'
import { useAnswer, usePlace } from '../../session/session.tsx'
import { SourceOrigin } from '../source-origin.tsx'
import { nameOf } from '../source-words.ts'
import { SharedTexts } from './shared-texts.tsx'
import './copies.css'

/** Beside a source: its other versions, its copies, and what it shares with others. Nothing where it has none. */
export function CopiesOfSource({ source }: { readonly source: Source }) {
  const versions = useAnswer('sources.versions', { id: source.id }).data?.items ?? []
  const copies = useAnswer('sources.copies', { id: source.id }).data?.items ?? []
  const [shared, setShared] = useState(false)
  const others = copies.filter((copy) => !versions.some(({ id }) => id === copy.source))
  return (
    <section className="copies" aria-label="Versions and copies">
      {versions.length > 1 && (
        <>
          <h3>Versions</h3>
          <ol>
            {versions.map((version) => (
              <VersionLine key={version.id} version={version} current={source.id} />
            ))}
          </ol>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>Copies of this</h3>
          <ul>
            {others.map((copy) => (
              <CopyLine key={copy.source} copy={copy} of={source.id} />
            ))}
          </ul>
        </>
      )}
      <h3>Shared sentences</h3>
      {shared ? (
        <SharedTexts source={source.id} />
      ) : (
        <Button onPress={() => setShared(true)}>Look for sentences that others have too</Button>
      )}
    </section>
  )
}

function VersionLine({ version, current }: { readonly version: Source; readonly current: SourceId }) {
  const isCurrent = version.id === current
  return (
    <Line
      source={version}
      chip={isCurrent ? <Chip tone="accent">This one</Chip> : null}
      compare={isCurrent ? null : { from: version.id, to: current }}
    />
  )
}

const sameness: Readonly<Record<Copy['kind'], string>> = {
  exact: 'Same file',
  text: 'Same text',
  near: 'Nearly the same',
}

function CopyLine({ copy, of }: { readonly copy: Copy; readonly of: SourceId }) {
  const { data } = useAnswer('sources.find', { what: copy.source })
  if (data === undefined) return null
  const words = copy.kind === 'near' ? `${Math.round(copy.similarity * 100)} % alike` : sameness[copy.kind]
  return <Line source={data} chip={<Chip>{words}</Chip>} compare={{ from: copy.source, to: of }} />
}

interface LineProps {
  readonly source: Source
  readonly chip: ReactNode
  readonly compare: { readonly from: SourceId; readonly to: SourceId } | null
}

function Line({ source, chip, compare }: LineProps) {
  const go = usePlace((state) => state.go)
  return (
    <li className="copies-line">
      <button type="button" className="copies-name" onClick={() => go({ kind: 'source', id: source.id })}>
        <bdi>{nameOf(source)}</bdi>
      </button>
      <span className="copies-about">
        {chip}
        <SourceOrigin {...source} />
        {compare !== null && (
          <Button
            tone="quiet"
            aria-label={`Compare with ${nameOf(source)}`}
            onPress={() => go({ kind: 'difference', ...compare })}
          >
            Compare
          </Button>
        )}
      </span>
    </li>
  )
}
