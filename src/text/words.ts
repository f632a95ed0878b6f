import { CharacterKind, kindAt, unitsAt } from './characters.ts'
import { foldCharacter } from './fold.ts'

/**
 * The one tokenizer of Casebook: the index, the query, the marks in a hit and the comparison of texts all cut words here.
 *
 * A word is a run of letters and digits, folded (`fold.ts`), never stemmed.
 * - Hyphens and dashes part words: `al-Sharaa` is `al` + `sharaa`.
 * - Apostrophes between letters are dropped, and so is a possessive `'s`, though the span covers it:
 *   `Hay'at` is `hayat`, `Netanyahu’s` is `netanyahu`.
 * - Dotted single letters join: `U.S.` is `us`, and its span covers the last dot.
 * - Digits grouped by thousands join: `1,000` is `1000`. Other numbers part at their points: `1.5` is `1` + `5`.
 * - Scripts without spaces between words give one word a character; what was typed as one word is then a phrase.
 *
 * Linear in the length of the text. Offsets are UTF-16 code units on the text as it was handed in.
 */
export type Word = {
  /** Folded; letters and digits alone, so a space can join words without loss. Never empty. */
  word: string
  start: number
  end: number
}

/** Calls `visit` for each word in text order. Makes no object per word. */
export function eachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  // Lowering the whole text once is several times faster than word by word; `İ` makes it longer, and then offsets part.
  const lowered = text.toLowerCase()
  const scan: Scan = { text, lower: lowered.length === text.length ? lowered : null, word: '', end: 0 }
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at)
    if (kind === CharacterKind.letter || kind === CharacterKind.digit) readWord(scan, at)
    else if (kind === CharacterKind.single) readSingle(scan, at)
    else {
      at += 1
      continue
    }
    if (scan.word !== '') visit(scan.word, at, scan.end)
    at = scan.end
  }
}

/** All words of a text, in order. */
export function words(text: string): Word[] {
  const found: Word[] = []
  eachWord(text, (word, start, end) => found.push({ word, start, end }))
  return found
}

/**
 * The words joined by single spaces: what a full-text index is fed with. Its n-th word is the n-th of `words(text)` as
 * long as the index cuts at ASCII spaces alone (FTS5: `tokenize='ascii'`).
 */
export function foldedStream(text: string): string {
  return foldedWords(text).join(' ')
}

/** The words of a text, without their places. */
export function foldedWords(text: string): string[] {
  const found: string[] = []
  eachWord(text, (word) => found.push(word))
  return found
}

type Scan = {
  readonly text: string
  readonly lower: string | null
  word: string
  /** End of the word's span; reading goes on there. */
  end: number
}

/** Reads the word that starts at `start` into `scan`. */
function readWord(scan: Scan, start: number): void {
  const { text } = scan
  let at = start
  while (at < text.length && isPlain(text.charCodeAt(at))) at += 1
  if (at - start <= 1 && readAcronym(scan, start)) return
  if (at === text.length || !goesOn(text, start, at)) {
    take(scan, scan.lower ? scan.lower.slice(start, at) : text.slice(start, at).toLowerCase(), at)
  } else readJoined(scan, start, at)
}

/** ASCII letters and digits. */
function isPlain(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
}

/** Whether what stands at `at` carries on the word begun at `start`, which reaches up to `at`. */
function goesOn(text: string, start: number, at: number): boolean {
  const kind = kindAt(text, at)
  if (kind === CharacterKind.border) return groupsDigits(text, start, at) || isGershayim(text, at)
  if (kind === CharacterKind.apostrophe) return isWordly(text, at + 1)
  return kind !== CharacterKind.single
}

function take(scan: Scan, word: string, end: number): void {
  scan.word = word
  scan.end = end
}

