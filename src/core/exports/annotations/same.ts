import type { Passage } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import { textOfProse } from '#contract/prose.ts'
import type { Reading } from '../../casebook/casebook.ts'
import { listHighlights } from '../../highlights/highlights.ts'
import type { Said } from './bodies.ts'
import { saidBy } from './voice.ts'

/** What is said about which words of which source. */
export interface Content {
  readonly source: { readonly id: SourceId }
  readonly passages: readonly Passage[]
  readonly said: Said
}

/** What the highlights of the casebook say. A source is read when its first annotation asks. */
export interface KnownContents {
  /** Whether the highlight says what the annotation says; of one on another version only what is said counts, and not where. */
  says(highlight: HighlightId, content: Content): boolean
  /** Whether a highlight that nobody else took says the same; then it is taken. */
  take(content: Content): boolean
}

/** `taken` are those that an identifier tells: they are known before anything is taken by what it says. */
export function knownContents(reading: Reading, taken: ReadonlySet<HighlightId>): KnownContents {
  const bySource = new Map<SourceId, ReadonlyMap<HighlightId, string>>()
  const left = new Map<SourceId, Map<string, number>>()
  const contentsOf = (source: SourceId) => {
    const known = bySource.get(source) ?? readContents(reading, source)
    bySource.set(source, known)
    return known
  }
  return {
    says(highlight, { source, passages, said }) {
      const here = contentsOf(source.id).get(highlight)
      if (here !== undefined) return here === contentOf(passages, said)
      const { items } = listHighlights(reading, { ids: [highlight] })
      const saidOf = saidBy(reading, items)
      return items.every((item) => contentOf([], saidOf(item)) === contentOf([], said))
    },
    take({ source, passages, said }) {
      const counts = left.get(source.id) ?? countContents(contentsOf(source.id), taken)
      left.set(source.id, counts)
      const key = contentOf(passages, said)
      const count = counts.get(key) ?? 0
      if (count > 0) counts.set(key, count - 1)
      return count > 0
    },
  }
}

function readContents(reading: Reading, source: SourceId): Map<HighlightId, string> {
  const { items } = listHighlights(reading, { source })
  const said = saidBy(reading, items)
  return new Map(items.map((highlight) => [highlight.id, contentOf(highlight.passages, said(highlight))]))
}

function countContents(
  contents: ReadonlyMap<HighlightId, string>,
  taken: ReadonlySet<HighlightId>,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [id, content] of contents)
    if (!taken.has(id)) counts.set(content, (counts.get(content) ?? 0) + 1)
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
