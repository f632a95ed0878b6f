import type { FoundCitation } from '#contract/briefs.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import { citedHighlights, type Prose } from '#contract/prose.ts'
import { resolveCitations } from '../briefs/briefs.ts'
import type { Store } from '../casebook/casebook.ts'

/**
 * The notes and the list of sources of a brief. A highlight has one number, given in order of its first citation;
 * a source is told in full where it is first cited, and shortly from then on.
 */

export interface Note {
  readonly number: number
  readonly citation: FoundCitation
  /** The note that told this source in full, where an earlier one did. */
  readonly toldIn: number | null
}

export interface CitedSource {
  readonly id: SourceId
  readonly citation: FoundCitation
  readonly notes: readonly number[]
}

export interface Numbered {
  /** The note of a highlight, or null for one that was deleted. */
  readonly noteOf: (highlight: HighlightId) => Note | null
  readonly notes: readonly Note[]
  readonly sources: readonly CitedSource[]
}

export function numberCitations(store: Store, prose: Prose): Numbered {
  const notes: Note[] = []
  const sources = new Map<SourceId, { id: SourceId; citation: FoundCitation; notes: number[] }>()
  for (const citation of resolveCitations(store, citedHighlights(prose))) {
    if (citation.state === 'missing') continue
    const number = notes.length + 1
    const source = sources.get(citation.source)
    notes.push({ number, citation, toldIn: source?.notes[0] ?? null })
    if (source === undefined) sources.set(citation.source, { id: citation.source, citation, notes: [number] })
    else source.notes.push(number)
  }
  const byHighlight = new Map(notes.map((note) => [note.citation.highlight, note]))
  return { noteOf: (highlight) => byHighlight.get(highlight) ?? null, notes, sources: [...sources.values()] }
}
