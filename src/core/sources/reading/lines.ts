import type { Span } from '#contract/source.ts'

/** A line with words on it: `start` and `end` leave out the white space at its ends. */
export interface Line extends Span {
  readonly text: string
  /** Whether an empty line, or the beginning of the text, stands before it. */
  readonly afterGap: boolean
}

/** The lines of a text that have words on them. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let breaks = 2
  for (let from = 0; from <= text.length; ) {
    const to = endOfLine(text, from)
    const raw = text.slice(from, to)
    const words = raw.trim()
    if (words !== '') {
      const start = from + raw.length - raw.trimStart().length
      lines.push({ start, end: start + words.length, text: words, afterGap: breaks > 1 })
      breaks = 0
    }
    breaks += 1
    from = to + (text.startsWith('\r\n', to) ? 2 : 1)
  }
  return lines
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return at
  }
  return text.length
}

/**
 * Old files break lines at 60–80 characters inside a paragraph. Then a paragraph, not a line, is what a reader sees:
 * lines without an empty line between them are one.
 */
export function joinHardWrapped(text: string, lines: readonly Line[]): Line[] {
  if (!isHardWrapped(lines)) return [...lines]
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last === undefined || line.afterGap) joined.push(line)
    else joined[joined.length - 1] = { ...last, end: line.end, text: text.slice(last.start, line.end) }
  }
  return joined
}

function isHardWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 8 || lines.some(({ text }) => text.length > 100)) return false
  const full = lines.filter(({ text }) => text.length > 50)
  const broken = full.filter(({ text }) => !/[.!?:"”’)]$/.test(text))
  return lines.some((line, at) => at > 0 && line.afterGap) && broken.length > lines.length * 0.4
}

/** The lines of a text that are looked at one by one: what an article has, and a long book. */
const mostLines = 100_000

/** Of a text of more lines those in its middle are one: nobody asks of a million lines what each is for. */
export function joinEndless(text: string, lines: readonly Line[]): readonly Line[] {
  const [first, last] = [lines[mostLines / 2], lines.at(-mostLines / 2)]
  if (lines.length <= mostLines || first === undefined || last === undefined) return lines
  const [start, end] = [first.start, last.end]
  const middle = { start, end, text: text.slice(start, end), afterGap: first.afterGap }
  return [...lines.slice(0, mostLines / 2), middle, ...lines.slice(1 - mostLines / 2)]
}
