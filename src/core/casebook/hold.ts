import { existsSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import type { Holder } from '#contract/casebook.ts'
import type { Outside } from '../outside.ts'

/**
 * One writer for a casebook. The claim is an open write transaction on a small file beside it: the operating
 * system lets go of it when the program ends, however it ends, so a crash leaves no stale lock.
 */
export interface Hold {
  release(): void
}

export type Claim =
  | { readonly held: true; readonly hold: Hold }
  | { readonly held: false; readonly by: Holder | null }

export function claimCasebook(path: string, outside: Outside): Claim {
  const lockPath = `${path}.lock`
  // The holder before us may remove the file between our opening it and our claim: then we would hold a file
  // that nobody else will ever see, so we look whether it is still the one at that path.
  for (let attempt = 0; attempt < 20; attempt++) {
    const db = new Database(lockPath, { timeout: 0 })
    const inode = inodeOf(lockPath)
    if (!beginClaim(db)) {
      const by = readHolder(db)
      db.close()
      return { held: false, by }
    }
    if (inode !== null && inodeOf(lockPath) === inode) {
      writeHolder(db, outside)
      if (beginClaim(db)) return { held: true, hold: { release: () => release(db, lockPath) } }
    }
    db.close()
  }
  return { held: false, by: null }
}

/** Who holds the casebook, or null where nobody does. Claims nothing. */
export function holderOf(path: string): Holder | null {
  const lockPath = `${path}.lock`
  if (!existsSync(lockPath)) return null
  const db = new Database(lockPath, { timeout: 0 })
  try {
    // Whoever can begin finds the leftover of a crash: nobody holds it.
    return beginClaim(db) ? null : readHolder(db)
  } finally {
    db.close()
  }
}

function beginClaim(db: Database.Database): boolean {
  try {
    db.exec('BEGIN IMMEDIATE')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return false
    throw error
  }
}

/** The holder's row must be committed to be seen by others; the claim is taken again at once. */
function writeHolder(db: Database.Database, outside: Outside): void {
  db.exec('CREATE TABLE IF NOT EXISTS holder (program TEXT, pid INTEGER, host TEXT, since TEXT)')
  db.exec('DELETE FROM holder')
  const insert = db.prepare('INSERT INTO holder VALUES (?, ?, ?, ?)')
  insert.run(outside.program, process.pid, hostname(), outside.now().toISOString())
  db.exec('COMMIT')
}

function readHolder(db: Database.Database): Holder | null {
  try {
    const row = db.prepare('SELECT program, pid, host, since FROM holder').get()
    return (row as Holder | undefined) ?? null
  } catch {
    // Another program is this very moment writing its name: it holds the file, and we need not know more.
    return null
  }
}

function release(db: Database.Database, lockPath: string): void {
  // Removed while it is still claimed, so that a newcomer sees that the file it opened is gone. Windows does not
  // remove open files: there it stays, without a claim on it.
  try {
    rmSync(lockPath, { force: true })
  } finally {
    db.close()
  }
}

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null
}
