/**
 * Typography that differs between copies of one text: curly and straight quotes, kinds of dash and space, an ellipsis as one
 * character or three dots, composed and decomposed accents, soft hyphens.
 */

/** Curly quotes straightened, one character for one, so that offsets stay. */
export function straightenQuotes(text: string): string {
  return text.replace(/[\u2018-\u201b\u2032`´]/g, "'").replace(/[\u201c-\u201f\u2033«»]/g, '"')
}

/** A text in the keyboard's forms, which knows where each of its characters stood on the original. */
export type PlainText = {
  text: string
  /** For each offset on the plain text, its end included, the offset on the original. */
  origin: Int32Array
}

/**
 * Quotes straight, dashes and spaces of one kind, runs of white space one space, `…` three dots; accents, vowel points and
 * invisible characters gone. Case and letters stay. Made plain again, plain text stays as it is.
 */
export function plainTypography(original: string): PlainText {
  const { units, origin } = roomFor(original)
  let length = 0
  for (let at = 0; at < original.length; at += 1) {
    const unit = plainUnit(original.charCodeAt(at))
    if (unit === NOTHING || (unit === SPACE && length > 0 && units[length - 1] === SPACE)) continue
    const copies = unit === ELLIPSIS ? 3 : 1
    for (let copy = 0; copy < copies; copy += 1) {
      units[length] = unit === ELLIPSIS ? DOT : unit
      origin[length] = at
      length += 1
    }
  }
  origin[length] = original.length
  return { text: decode(units.subarray(0, length)), origin: origin.subarray(0, length + 1) }
}

const NOTHING = 0
const SPACE = 32
const QUOTE = 34
const APOSTROPHE = 39
const DASH = 45
const DOT = 46
const ELLIPSIS = 0x2026

function roomFor(original: string): { units: Uint16Array; origin: Int32Array } {
  const dots = original.includes('…') ? 2 * original.split('…').length : 0
  return {
    units: new Uint16Array(original.length + dots),
    origin: new Int32Array(original.length + dots + 1),
  }
}

// What each code unit is made, filled on demand; -1 is not known yet.
const plainUnits = new Int32Array(0x10000).fill(-1)

function plainUnit(unit: number): number {
  if (unit > 96 && unit < 127) return unit
  const known = plainUnits[unit] ?? unit
  if (known >= 0) return known
  const plain = makePlain(String.fromCharCode(unit), unit)
  plainUnits[unit] = plain
  return plain
}

// The combining accents, Hebrew points, Arabic vowel marks and tatweel; invisible characters; variation selectors.
const GONE =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/

function makePlain(character: string, unit: number): number {
  if (unit <= SPACE || /\s/.test(character)) return SPACE
  if (GONE.test(character)) return NOTHING
  if (/[\u2018-\u201b\u2032`´]/.test(character)) return APOSTROPHE
  if (/[\u201c-\u201f\u2033«»]/.test(character)) return QUOTE
  if (/[\u2010-\u2015\u2212]/.test(character)) return DASH
  const [base = '', ...marks] = character.normalize('NFD')
  return marks.length > 0 && marks.every((mark) => GONE.test(mark)) ? base.charCodeAt(0) : unit
}

// `String.fromCharCode` takes its units as arguments, of which there may not be too many.
const BATCH = 8192

function decode(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += BATCH)
    text += String.fromCharCode(...units.subarray(at, at + BATCH))
  return text
}
