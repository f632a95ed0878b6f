import iconv from 'iconv-lite'
import { CasebookError } from '#contract/failure.ts'
import { guessEncoding, isClean, isKnown } from './guess-encoding.ts'

/** Bytes become characters. What can be proved comes first (a mark, strict UTF-8), then what was said, then a guess. */

export interface Decoded {
  readonly text: string
  /** Its name as iconv-lite knows it. */
  readonly encoding: string
  readonly how: 'asked' | 'mark' | 'proved' | 'declared' | 'guess'
}

export interface DecodeHints {
  /** Read in this encoding, whatever the bytes look like. */
  readonly asked?: string | undefined
  /** What the file says of itself (a charset in its markup or headers). */
  readonly declared?: string | undefined
}

/** @throws CasebookError source.encoding (the encoding that was asked for is unknown), source.binary */
export function decode(bytes: Uint8Array, { asked, declared }: DecodeHints = {}): Decoded {
  if (asked !== undefined) return decodeAs(bytes, knownEncoding(asked), 'asked')
  const marked = markedEncoding(bytes)
  if (marked !== null) return decodeAs(bytes, marked, 'mark')
  const wide = wideEncoding(bytes)
  if (wide !== null) return decodeAs(bytes, wide, 'guess')
  if (looksBinary(bytes)) throw new CasebookError('source.binary', 'This is not a text file.')
  const shifted = shiftedEncoding(bytes)
  if (shifted !== null) return decodeAs(bytes, shifted, 'proved')
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', how: 'proved' }
  const said = declared !== undefined && isKnown(declared) ? decodeAs(bytes, declared, 'declared') : null
  if (said !== null && isClean(said.text)) return said
  const guessed = decodeAs(bytes, guessEncoding(bytes), 'guess')
  // A template may declare what its words are not in; where nothing fits, what was said goes first.
  return said !== null && !isClean(guessed.text) ? said : guessed
}

function decodeAs(bytes: Uint8Array, encoding: string, how: Decoded['how']): Decoded {
  const text = iconv.encodingExists(encoding)
    ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding)
    : new TextDecoder(encoding).decode(bytes)
  return { text, encoding, how }
}

function knownEncoding(name: string): string {
  if (isKnown(name)) return name
  throw new CasebookError('source.encoding', `There is no encoding named ${name}.`, { encoding: name })
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** Without a mark: no character lies beyond U+10FFFF, which shows UTF-32; Latin letters leave every other byte of UTF-16 zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  return fourByteEncoding(bytes.subarray(0, 4_096)) ?? twoByteEncoding(bytes)
}

function fourByteEncoding(sample: Uint8Array): string | null {
  const characters = Math.floor(sample.length / 4)
  if (characters < 2 || sample.every((byte) => byte === 0)) return null
  const fits = (high: number, middle: number) => {
    for (let at = 0; at < characters * 4; at += 4) {
      if (sample[at + high] !== 0 || (sample[at + middle] ?? 0) > 0x10) return false
    }
    return true
  }
  if (fits(0, 1)) return 'utf-32be'
  return fits(3, 2) ? 'utf-32le' : null
}

function twoByteEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4_096)
  if (sample.length < 4) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.02) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.02) return 'utf-16be'
  return null
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let [nuls, controls] = [0, 0]
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0
    if (byte >= 0x20) continue
    if (byte === 0) nuls++
    else if (!(byte >= 0x07 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a) controls++
  }
  return nuls > sample.length * 0.01 || controls > sample.length * 0.05
}

/** ISO-2022-JP is pure ASCII to the eye of UTF-8: its escapes tell it. */
function shiftedEncoding(bytes: Uint8Array): string | null {
  return /\x1b(?:\$[@B]|\([JI])/.test(latin1(bytes.subarray(0, 65_536))) ? 'iso-2022-jp' : null
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
