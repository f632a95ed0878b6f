/**
 * Typography that differs between copies of one text: curly and straight quotes, kinds of dash and space, an ellipsis as one
 * character or three dots, soft hyphens. Plain text has the keyboard's forms, and knows where each of them stood.
 */

export type PlainText = {
  text: string
  /** For each offset on the plain text, its end included, the offset on the original. */
  origin: Int32Array
}

/** Curly quotes straightened, one character for one, so that offsets stay. */
export function straightenQuotes(text: string): string {
  return text.replace(/[\u2018-\u201b\u2032`´]/g, "'").replace(/[\u201c-\u201f\u2033«»]/g, '"')
}

/**
 * Quotes straight, dashes and spaces of one kind, runs of white space one space, `…` three dots; soft hyphens and other invisible
 * characters gone. Case, accents and words stay.
 */
export function plainTypography(original: string): PlainText {
  const units = new Uint16Array(original.length * 3)
  const origin = new Int32Array(original.length * 3 + 1)
  let length = 0
  for (let at = 0; at < original.length; at += 1) {
    const unit = plainUnit(original.charCodeAt(at))
    if (unit === NOTHING || (unit === SPACE && length > 0 && units[length - 1] === SPACE)) continue
    const copies = unit === DOTS ? 3 : 1
    for (let copy = 0; copy < copies; copy += 1) {
      units[length] = unit === DOTS ? 46 : unit
      origin[length] = at
      length += 1
    }
  }
  origin[length] = original.length
  return { text: decode(units.subarray(0, length)), origin: origin.slice(0, length + 1) }
}

const NOTHING = 0
const SPACE = 32
const DOTS = 0x2026

function plainUnit(unit: number): number {
  if (unit > 32 && unit < 127) return unit === 96 ? 39 : unit
  if (unit <= 32 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a)) return SPACE
  if (unit === 0x202f || unit === 0x205f || unit === 0x2028 || unit === 0x2029) return SPACE
  if ((unit >= 0x2018 && unit <= 0x201b) || unit === 0x2032 || unit === 0xb4) return 39
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0x2033 || unit === 0xab || unit === 0xbb) return 34
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212) return 45
  if (unit === 0xad || (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff)
    return NOTHING
  return unit
}

// `String.fromCharCode` takes its units as arguments, of which there may not be too many.
const BATCH = 8192

function decode(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += BATCH)
    text += String.fromCharCode(...units.subarray(at, at + BATCH))
  return text
}
