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
const usual: ReadonlySet<string> = new Set([
  ...['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255'],
  ...['windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-1', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6'],
  ...['iso-8859-7', 'iso-8859-8', 'iso-8859-9', 'iso-8859-15', 'koi8-r', 'koi8-u', 'tis-620', 'shift_jis'],
  ...['euc-jp', 'gb18030', 'gb2312', 'gbk', 'big5', 'euc-kr', 'cp949'],
])
/** Offered, but half as likely: few texts are that old. */
const old: ReadonlySet<string> = new Set(['cp437', 'cp850', 'cp852', 'ibm866', 'macroman', 'maccyrillic'])

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
  const name = encoding.toLowerCase()
  return usual.has(name) ? 1 : old.has(name) ? 0.5 : 0
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
