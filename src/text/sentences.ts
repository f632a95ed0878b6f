import type { Span } from './offsets.ts'
import { paragraphs } from './paragraphs.ts'

/**
 * Sentences with their offsets, white space at their ends left out. Unicode's rules (UAX #29) cut after every `U.S.` and `Gov.`, so
 * pieces are joined again after abbreviations, initials, and before a lower-case letter.
 */
export function sentences(text: string): Span[] {
  return paragraphs(text).flatMap((paragraph) => sentencesWithin(text, paragraph))
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// Titles and shortenings that a name or a number follows. Those that may as well end a sentence (`etc.`, `Inc.`) are not among them.
const TITLES =
  'Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Sen|Rep|Gov|Lt|Col|Gen|Maj|Capt|Cmdr|Adm|Sgt|Brig|Pres|Hon|Amb|St|Mt|No|Nos|Art|Sec|Fig|Vol|p|pp|vs|v|cf|e\\.g|i\\.e|Jan|Feb|Aug|Sept|Oct|Nov|Dec|approx|ca'
const ENDS_IN_TITLE = new RegExp(`(?:^|[\\s(“"‘'—–-])(?:${TITLES})\\.\\s*$`)
/** An initial of a name (`George W. Bush`), or an acronym: `U.S.` */
const ENDS_IN_INITIALS = /(?:^|[\s(“"‘'—–-])(?:\p{Lu}\.){1,4}\s*$/u
// After `U.S.` a sentence may well begin. Words that begin one far more often than they belong to a name:
const BEGINS_SENTENCE =
  /^["“‘'(]?(?:The|A|An|In|On|At|It|Its|He|She|They|We|I|But|And|This|That|These|Those|There|However|Meanwhile|After|Before|If|When|While|For|As|His|Her|Their|Last|Earlier)\b/
const BEGINS_LOWER = /^["“‘'(]?\p{Ll}/u

function sentencesWithin(text: string, paragraph: Span): Span[] {
  const whole = text.slice(paragraph.start, paragraph.end)
  const found: Span[] = []
  let start = 0
  for (const { index, segment } of segmenter.segment(whole)) {
    const end = index + segment.length
    if (end < whole.length && goesOn(whole.slice(start, end), whole.slice(end, end + 24))) continue
    found.push(trimmed(whole, start, end, paragraph.start))
    start = end
  }
  return found.filter((span) => span.start < span.end)
}

function goesOn(sentence: string, next: string): boolean {
  if (ENDS_IN_TITLE.test(sentence.slice(-16))) return true
  if (/[.?!]["”’')]*\s*$/.test(sentence) && BEGINS_LOWER.test(next)) return true
  return ENDS_IN_INITIALS.test(sentence.slice(-16)) && !BEGINS_SENTENCE.test(next)
}

function trimmed(whole: string, start: number, end: number, base: number): Span {
  const piece = whole.slice(start, end)
  return {
    start: base + start + piece.length - piece.trimStart().length,
    end: base + start + piece.trimEnd().length,
  }
}
