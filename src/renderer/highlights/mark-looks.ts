import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { HighlightId, TypeId } from '#contract/ids.ts'
import { textOfProse } from '#contract/prose.ts'
import type { Mark } from '../reader/reader.tsx'

/** What the highlights of a source look like in its text. */

export type TypesById = ReadonlyMap<TypeId, HighlightType>

/** Every passage of every highlight that stands on this text; orphans stand nowhere. */
export function marksOf(
  highlights: readonly Highlight[],
  types: TypesById,
  current: HighlightId | null,
): Mark[] {
  return highlights
    .filter(({ anchoring }) => anchoring.state !== 'orphan')
    .flatMap((highlight) => {
      const look = lookOf(highlight, types, current)
      const label = labelOf(highlight, types)
      return highlight.passages.map(({ start, end }) => ({ id: highlight.id, start, end, look, label }))
    })
}

/** A highlight without a type is a plain yellow one. */
const plain: Pick<HighlightType, 'colour' | 'underline'> = { colour: 'yellow', underline: 'solid' }

export function classesOfType(type: Pick<HighlightType, 'colour' | 'underline'> = plain): string {
  return `mark-${type.colour} line-${type.underline}`
}

function lookOf({ id, type, note }: Highlight, types: TypesById, current: HighlightId | null): string {
  const classes = [classesOfType(type === null ? plain : types.get(type))]
  if (note !== null && note.blocks.length > 0) classes.push('has-note')
  if (id === current) classes.push('is-current')
  return classes.join(' ')
}

const longestNote = 80

/** What it is, in a few words: `Claim · #border · The figure is the ministry's own`. */
export function labelOf({ type, tags, note }: Highlight, types: TypesById): string {
  const words = note === null ? '' : textOfProse(note).replaceAll('\n', ' ')
  const name = type === null ? undefined : types.get(type)?.name
  return [
    name ?? 'Highlight',
    ...tags.map((tag) => `#${tag}`),
    words.length > longestNote ? `${words.slice(0, longestNote)}…` : words,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
