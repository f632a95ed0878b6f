import type { SourceText, Span, TextBlock, Zone, ZoneKind } from '#contract/source.ts'

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

const noLabels: readonly string[] = []

export function paragraphsOf({ text, zones, structure }: TextAsStored): Paragraph[] {
  const zoneOf = zoneFinder(zones)
  const blocks = withGapsFilled(text, structure.blocks)
  const paragraphs: Paragraph[] = []
  for (const block of blocks) {
    const { start, end, kind, level = null } = block
    const add = (piece: Span) =>
      paragraphs.push({
        start: piece.start,
        end: piece.end,
        kind,
        level,
        zone: zoneOf(piece),
        labels: noLabels,
        continues: piece.start > start,
      })
    if (end - start <= longestPiece) add(block)
    else for (const piece of piecesOf(text, start, end)) add(piece)
  }
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
  const nextBreak = breakFinder(text)
  let reached = 0
  for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, reached)
    const end = Math.min(block.end, text.length)
    if (start >= end) continue
    addLines(filled, text, nextBreak, { start: reached, end: start })
    filled.push({ ...block, ...trimmed(text, start, end) })
    reached = end
  }
  addLines(filled, text, nextBreak, { start: reached, end: text.length })
  return filled.filter((block) => block.start < block.end)
}

function addLines(blocks: TextBlock[], text: string, nextBreak: BreakFinder, { start, end }: Span): void {
  let at = start
  while (at < end) {
    const lineEnd = Math.min(nextBreak(at), end)
    if (at < lineEnd) {
      const line = trimmed(text, at, lineEnd)
      blocks.push({ kind: 'paragraph', start: line.start, end: line.end })
    }
    at = lineEnd + 1
  }
}

const breaks = ['\n', '\r', '\f', '\u2028', '\u2029'] as const

type BreakFinder = (from: number) => number

/**
 * Finds the first break at or after a place, else the end of the text. Places are to be asked in text order: breaks that
 * a text does not have are then looked for once.
 */
function breakFinder(text: string): BreakFinder {
  const next = breaks.map(() => -1)
  return (from) => {
    let nearest = text.length
    breaks.forEach((mark, index) => {
      let at = next[index] ?? -1
      if (at < from) {
        at = text.indexOf(mark, from)
        if (at === -1) at = text.length
        next[index] = at
      }
      if (at < nearest) nearest = at
    })
    return nearest
  }
}

/** The span without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  if (isInk(text, start) && isInk(text, end - 1)) return { start, end }
  const piece = text.slice(start, end)
  const from = start + piece.length - piece.trimStart().length
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) }
}

/** Whether surely no white space: most lines of a text begin and end so, and need not be copied to be looked at. */
function isInk(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit > 0x20 && unit < 0x80
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
  for (const mark of marks) {
    const { at } = mark
    const index = paragraphIndexAt(paragraphs, at)
    const paragraph = paragraphs[index]
    const holder =
      paragraph !== undefined && at >= paragraph.end && index + 1 < paragraphs.length ? index + 1 : index
    const holding = paragraphs[holder]
    if (holding !== undefined) paragraphs[holder] = { ...holding, labels: [...holding.labels, labelOf(mark)] }
  }
  return paragraphs
}

/** A page says that it is one: its label is no more than a number. */
function labelOf({ kind, label }: SourceText['structure']['marks'][number]): string {
  return kind === 'page' ? `Page ${label}` : label
}
