import { inflateRawSync } from 'node:zlib'
import { CasebookError } from '#contract/failure.ts'
import { type ArchiveEntry, damaged, listEntries } from './archive-list.ts'

/**
 * Archives and the documents that are archives. What they say of their sizes is asked before anything comes out; what comes out may
 * then not be more than was said, so a list that lies refuses the archive.
 */

export interface ArchiveLimits {
  /** Of everything in the archive, and of a single file in it. */
  readonly bytes: number
  readonly entryBytes: number
  readonly entries: number
}

const megabyte = 1024 * 1024
const limits: ArchiveLimits = { bytes: 1024 * megabyte, entryBytes: 128 * megabyte, entries: 20_000 }

/** Text packs to a tenth, dull text to a fiftieth; what is made to burst packs to a thousandth. */
const densest = 200
const notYetDense = 16 * megabyte

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The names in the archive, without taking anything out; none where its list cannot be read. */
export function namesInArchive(bytes: Uint8Array): string[] {
  try {
    return listEntries(bytes).map(({ name }) => name)
  } catch (error) {
    if (error instanceof CasebookError) return []
    throw error
  }
}

/** The files in the archive, each taken out when it is asked for. @throws CasebookError source.too-large, source.damaged */
export function openArchive(bytes: Uint8Array, given: Partial<ArchiveLimits> = {}): ArchiveFile[] {
  const { bytes: most, entryBytes, entries: mostEntries } = { ...limits, ...given }
  const entries = listEntries(bytes).filter(({ name }) => !name.endsWith('/'))
  if (entries.length > mostEntries) throw tooLarge(`more than ${mostEntries} files`)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > most) throw tooLarge(`more than ${inMegabytes(most)}`)
  if (total > notYetDense && total > bytes.length * densest)
    throw tooLarge(`${inMegabytes(total)}, far more than articles do`)
  const large = entries.find(({ size }) => size > entryBytes)
  if (large !== undefined) throw tooLarge(`a file of more than ${inMegabytes(entryBytes)}`)
  return entries.map((entry) => ({ name: entry.name, read: () => inflate(bytes, entry) }))
}

export interface ArchiveFile {
  readonly name: string
  /** @throws CasebookError source.damaged, source.encrypted */
  readonly read: () => Uint8Array
}

/** Takes out the files that are wanted. @throws CasebookError source.too-large, source.damaged, source.encrypted */
export function inflateArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean = () => true,
  given: Partial<ArchiveLimits> = {},
): Map<string, Uint8Array> {
  const wanted = openArchive(bytes, given).filter(({ name }) => isWanted(name))
  return new Map(wanted.map(({ name, read }) => [name, read()]))
}

function inflate(bytes: Uint8Array, { start, end, size, packing, isEncrypted }: ArchiveEntry): Uint8Array {
  if (isEncrypted) {
    throw new CasebookError(
      'source.encrypted',
      'This archive needs a password: Casebook opens only archives that need none. Unpack it first.',
    )
  }
  const packed = bytes.subarray(start, end)
  if (packing === 'stored') return packed
  if (packing === 'other') throw damaged('it is packed in a way that Casebook does not know')
  try {
    return size === 0 ? new Uint8Array() : inflateRawSync(packed, { maxOutputLength: size })
  } catch (error) {
    throw damaged('what comes out is not what its list says', error)
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / megabyte)} MB`
}

function tooLarge(what: string): CasebookError {
  return new CasebookError('source.too-large', `The archive unfolds to ${what}: it was not opened.`)
}
