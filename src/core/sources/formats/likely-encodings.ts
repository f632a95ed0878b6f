import { detectAll } from 'jschardet'
import { decode } from './decode.ts'

/** In which encodings the bytes of a text can be read, and how telling words of it read in each. */

export interface ReadInEncoding {
  readonly name: string
  readonly sample: string
  /** Compared with the likeliest, 0–1. */
  readonly likelihood: number
}

/** What texts are found in today; the many other old code pages would only be guessed by mistake. */
const usual =
  /^(?:windows-125[0-8]|iso-8859-(?:1|2|5|6|7|8|9|15)|koi8-[ru]|tis-620|shift_jis|euc-(?:jp|kr)|gb(?:18030|2312|k)|big5|cp949)$/i
/** Offered, but half as likely: few texts are that old. */
const old = /^(?:cp437|cp85[02]|ibm866|macroman|maccyrillic)$/i

const sampledBytes = 65_536
const mostOffered = 8

/** The likeliest first; those that give the same words as a likelier one are left out. */
export function likelyEncodings(bytes: Uint8Array): ReadInEncoding[] {
  const sampled = bytes.subarray(0, sampledBytes)
  const ranked = detectAll(Buffer.from(sampled))
    .flatMap(({ encoding, confidence }) =>
      encoding === null ? [] : [{ name: encoding, weight: confidence * usualness(encoding) }],
    )
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  const read: ReadInEncoding[] = []
  for (const { name, weight } of ranked) {
    if (read.length === mostOffered) break
    const sample = sampleIn(sampled, name)
    if (isUnclean(sample) || read.some((one) => one.sample === sample)) continue
    read.push({ name, sample, likelihood: weight / (ranked[0]?.weight ?? weight) })
  }
  return read
}

function usualness(encoding: string): number {
  return usual.test(encoding) ? 1 : old.test(encoding) ? 0.5 : 0
}

/** Where the letters differ between encodings: the lines that have more than plain Latin ones. */
export function sampleIn(bytes: Uint8Array, encoding: string): string {
  return tellingLines(decode(bytes, { asked: encoding }).text)
}

export function tellingLines(text: string): string {
  const telling = text.split('\n').filter((line) => /[^\x00-\x7f]/.test(line))
  return telling.join('\n').trim().slice(0, 400)
}

/** Signs that nobody writes: what cannot be read, and the controls above ASCII. */
function isUnclean(sample: string): boolean {
  return /[\ufffd\u0080-\u009f]/.test(sample)
}
