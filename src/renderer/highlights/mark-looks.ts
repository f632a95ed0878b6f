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
): readonly Mark[] {
  return highlights.flatMap((highlight) => marksOfOne(highlight, types, highlight.id === current))
}

interface KnownMarks {
  readonly types: TypesById
  readonly isCurrent: boolean
  readonly marks: readonly Mark[]
}

// One of thousands changes at a time: the marks of the others are made once.
const known = new WeakMap<Highlight, KnownMarks>()

function marksOfOne(highlight: Highlight, types: TypesById, isCurrent: boolean): readonly Mark[] {
  const before = known.get(highlight)
  if (before?.types === types && before.isCurrent === isCurrent) return before.marks
  const marks = highlight.anchoring.state === 'orphan' ? [] : makeMarks(highlight, types, isCurrent)
  known.set(highlight, { types, isCurrent, marks })
  return marks
}

function makeMarks(highlight: Highlight, types: TypesById, isCurrent: boolean): Mark[] {
  const look = lookOf(highlight, types, isCurrent)
  const label = labelOf(highlight, types)
  const { passages } = highlight
  return passages.map(({ start, end }, at) => ({
    id: highlight.id,
    start,
    end,
    look,
    label: passages.length === 1 ? label : `${label} · part ${at + 1} of ${passages.length}`,
  }))
}

/** A highlight without a type is a plain yellow one. */
const plain: Pick<HighlightType, 'colour' | 'underline'> = { colour: 'yellow', underline: 'solid' }

export function classesOfType(type: Pick<HighlightType, 'colour' | 'underline'> = plain): string {
  return `mark-${type.colour} line-${type.underline}`
}

function lookOf({ type, note }: Highlight, types: TypesById, isCurrent: boolean): string {
  const classes = [classesOfType(type === null ? plain : types.get(type))]
  if (note !== null && note.blocks.length > 0) classes.push('has-note')
  if (isCurrent) classes.push('is-current')
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
