import type { Dirent, Stats } from 'node:fs'
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ImportItem, ImportReport } from '#contract/importing.ts'
import { cleanText } from '../formats/encodings/clean-text.ts'
import { type FileOnDisk, fileOnDisk, refuseTooLarge, unreadable } from '../parsing/read-file.ts'

/** What was dropped, chosen or pasted becomes a list of files to read. Nothing is read yet. */

export interface GatheredFile {
  /** As the report names it. */
  readonly path: string
  readonly name: string
  /** Null for something pasted, which is no file. */
  readonly storedPath: string | null
  readonly pasted: 'text' | 'markup' | null
  readonly warnings: readonly string[]
  /** What is at hand, or where it lies: so whoever needs the bytes in another thread can read them there. @throws CasebookError source.unreadable, source.too-large */
  content(): Uint8Array | FileOnDisk
  /** @throws CasebookError source.unreadable, source.too-large */
  readBytes(): Promise<Uint8Array>
  /** No more than the first `most` bytes. @throws CasebookError source.unreadable */
  readBeginning(most: number): Promise<Uint8Array>
}

export interface Gathered {
  readonly files: GatheredFile[]
  readonly skipped: ImportReport['skipped']
  readonly failed: ImportReport['failed']
}

export async function gatherFiles(items: readonly ImportItem[]): Promise<Gathered> {
  const gathered: Gathered = { files: [], skipped: [], failed: [] }
  for (const item of items) {
    switch (item.kind) {
      case 'path':
        await gatherPath(item.path, gathered)
        break
      case 'bytes':
        gathered.files.push(fileOfBytes(item.name, item.bytes))
        break
      case 'paste':
        gathered.files.push(fileOfPaste(item))
        break
    }
  }
  return gathered
}

/** What the analyst named outright is followed, even through a link. */
async function gatherPath(path: string, gathered: Gathered): Promise<void> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) await gatherFolder(path, gathered, new Set([await realpath(path)]))
    else if (facts.isFile()) gathered.files.push(fileAt(path))
    else gathered.skipped.push({ path, reason: reasonAgainst(facts) })
  } catch (error) {
    const failure = unreadable(path, error)
    gathered.failed.push({ path, code: failure.code, message: failure.message })
  }
}

/** Inside a folder links are passed over: so a loop cannot be entered, and nothing outside the folder is read. */
async function gatherFolder(folder: string, gathered: Gathered, entered: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const reason = reasonAgainstEntry(entry)
    if (reason !== null) gathered.skipped.push({ path, reason })
    else if (entry.isFile()) gathered.files.push(fileAt(path))
    else await gatherInner(path, gathered, entered)
  }
}

async function gatherInner(path: string, gathered: Gathered, entered: Set<string>): Promise<void> {
  try {
    const real = await realpath(path)
    if (entered.has(real)) gathered.skipped.push({ path, reason: 'a folder that was read already' })
    else await gatherFolder(path, gathered, entered.add(real))
  } catch (error) {
    const failure = unreadable(path, error)
    gathered.failed.push({ path, code: failure.code, message: failure.message })
  }
}

/** Whether the file or folder, met inside a folder, would be passed over. `facts` are not known at first. */
export function isPassedOver(path: string, facts?: Stats): boolean {
  const name = basename(path)
  if (name.startsWith('.') || isCasebook(name)) return true
  return facts !== undefined && !facts.isFile() && !facts.isDirectory()
}

function isCasebook(name: string): boolean {
  return /\.casebook(?:-wal|-shm|\.lock|\.part|\.format-\d+\.bak)?$/.test(name)
}

function reasonAgainstEntry(entry: Dirent): string | null {
  if (entry.isSymbolicLink()) return 'a link'
  if (entry.name.startsWith('.')) return 'a hidden file'
  if (isCasebook(entry.name)) return 'a casebook'
  return entry.isFile() || entry.isDirectory() ? null : reasonAgainst(entry)
}

function reasonAgainst(entry: Dirent | Stats): string {
  if (entry.isFIFO()) return 'a pipe'
  if (entry.isSocket()) return 'a socket'
  return 'a device'
}

function fileAt(path: string): GatheredFile {
  return {
    path,
    name: basename(path),
    storedPath: path,
    pasted: null,
    warnings: [],
    content: () => fileOnDisk(path),
    readBytes: () =>
      onDisk(path, async (file) => {
        refuseTooLarge((await file.stat()).size)
        return file.readFile()
      }),
    readBeginning: (most) =>
      onDisk(path, async (file) => {
        const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0)
        return buffer.subarray(0, bytesRead)
      }),
  }
}

async function onDisk(path: string, read: (file: FileHandle) => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    // A pipe put in the file's place since would hold the reader for ever.
    if (!(await lstat(path)).isSymbolicLink() && !(await stat(path)).isFile())
      throw new Error('no longer a file')
    const file = await open(path, 'r')
    try {
      return await read(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

function fileOfBytes(name: string, bytes: Uint8Array): GatheredFile {
  const content = () => {
    refuseTooLarge(bytes.length)
    return bytes
  }
  return {
    path: name,
    name: basename(name),
    storedPath: name,
    pasted: null,
    warnings: [],
    content,
    readBytes: async () => content(),
    readBeginning: async (most) => bytes.subarray(0, most),
  }
}

function fileOfPaste(item: Extract<ImportItem, { kind: 'paste' }>): GatheredFile {
  const markup = item.html !== undefined && /<\w/.test(item.html) ? item.html : null
  const { text, warnings } = cleanText(markup ?? item.text)
  const path = item.name ?? 'Pasted text'
  const bytes = new TextEncoder().encode(text)
  return {
    path,
    name: path,
    storedPath: null,
    pasted: markup === null ? 'text' : 'markup',
    warnings,
    content: () => bytes,
    readBytes: async () => bytes,
    readBeginning: async (most) => bytes.subarray(0, most),
  }
}
