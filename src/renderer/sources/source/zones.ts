import type { Span, Zone, ZoneKind } from '#contract/source.ts'

/** The parts of a text, changed by hand. Offsets are UTF-16 code units, end exclusive. */

export const zoneWords: Readonly<Record<ZoneKind, string>> = {
  headline: 'Headline',
  byline: 'Byline',
  dateline: 'Dateline',
  body: 'Body',
  caption: 'Caption',
  boilerplate: 'Boilerplate',
}

/** The whole lines that the span touches, without blank edges: a part of a text is made of lines. Null where there are none. */
export function linesAround(text: string, { start, end }: Span): Span | null {
  const first = text.lastIndexOf('\n', start - 1) + 1
  const after = text.indexOf('\n', Math.max(start, end - 1))
  const words = text.slice(first, after < 0 ? text.length : after)
  if (words.trim() === '') return null
  const from = first + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}

/** The zones with this span being of this kind, and of no other. */
export function rezoned(zones: readonly Zone[], span: Span, kind: ZoneKind): Zone[] {
  const rest = zones.flatMap((zone) => without(zone, span))
  return [...rest, { kind, start: span.start, end: span.end }].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

function without(zone: Zone, { start, end }: Span): Zone[] {
  if (zone.end <= start || zone.start >= end) return [zone]
  return [
    { ...zone, end: Math.min(zone.end, start) },
    { ...zone, start: Math.max(zone.start, end) },
  ].filter((part) => part.start < part.end)
}
