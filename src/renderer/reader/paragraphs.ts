import type { SourceText, Span, TextBlock, Zone, ZoneKind } from '#contract/sources.ts'

/**
 * A source text as the paragraphs that the reader shows. They are in text order and never overlap; what lies
 * between two of them is white space. Offsets are UTF-16 code units on the source's text.
 */
export interface Paragraph extends Span {
  readonly kind: TextBlock['kind']
  readonly level: number | null
  readonly zone: ZoneKind
  /** Page and chapter marks that stand in it, or between it and the paragraph before. */
  readonly labels: readonly string[]
  /** The rest of a paragraph that was too long to be laid out in one piece. */
  readonly continues: boolean
}

/** Longer paragraphs are laid out in pieces, cut between words: a text without line breaks stays readable at once. */
export const longestPiece = 8_000

export type TextAsStored = Pick<SourceText, 'text' | 'zones' | 'structure'>

export function paragraphsOf({ text, zones, structure }: TextAsStored): Paragraph[] {
  const zoneOf = zoneFinder(zones)
  const blocks = withGapsFilled(text, structure.blocks)
  const paragraphs = blocks.flatMap(({ start, end, kind, level }) =>
    piecesOf(text, start, end).map((piece, index) => ({
      ...piece,
      kind,
      level: level ?? null,
      zone: zoneOf(piece),
      labels: [],
      continues: index > 0,
    })),
  )
  return withLabels(paragraphs, structure.marks)
}

/** The paragraph that holds `offset`; of two neighbours the one before, for an offset in the white space between them. */
export function paragraphIndexAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const paragraph = paragraphs[middle]
    if (paragraph !== undefined && paragraph.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The blocks that markup gave, and a block per line for the words outside of them. */
function withGapsFilled(text: string, blocks: readonly TextBlock[]): TextBlock[] {
  const filled: TextBlock[] = []
  let reached = 0
  for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, reached)
    const end = Math.min(block.end, text.length)
    if (start >= end) continue
    filled.push(...linesBetween(text, reached, start), { ...block, ...trimmed(text, start, end) })
    reached = end
  }
  filled.push(...linesBetween(text, reached, text.length))
  return filled.filter((block) => block.start < block.end)
}

function linesBetween(text: string, from: number, to: number): TextBlock[] {
  const lines: TextBlock[] = []
  for (const { 0: line, index } of text.slice(from, to).matchAll(/[^\n\r\f\u2028\u2029]+/g)) {
    lines.push({ ...trimmed(text, from + index, from + index + line.length), kind: 'paragraph' })
  }
  return lines
}

/** The span without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  const piece = text.slice(start, end)
  const from = start + piece.length - piece.trimStart().length
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) }
}

function piecesOf(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > longestPiece) {
    const space = text.lastIndexOf(' ', from + longestPiece)
    const cut = space > from ? space + 1 : afterWholeCharacter(text, from + longestPiece)
    pieces.push({ start: from, end: cut })
    from = cut
  }
  pieces.push({ start: from, end })
  return pieces
}

function afterWholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}

/** Finds the zone that covers most of a span, the narrowest of equals. Spans are to be asked in text order. */
function zoneFinder(zones: readonly Zone[]): (span: Span) => ZoneKind {
  const sorted = zones.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let from = 0
  return (span) => {
    while ((sorted[from]?.end ?? Number.POSITIVE_INFINITY) <= span.start) from++
    let best: Zone | null = null
    for (let index = from; index < sorted.length; index++) {
      const zone = sorted[index]
      if (zone === undefined || zone.start >= span.end) break
      if (best === null || fits(zone, best, span)) best = zone
    }
    return best === null || overlap(best, span) === 0 ? 'body' : best.kind
  }
}

function fits(zone: Zone, best: Zone, span: Span): boolean {
  const gain = overlap(zone, span) - overlap(best, span)
  return gain > 0 || (gain === 0 && zone.end - zone.start < best.end - best.start)
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function withLabels(paragraphs: Paragraph[], marks: SourceText['structure']['marks']): Paragraph[] {
  for (const { at, label } of marks) {
    const index = paragraphIndexAt(paragraphs, at)
    const paragraph = paragraphs[index]
    const holder =
      paragraph !== undefined && at >= paragraph.end && index + 1 < paragraphs.length ? index + 1 : index
    const holding = paragraphs[holder]
    if (holding !== undefined) paragraphs[holder] = { ...holding, labels: [...holding.labels, label] }
  }
  return paragraphs
}
