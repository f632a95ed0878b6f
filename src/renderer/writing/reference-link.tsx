import { Link } from 'react-aria-components'
import type { Inline } from '#contract/prose.ts'
import { usePlace } from '../session/session.tsx'

export interface ReferenceLinkProps {
  readonly reference: Extract<Inline, { kind: 'entity' | 'source' }>
}

/** An entity or a source that is named in the text, and the way to its page. */
export function ReferenceLink({ reference }: ReferenceLinkProps) {
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
