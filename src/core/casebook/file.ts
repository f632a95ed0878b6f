import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { CasebookError } from '#contract/failure.ts'
import { formatVersion, migrations } from './migrations/migrations.ts'

/** The SQLite file as such: is it one of ours, which format, how it is opened, how an old one becomes a new one. */

/** 'CsBk' in the header of every casebook, so that a file can be told without its name. */
export const applicationId = 0x4373426b

const sqliteHeader = 'SQLite format 3\0'
const headerBytes = 100

/**
 * Looks at a file without SQLite, and so without touching it.
 * @returns the format version that it was written in
 * @throws CasebookError casebook.not-found, casebook.not-one, casebook.newer, casebook.read-only (unreadable)
 */
export function inspectFile(path: string): { formatVersion: number } {
  const header = readHeader(path)
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== sqliteHeader) throw notOne(path)
  // Offsets 60 and 68 of the database header: https://www.sqlite.org/fileformat2.html#the_database_header
  if (header.readUInt32BE(68) !== applicationId) throw notOne(path)
  const version = header.readUInt32BE(60)
  if (version > formatVersion) {
    throw new CasebookError(
      'casebook.newer',
      `${path} was made by a newer Casebook (format ${version}; this one knows ${formatVersion}). It was left as it is: open it with the newer program.`,
      { path, version, known: formatVersion },
    )
  }
  return { formatVersion: version }
}

function readHeader(path: string): Buffer {
  if (!existsSync(path)) {
    throw new CasebookError('casebook.not-found', `There is no casebook at ${path}.`, { path })
  }
  if (!statSync(path).isFile()) throw notOne(path)
  const header = Buffer.alloc(headerBytes)
  const file = openSync(path, 'r')
  try {
    return header.subarray(0, readSync(file, header, 0, headerBytes, 0))
  } finally {
    closeSync(file)
  }
}

function notOne(path: string): CasebookError {
  return new CasebookError('casebook.not-one', `${path} is not a casebook.`, { path })
}

/**
 * Makes an empty casebook, which has its name only when it is whole: whoever is killed meanwhile leaves nothing that stands in the
 * way of the next attempt. The caller holds the claim on `path`, where no file is.
 */
export function makeEmptyFile(path: string, prepare: (db: Database.Database) => void): void {
  const beside = `${path}.part`
  const removeParts = () => {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(beside + ending, { force: true })
  }
  removeParts()
  try {
    const db = openForWriting(beside)
    try {
      prepare(db)
      migrate(db, beside)
      // Here the log must be written back, or the file is none: `closeWhole` would put up with less.
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      closeWhole(db)
    }
    renameSync(beside, path)
  } catch (error) {
    removeParts()
    throw error
  }
}

/** @throws the system's own error where the file or its folder, which holds the log and the claim, cannot be written */
export function refuseUnwritable(path: string): void {
  accessSync(path, constants.W_OK)
  accessSync(dirname(path), constants.W_OK)
}

/** Opens for writing. `synchronous=FULL`: an acknowledged write survives a power cut. */
export function openForWriting(path: string): Database.Database {
  const db = new Database(path, { timeout: 5_000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = ON')
    // Kibibytes. Twice as much makes neither importing nor searching faster, and is kept for good.
    db.pragma('cache_size = -32768')
    // Pages: `upkeep.ts` writes the log back before; only long work without a pause comes this far.
    db.pragma('wal_autocheckpoint = 8192')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

export function openForReading(path: string): Database.Database {
  const db = new Database(path, { readonly: true, timeout: 5_000 })
  db.pragma('query_only = ON')
  // Kibibytes: what a search reads again and again stays at hand. Most of it the system keeps too, and twice as much was no faster.
  db.pragma('cache_size = -12288')
  return db
}

/**
 * Brings the file to the newest format, a step a transaction. Before the first step a copy is kept beside it.
 * @returns the path of the copy, or null where nothing was to do
 */
export function migrate(db: Database.Database, path: string, upTo: number = formatVersion): string | null {
  const from = Number(db.pragma('user_version', { simple: true }))
  const due = migrations.filter((one) => one.version > from && one.version <= upTo)
  if (due.length === 0) return null
  const copy = from === 0 ? null : keepCopy(db, path, from)
  for (const one of due) {
    db.transaction(() => {
      db.exec(one.sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${one.version}`)
    })()
  }
  // The header in the file itself must tell what it is, also to a program that does not read the log beside it.
  db.pragma('wal_checkpoint(TRUNCATE)')
  return copy
}

function keepCopy(db: Database.Database, path: string, version: number): string {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const copy = `${path}.format-${version}.bak`
  copyFileSync(path, copy)
  return copy
}

/**
 * Leaves one file, whole by itself: the log written back, and a header that opens on read-only media too. Where that cannot be
 * done now, nothing is lost: the log stays beside the file until somebody can.
 */
export function closeWhole(db: Database.Database): void {
  if (!db.open) return
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!isPassing(error)) throw error
  } finally {
    db.close()
  }
}

/** Somebody still reads from the file, or its disk is full. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|FULL)/.test(String(error.code))
}
