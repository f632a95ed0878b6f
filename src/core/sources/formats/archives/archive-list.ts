import iconv from 'iconv-lite'
import { CasebookError } from '#contract/failure.ts'

/** The list at the end of a ZIP archive (APPNOTE 6.3.10, §4.3.12): what is in it, and where. Archives in several parts are left out. */

export interface ArchiveEntry {
  readonly name: string
  /** Where its packed bytes lie. */
  readonly start: number
  readonly end: number
  /** How many bytes it is said to unfold to. */
  readonly size: number
  readonly packing: 'stored' | 'deflated' | 'other'
  readonly isEncrypted: boolean
}

const ends = { list: 0x06054b50, list64: 0x06064b50, locator64: 0x07064b50 }
const marks = { entry: 0x02014b50, file: 0x04034b50 }
const longestComment = 65_535

/** @throws CasebookError source.damaged */
export function listEntries(archive: Uint8Array): ArchiveEntry[] {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.length)
  try {
    const { count, start } = findList(view)
    const entries: ArchiveEntry[] = []
    let at = start
    for (let number = 0; number < count; number++) {
      if (view.readUInt32LE(at) !== marks.entry) throw damaged('its list is broken')
      entries.push(readEntry(view, at))
      at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) throw damaged('its list points beyond its end', error)
    throw error
  }
}

/** It stands at the very end, behind it at most a comment; for large archives a second one stands before it. */
function findList(view: Buffer): { count: number; start: number } {
  const least = Math.max(0, view.length - 22 - longestComment)
  for (let at = view.length - 22; at >= least; at--) {
    if (view.readUInt32LE(at) !== ends.list) continue
    const isLarge = at >= 20 && view.readUInt32LE(at - 20) === ends.locator64
    if (!isLarge) return { count: view.readUInt16LE(at + 10), start: view.readUInt32LE(at + 16) }
    const large = Number(view.readBigUInt64LE(at - 12))
    if (view.readUInt32LE(large) !== ends.list64) throw damaged('its list is broken')
    return {
      count: Number(view.readBigUInt64LE(large + 32)),
      start: Number(view.readBigUInt64LE(large + 48)),
    }
  }
  throw damaged('it has no list of its files')
}

function readEntry(view: Buffer, at: number): ArchiveEntry {
  const [flags, method] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10)]
  const nameEnd = at + 46 + view.readUInt16LE(at + 28)
  const { packed, size, offset } = placeOf(view, at, nameEnd)
  if (view.readUInt32LE(offset) !== marks.file) throw damaged('its list is broken')
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
  if (start + packed > view.length) throw damaged('it breaks off')
  return {
    name: decodeName(view.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
    start,
    end: start + packed,
    size,
    packing: method === 0 ? 'stored' : method === 8 ? 'deflated' : 'other',
    isEncrypted: (flags & 1) === 1,
  }
}

const large = 0xffff_ffff

/** Numbers that do not fit in 32 bits stand in an extra field, in this order, each only where it does not fit. */
function placeOf(
  view: Buffer,
  at: number,
  extraStart: number,
): { packed: number; size: number; offset: number } {
  let field = 0
  const extra = extraField(view, extraStart, extraStart + view.readUInt16LE(at + 30))
  const number = (value: number) => {
    if (value !== large || extra === null) return value
    field += 8
    return Number(extra.readBigUInt64LE(field - 8))
  }
  const size = number(view.readUInt32LE(at + 24))
  const packed = number(view.readUInt32LE(at + 20))
  return { size, packed, offset: number(view.readUInt32LE(at + 42)) }
}

function extraField(view: Buffer, start: number, end: number): Buffer | null {
  for (let at = start; at + 4 <= end; at += 4 + view.readUInt16LE(at + 2))
    if (view.readUInt16LE(at) === 1) return view.subarray(at + 4, at + 4 + view.readUInt16LE(at + 2))
  return null
}

/** Old archives are in code page 437; many are in UTF-8 and do not say so. */
function decodeName(bytes: Buffer, isUtf8: boolean): string {
  if (isUtf8) return bytes.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'cp437')
  }
}

export function damaged(why: string, cause?: unknown): CasebookError {
  return new CasebookError('source.damaged', `The archive is damaged: ${why}.`, {}, { cause })
}
