import { useMemo } from 'react'
import { Link } from 'react-aria-components'
import type { Citation } from '#contract/briefs.ts'
import type { Inline } from '#contract/prose.ts'
import { usePlace } from '../session/session.tsx'
import type { ProseLinks } from '../writing/writing.ts'
import { CitationLink } from './citation-link.tsx'

/** How the citations and references of a brief look, and where they lead. */
export function useProseLinks(citations: readonly Citation[]): ProseLinks {
  return useMemo(
    () => ({
      renderCitation: (highlight) => {
        const at = citations.findIndex((one) => one.highlight === highlight)
        return (
          <CitationLink
            highlight={highlight}
            number={at === -1 ? undefined : at + 1}
            citation={citations[at]}
          />
        )
      },
      renderReference: (reference) => <ReferenceLink reference={reference} />,
    }),
    [citations],
  )
}

function ReferenceLink({
  reference,
}: {
  readonly reference: Extract<Inline, { kind: 'entity' | 'source' }>
}) {
  const go = usePlace((state) => state.go)
  const open = () =>
    go(
      reference.kind === 'entity'
        ? { kind: 'entity', id: reference.entity }
        : { kind: 'source', id: reference.source },
    )
  return (
    <Link className="reference" onPress={open}>
      <bdi>{reference.text}</bdi>
    </Link>
  )
}
