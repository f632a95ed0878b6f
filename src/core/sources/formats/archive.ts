import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { CasebookError } from '#contract/failure.ts'

/** Archives and the documents that are archives. What comes out is counted while it comes out: headers may lie. */

export interface ArchiveLimits {
  /** Of everything that comes out of one archive. */
  readonly bytes: number
  readonly entries: number
}

const limits: ArchiveLimits = { bytes: 128 * 1024 * 1024, entries: 10_000 }

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The names in the archive, without taking anything out; none where its list cannot be read. */
export function namesInArchive(bytes: Uint8Array): string[] {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    return []
  }
  return names
}

/**
 * Takes out the entries that are wanted. The others are inflated and counted too, since a bomb may lie in any.
 * @throws CasebookError source.too-large, source.damaged
 */
export function inflateArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean = () => true,
  { bytes: mostBytes, entries: mostEntries }: ArchiveLimits = limits,
): Map<string, Uint8Array> {
  const taken = new Map<string, Uint8Array>()
  let [total, entries] = [0, 0]
  const unzip = new Unzip((entry) => {
    if (++entries > mostEntries) throw tooLarge(`more than ${mostEntries} files`)
    if (entry.name.endsWith('/')) return
    const wanted = isWanted(entry.name)
    const chunks: Uint8Array[] = []
    entry.ondata = (error, chunk, isLast) => {
      if (error) throw error
      total += chunk.length
      if (total > mostBytes) throw tooLarge(`more than ${mostBytes / 1024 / 1024} MB`)
      if (!wanted) return
      chunks.push(chunk)
      if (isLast) taken.set(entry.name, Buffer.concat(chunks))
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    pushInPieces(unzip, bytes)
  } catch (error) {
    if (error instanceof CasebookError) throw error
    throw isEncrypted(bytes) ? encrypted() : damaged(error)
  }
  return taken
}

/** Whether the list at the archive's end marks one of its files so (APPNOTE 6.3.10, §4.4.4, bit 0). */
function isEncrypted(bytes: Uint8Array): boolean {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 4))
    if (((archive[at + 8] ?? 0) & 1) === 1) return true
  return false
}

/** A piece inflates at most a thousandfold, so the count is asked before much can come out. */
function pushInPieces(unzip: Unzip, bytes: Uint8Array): void {
  const piece = 16_384
  for (let at = 0; at < bytes.length; at += piece) {
    unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
  }
}

function tooLarge(what: string): CasebookError {
  return new CasebookError('source.too-large', `The archive unfolds to ${what}: it was not opened.`)
}

function encrypted(): CasebookError {
  return new CasebookError(
    'source.encrypted',
    'This archive needs a password: Casebook opens only archives that need none. Unpack it first.',
  )
}

function damaged(cause: unknown): CasebookError {
  return new CasebookError('source.damaged', 'The archive is damaged: it cannot be opened.', {}, { cause })
}
