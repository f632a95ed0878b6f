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
  let afterGap = true
  for (const { 0: raw, index } of text.matchAll(/[^\n\r\u2028\u2029]+|\r\n|[\n\r\u2028\u2029]/g)) {
    if (/^[\n\r\u2028\u2029]/.test(raw)) continue
    const words = raw.trim()
    const start = index + raw.indexOf(words)
    if (words !== '') {
      const before = lines.at(-1)
      afterGap = before === undefined || countBreaks(text.slice(before.end, start)) > 1
      lines.push({ start, end: start + words.length, text: words, afterGap })
    }
  }
  return lines
}

function countBreaks(between: string): number {
  return between.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0
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
