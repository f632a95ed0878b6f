import { decode } from './decode.ts'
import { isClean, rankEncodings } from './guess-encoding.ts'

/** In which encodings the bytes of a text can be read, and how telling words of it read in each. */

export interface ReadInEncoding {
  readonly name: string
  readonly sample: string
  /** Compared with the likeliest, 0–1. */
  readonly likelihood: number
}

const sampledBytes = 65_536
const mostOffered = 8
/** Offered behind the others: a few words tell little, and theirs may be the one that nothing spoke for. */
const everywhere = [
  'Windows-1252',
  'Windows-1251',
  'Windows-1255',
  'Windows-1256',
  'GB18030',
  'Shift_JIS',
].map((name) => ({ name, weight: 0 }))

/** The likeliest first; those that give the same words as a likelier one are left out. */
export function likelyEncodings(bytes: Uint8Array): ReadInEncoding[] {
  const sampled = bytes.subarray(0, sampledBytes)
  const ranked = [...rankEncodings(sampled), ...everywhere]
  const read: ReadInEncoding[] = []
  for (const { name, weight } of ranked) {
    if (read.length === mostOffered) break
    const sample = sampleIn(sampled, name)
    if (!isClean(sample) || read.some((one) => one.sample === sample)) continue
    read.push({ name, sample, likelihood: weight / (ranked[0]?.weight || 1) })
  }
  return read
}

/** Where the letters differ between encodings: the lines that have more than plain Latin ones. */
export function sampleIn(bytes: Uint8Array, encoding: string): string {
  return tellingLines(decode(bytes, { asked: encoding }).text)
}

export function tellingLines(text: string): string {
  const telling = text.split('\n').filter((line) => /[^\x00-\x7f]/.test(line))
  return telling.join('\n').trim().slice(0, 400)
}
