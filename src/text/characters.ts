/**
 * What each character is to Casebook's words: the table behind `words.ts` and `fold.ts`.
 *
 * Filled on demand, one byte for each UTF-16 code unit: asking Unicode properties of 65,536 characters at
 * start would cost more than most texts need.
 */

export const CharacterKind = {
  /** Parts words: spaces, punctuation, symbols, emoji, superscript digits (a footnote mark is no part of its word). */
  border: 1,
  letter: 2,
  digit: 3,
  /** A word by itself: scripts that put no spaces between words (Han, kana, Thai, Lao, Khmer, Burmese). */
  single: 4,
  /** A combining mark: belongs to the character before it. */
  mark: 5,
  /** Invisible inside a word: soft hyphen, joiners, direction marks, the Arabic tatweel. */
  silent: 6,
  /** Dropped between letters, a border elsewhere: straight and curly apostrophes, ayn and hamza signs, geresh. */
  apostrophe: 7,
} as const
export type CharacterKind = (typeof CharacterKind)[keyof typeof CharacterKind]

const APOSTROPHES = new Set("'`´\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u05f3\uff07")
/** A letter of a script that puts no spaces between words. */
export const UNSPACED_LETTER =
  /^(?=[\p{L}\p{Nl}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]$/u
const LETTER = /^[\p{L}\p{Nl}]$/u
const DIGIT = /^\p{Nd}$/u
// U+FF9E and U+FF9F are the half-width kana voicing marks: letters to Unicode, marks to a reader.
const MARK = /^[\p{M}\uff9e\uff9f]$/u
// U+200B marks a place where words may part, so it stays a border.
const SILENT = /^(?!\u200b)[\p{Cf}\u0640]$/u

const kinds = new Uint8Array(0x10000)
const astralKinds = new Map<number, CharacterKind>()

/** The kind of the character that starts at `at`; a lone surrogate is a border. */
export function kindAt(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at)
  const known = kinds[unit]
  if (known) return known as CharacterKind
  return unit >= 0xd800 && unit <= 0xdfff ? astralKindAt(text, at) : remember(unit)
}

function remember(unit: number): CharacterKind {
  const kind = classify(String.fromCharCode(unit))
  kinds[unit] = kind
  return kind
}

function astralKindAt(text: string, at: number): CharacterKind {
  const point = text.codePointAt(at) ?? 0
  if (point < 0x10000) return CharacterKind.border
  let kind = astralKinds.get(point)
  if (kind === undefined) {
    kind = classify(String.fromCodePoint(point))
    astralKinds.set(point, kind)
  }
  return kind
}

function classify(character: string): CharacterKind {
  if (APOSTROPHES.has(character)) return CharacterKind.apostrophe
  if (MARK.test(character)) return CharacterKind.mark
  if (SILENT.test(character)) return CharacterKind.silent
  if (UNSPACED_LETTER.test(character)) return CharacterKind.single
  if (LETTER.test(character)) return CharacterKind.letter
  if (DIGIT.test(character)) return CharacterKind.digit
  return CharacterKind.border
}

/** Length in code units of the character that starts at `at`: 2 for a surrogate pair, else 1. */
export function unitsAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
