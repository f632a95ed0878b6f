import type { Span } from './offsets.ts'

/**
 * The paragraphs of a source text, white space at their ends left out, empty ones skipped. A line is a paragraph: import joins
 * the wrapped lines of a file.
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = []
  for (const { index, 0: line } of text.matchAll(/[^\n\r\f\u2028\u2029]+/g)) {
    const start = index + line.length - line.trimStart().length
    const end = index + line.trimEnd().length
    if (start < end) found.push({ start, end })
  }
  return found
}

/**
 * The paragraph round `at`, or the white space between two as an empty span. Where it goes on for more than `reach` code units to one
 * side, it is cut there: who needs no more need not wait for the end of a long one.
 */
export function paragraphAt(text: string, at: number, reach = text.length): Span {
  const [first, last] = [Math.max(0, at - reach), Math.min(text.length, at + reach)]
  let start = at
  while (start > first && !isBreak(text.charCodeAt(start - 1))) start -= 1
  let end = at
  while (end < last && !isBreak(text.charCodeAt(end))) end += 1
  return { start, end }
}

export function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 12 || unit === 0x2028 || unit === 0x2029
}
