import type { Span } from '#contract/source.ts'
import { foldCharacter } from '#text/fold.ts'

/** Finding words or a pattern in one text. Offsets are UTF-16 code units on that text. */
export interface Wanted {
  readonly words: string
  readonly isPattern: boolean
  readonly matchCase: boolean
}

export type Found =
  | { readonly ok: true; readonly spans: readonly Span[]; readonly more: boolean }
  /** The pattern is not a regular expression, or takes too long: in a sentence. */
  | { readonly ok: false; readonly message: string }

/** More cannot be walked through; a count of `5,000+` says so. */
export const mostFound = 5_000

export function findWords(text: string, wanted: Wanted): Found {
  if (wanted.words === '') return { ok: true, spans: [], more: false }
  if (wanted.isPattern) return findPattern(text, wanted)
  return wanted.matchCase ? findExactly(text, wanted.words) : findFolded(foldedText(text), wanted.words)
}

function findExactly(text: string, words: string): Found {
  const spans: Span[] = []
  let at = text.indexOf(words)
  while (at >= 0 && spans.length < mostFound) {
    spans.push({ start: at, end: at + words.length })
    at = text.indexOf(words, at + words.length)
  }
  return { ok: true, spans, more: at >= 0 }
}

/** Case, accents, vowel marks and the shape of quotes aside, as in the search of the casebook. */
interface FoldedText {
  readonly folded: string
  /** For every unit of `folded` where its character starts in the text, and at the end the text's length. */
  readonly starts: Uint32Array
}

function findFolded({ folded, starts }: FoldedText, words: string): Found {
  const sought = foldedText(words).folded
  if (sought === '') return { ok: true, spans: [], more: false }
  const spans: Span[] = []
  let at = folded.indexOf(sought)
  while (at >= 0 && spans.length < mostFound) {
    spans.push({ start: starts[at] ?? 0, end: starts[at + sought.length] ?? 0 })
    at = folded.indexOf(sought, at + sought.length)
  }
  return { ok: true, spans, more: at >= 0 }
}

let lastFolded: { text: string; answer: FoldedText } | null = null

/** The text of the open source is folded once and not at every letter typed. */
function foldedText(text: string): FoldedText {
  if (lastFolded?.text === text) return lastFolded.answer
  const pieces: string[] = []
  const starts: number[] = []
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const folded = foldCharacter(character)
    for (let unit = 0; unit < folded.length; unit++) starts.push(at)
    pieces.push(folded)
    at += character.length
  }
  starts.push(text.length)
  const answer = { folded: pieces.join(''), starts: Uint32Array.from(starts) }
  if (text.length > 1_000) lastFolded = { text, answer }
  return answer
}

function findPattern(text: string, { words, matchCase }: Wanted): Found {
  const pattern = patternFrom(words, matchCase)
  if (pattern === null) return { ok: false, message: 'This is not a regular expression yet.' }
  const spans: Span[] = []
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue
    if (spans.length === mostFound) return { ok: true, spans, more: true }
    spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return { ok: true, spans, more: false }
}

function patternFrom(words: string, matchCase: boolean): RegExp | null {
  try {
    return new RegExp(words, matchCase ? 'gmu' : 'gimu')
  } catch {
    return null
  }
}
