import type { EntityId, SourceId } from '#contract/ids.ts'
import type { Inline } from '#contract/prose.ts'
import type { Reading } from '../../casebook/casebook.ts'
import { entityByIri, readEntitiesById } from '../../entities/entities.ts'
import { highlightByIri, iriOfHighlight, originsOf } from '../../highlights/highlights.ts'
import type { Lookup } from './note.ts'
import { findSourceByIri, iriOfSource } from './source.ts'

/** What a note links to inside Casebook, by identifiers that other casebooks can know too. */

export function iriOfPiece(reading: Reading): (piece: Inline) => string {
  return (piece) => {
    switch (piece.kind) {
      case 'citation':
        return (
          originsOf(reading, [piece.highlight]).get(piece.highlight)?.iri ?? iriOfHighlight(piece.highlight)
        )
      case 'entity':
        return readEntitiesById(reading, [piece.entity])[0]?.iri ?? `urn:casebook:${piece.entity}`
      case 'source':
        return iriOfSource(reading, piece.source) ?? `urn:casebook:${piece.source}`
      case 'link':
        return piece.href
      case 'text':
      case 'break':
        return ''
    }
  }
}

export function lookupIn(reading: Reading): Lookup {
  return (iri, text) => {
    const entity: EntityId | undefined = entityByIri(reading, iri)
    if (entity !== undefined) return { kind: 'entity', entity, text }
    const highlight = highlightByIri(reading, iri)
    if (highlight !== undefined) return { kind: 'citation', highlight }
    const [source, ...others]: SourceId[] = /^(urn|sha-?256):/i.test(iri) ? findSourceByIri(reading, iri) : []
    return source === undefined || others.length > 0 ? null : { kind: 'source', source, text }
  }
}
