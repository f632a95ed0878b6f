import { UNSPACED_LETTER } from './characters.ts'

/**
 * Folding: what search and matching treat as the same. Storage and quotation never fold.
 *
 * Folded away: case, accents, Arabic vowel marks and tatweel, hamza on its carriers, Hebrew niqqud, full and
 * half width, ligatures, curly quotes, the kinds of dash and of space, Eastern Arabic digits. Marks that carry the
 * sound of a letter (Indic vowel signs, the voicing of kana) stay.
 */

/** The folded text. Its length differs from the text's: for offsets use `words.ts`. Folding twice changes nothing. */
export function fold(text: string): string {
  const lowered = text.toLowerCase()
  const folded = lowered.replace(UNLIKE_ASCII, foldCharacter)
  return folded === lowered ? folded : folded.normalize('NFC')
}

// The backtick is the one ASCII character, besides capitals, that folds to another.
const UNLIKE_ASCII = /[`\u0080-\u{10ffff}]/gu

/**
 * One character folded: often one character, sometimes none (an accent) or several (`ß`). Decomposed Hangul and
 * kana come back in pieces; whoever joins them normalises the whole to NFC.
 */
export function foldCharacter(character: string): string {
  let folded = known.get(character)
  if (folded === undefined) {
    folded = foldAnew(character)
    known.set(character, folded)
  }
  return folded
}

const known = new Map<string, string>()

const SPECIAL: Readonly<Record<string, string>> = {
  // Letters that Unicode does not decompose but that are typed without their sign.
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  // Arabic and Persian: alef wasla, alef maqsura, Farsi yeh, teh marbuta, keheh.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
}

// Accents of Latin, Greek and Cyrillic; Hebrew points; Arabic marks; marks for symbols; variation selectors.
const STRIPPED =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g
const SILENT = /[\u00ad\u0640\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const SINGLE_QUOTES = /[`´\u2018-\u201b\u2032\u02b9\u02bb-\u02bf\u05f3\uff07]/g
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb\u05f4\uff02]/g
const DASHES = /[\p{Pd}\u2212]/gu
const SPACES = /\p{Zs}/gu
const LETTER = /\p{L}/u
const NO_LETTER = /[^\p{L}\p{N}\p{M}]/gu
// Superscripts, fractions and circled numbers keep their form: `x²` is not `x2`, and `½` is not a word `12`.
const OTHER_NUMBER = /\p{No}/u

function foldAnew(character: string): string {
  if (OTHER_NUMBER.test(character)) return character
  const plain = plainPunctuation(character)
  const bare = strip(strip(plain.normalize('NFKD')).toLowerCase())
  const folded = Array.from(bare, (part) => SPECIAL[part] ?? easternDigit(part))
    .join('')
    .normalize('NFC')
  return LETTER.test(plain) ? lettersOf(folded, plain) : plainPunctuation(folded)
}

function strip(text: string): string {
  return text.replace(STRIPPED, '').replace(SILENT, '')
}

/** A letter stays one word or part of one, though some decompose into phrases (`ﷺ`), and some of words by themselves into several. */
function lettersOf(folded: string, letter: string): string {
  const letters = folded.replace(SINGLE_QUOTES, "'").replace(NO_LETTER, '')
  return UNSPACED_LETTER.test(letter) && Array.from(letters).length > 1 ? letter : letters
}

function plainPunctuation(character: string): string {
  return character
    .replace(SILENT, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
}

function easternDigit(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660)
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0)
  return character
}
