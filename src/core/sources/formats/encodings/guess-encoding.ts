import iconv from 'iconv-lite'
import { detect, detectAll } from 'jschardet'

/** What encoding bytes are likely in, where nothing proves or declares one. Always an answer: it is shown, and can be changed. */

/** What texts are found in today; the many other old code pages would only be guessed by mistake. */
const usual =
  /^(?:windows-125[0-8]|iso-8859-(?:1|2|5|6|7|8|9|15)|koi8-[ru]|tis-620|shift_jis|cp932|euc-(?:jp|kr)|gb(?:18030|2312|k)|big5|cp949)$/i
/** Offered, but half as likely: few texts are that old. */
const old = /^(?:cp437|cp85[02]|ibm866|macroman|maccyrillic)$/i

export interface LikelyEncoding {
  readonly name: string
  /** The greater, the likelier; not to be compared between texts. */
  readonly weight: number
}

/** The encodings that texts are found in, the likeliest first. */
export function rankEncodings(bytes: Uint8Array): LikelyEncoding[] {
  return detectAll(Buffer.from(bytes))
    .flatMap(({ encoding, confidence }) =>
      encoding === null ? [] : [{ name: encoding, weight: confidence * usualness(encoding) }],
    )
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
}

function usualness(encoding: string): number {
  return usual.test(encoding) ? 1 : old.test(encoding) ? 0.5 : 0
}

/** Western European: where so little speaks for anything that a person would not look further. */
const western = 'Windows-1252'
const slight = 0.05
const fewBytes = 4

export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 262_144)
  const { encoding, confidence } = detect(Buffer.from(sample))
  if (encoding !== null && isKnown(encoding) && (confidence >= slight || !isHardlyForeign(sample)))
    return encoding
  if (isHardlyForeign(sample) && isClean(decoded(sample, western))) return western
  return rankEncodings(sample).find(({ name }) => isClean(decoded(sample, name)))?.name ?? western
}

/** A few signs beyond ASCII among many letters: an accent, a dash, quotation marks. */
function isHardlyForeign(bytes: Uint8Array): boolean {
  const foreign = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  return foreign <= fewBytes && bytes.length > foreign * 3
}

export function isKnown(encoding: string): boolean {
  // iconv-lite knows more old code pages, the platform knows ISO-2022-JP.
  return encoding.toLowerCase() === 'iso-2022-jp' || iconv.encodingExists(encoding)
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding)
}

/** Signs that nobody writes: what cannot be read, and the controls above ASCII. */
export function isClean(text: string): boolean {
  return !/[\ufffd\u0080-\u009f]/.test(text)
}
