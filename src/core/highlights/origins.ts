import type { HighlightId } from '#contract/ids.ts'
import type { Reading } from '../casebook/casebook.ts'
import type { Origin } from './write-highlights.ts'

/** What imported annotations said of themselves, kept for giving it back. */

/** Of those that were imported. */
export function originsOf(
  { store }: Reading,
  highlights: readonly HighlightId[],
): Map<HighlightId, Pick<Origin, 'iri' | 'foreign'>> {
  const rows = store.all<{ id: HighlightId; iri: string | null; foreign: string | null }>(
    `SELECT highlights.id, iri, foreign_properties AS "foreign" FROM json_each(?) AS wanted
     CROSS JOIN highlights ON highlights.id = wanted.value
     WHERE iri IS NOT NULL OR foreign_properties IS NOT NULL`,
    JSON.stringify(highlights),
  )
  return new Map(rows.map(({ id, ...origin }) => [id, origin]))
}

/** The highlight that this identifier means: the one it was imported with, or our own. */
export function highlightByIri({ store }: Reading, iri: string): HighlightId | undefined {
  const own = iri.startsWith(ownIris) ? iri.slice(ownIris.length) : ''
  return store.get<{ id: HighlightId }>('SELECT id FROM highlights WHERE iri = ? OR id = ?', iri, own)?.id
}

export function iriOfHighlight(id: HighlightId): string {
  return ownIris + id
}

const ownIris = 'urn:casebook:'
