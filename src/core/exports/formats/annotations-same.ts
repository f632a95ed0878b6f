import type { Highlight, Passage } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import { textOfProse } from '#contract/prose.ts'
import type { Reading } from '../../casebook/casebook.ts'
import { listHighlights } from '../../highlights/highlights.ts'
import type { Said } from './annotations-bodies.ts'
import { saidBy } from './annotations-voice.ts'

/** What is said about which words of which source. */
export interface Content {
  readonly source: { readonly id: SourceId }
  readonly passages: readonly Passage[]
  readonly said: Said
}

/** Highlights by what they say about which words, to tell that an annotation is here already. */
export interface KnownContents {
  /** Whether a highlight that nobody else took says the same; then it is taken. */
  take(content: Content): boolean
}

/** `taken` are those that an identifier has told already. A source is read when its first annotation asks. */
export function knownContents(reading: Reading, taken: ReadonlySet<HighlightId>): KnownContents {
  const bySource = new Map<SourceId, Map<string, number>>()
  return {
    take({ source, passages, said }) {
      const counts = bySource.get(source.id) ?? countContents(reading, source.id, taken)
      bySource.set(source.id, counts)
      const key = contentOf(passages, said)
      const left = counts.get(key) ?? 0
      if (left > 0) counts.set(key, left - 1)
      return left > 0
    },
  }
}

function countContents(
  reading: Reading,
  source: SourceId,
  taken: ReadonlySet<HighlightId>,
): Map<string, number> {
  const { items } = listHighlights(reading, { source })
  const free = items.filter((highlight: Highlight) => !taken.has(highlight.id))
  const said = saidBy(reading, free)
  const counts = new Map<string, number>()
  for (const highlight of free) {
    const key = contentOf(highlight.passages, said(highlight))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function contentOf(passages: readonly Passage[], { tags, note, type, entities }: Said): string {
  return JSON.stringify([
    passages.map(({ start, end }) => [start, end]),
    [...new Set(tags)].sort(),
    note === null ? null : textOfProse(note),
    type?.name ?? null,
    [...new Set(entities.map(({ iri }) => iri))].sort(),
  ])
}