/** The general case: a word with more than plain letters in it. `from` is where the plain ones ended. */
function readJoined(scan: Scan, start: number, from: number): void {
  const { text } = scan
  let end = from
  for (let at = from; at < text.length && goesOn(text, start, at); at += unitsAt(text, at)) {
    if (isPossessive(text, at)) {
      take(scan, foldWord(text, start, at), at + 2)
      return
    }
    // A word ends with a letter or a mark, so an invisible character behind it stays outside.
    if (isWordly(text, at) || kindAt(text, at) === CharacterKind.mark) end = at + unitsAt(text, at)
  }
  take(scan, foldWord(text, start, end), end)
}

function readSingle(scan: Scan, start: number): void {
  const { text } = scan
  let end = start + unitsAt(text, start)
  while (end < text.length && kindAt(text, end) === CharacterKind.mark) end += unitsAt(text, end)
  take(scan, foldWord(text, start, end), end)
}

function isWordly(text: string, at: number): boolean {
  if (at >= text.length) return false
  const kind = kindAt(text, at)
  return kind === CharacterKind.letter || kind === CharacterKind.digit
}

/** An apostrophe and an `s` that ends the word. */
function isPossessive(text: string, at: number): boolean {
  if (at >= text.length || kindAt(text, at) !== CharacterKind.apostrophe) return false
  const letter = text.charCodeAt(at + 1)
  if (letter !== 115 && letter !== 83) return false
  const after = at + 2
  if (after >= text.length) return true
  const kind = kindAt(text, after)
  if (kind === CharacterKind.apostrophe) return !isWordly(text, after + 1)
  return kind === CharacterKind.border || kind === CharacterKind.single
}

/** Reads a dotted acronym (`U.S.`, `J.D`, `a.m.`), its possessive included. */
function readAcronym(scan: Scan, start: number): boolean {
  const { text } = scan
  let end = start
  let letters = 0
  while (isLoneLetter(text, end)) {
    letters += 1
    end += 1
    if (text.charCodeAt(end) !== DOT) break
    end += 1
  }
  if (letters < 2) return false
  take(scan, foldWord(text, start, end), isPossessive(text, end) ? end + 2 : end)
  return true
}

const DOT = 46

function isLoneLetter(text: string, at: number): boolean {
  if (at >= text.length || kindAt(text, at) !== CharacterKind.letter || unitsAt(text, at) === 2) return false
  if (at + 1 >= text.length) return true
  const after = kindAt(text, at + 1)
  return after === CharacterKind.border || after === CharacterKind.apostrophe
}

/** Whether the comma (or narrow space, or Arabic separator) at `at` groups thousands of the number begun at `start`. */
function groupsDigits(text: string, start: number, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== 44 && unit !== 0x066c && unit !== 0x202f) return false
  let before = at
  while (before > start && isDigit(text, before - 1)) before -= 1
  const first = at - before
  if (first === 0 || first > 3) return false
  if (before > start && (first !== 3 || text.charCodeAt(before - 1) !== unit)) return false
  return isDigit(text, at + 1) && isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4)
}

function isDigit(text: string, at: number): boolean {
  return at < text.length && kindAt(text, at) === CharacterKind.digit
}

/** The quote inside a Hebrew acronym (`צה"ל`), which keyboards write in several ways. */
function isGershayim(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== 34 && unit !== 0x05f4 && unit !== 0x201d) return false
  return isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1))
}

function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea
}

/** The letters, digits and marks of a stretch, folded; what joins them is left out. */
function foldWord(text: string, start: number, end: number): string {
  let folded = ''
  let composes = false
  for (let at = start; at < end; ) {
    const kind = kindAt(text, at)
    const units = unitsAt(text, at)
    const unit = text.charCodeAt(at)
    if (kind <= CharacterKind.mark && kind !== CharacterKind.border) {
      if (unit < 128) folded += text[at]
      else folded += foldCharacter(text.slice(at, at + units))
      composes ||= kind === CharacterKind.mark || (unit >= 0x1100 && unit <= 0x11ff)
    }
    at += units
  }
  const lower = folded.toLowerCase()
  return composes ? lower.normalize('NFC') : lower
}
