import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { SourceId } from '#contract/ids.ts'
import { cutChunks } from './sources/library/packed-text.ts'
import { sqlFunctions } from './sql-functions.ts'
import type { TestCasebook } from './test-world.ts'

/** Sources whose text a test decides to the letter, whatever importing would make of it. */

const chunkLength = 1_000

/** Writes the texts into the closed file and opens it again. @returns an id for each */
export async function plantSources(casebook: TestCasebook, texts: readonly string[]): Promise<SourceId[]> {
  await casebook.engine.close()
  const db = new Database(casebook.path)
  for (const [name, run] of Object.entries(sqlFunctions)) db.function(name, { deterministic: true }, run)
  const ids = texts.map((text) => plantSource(db, text, casebook.outside.newId()))
  db.close()
  await casebook.reopen()
  return ids
}

function plantSource(db: Database.Database, text: string, letters: string): SourceId {
  const id: SourceId = `source_${letters}`
  // Bytes of its own: two sources may have the same text.
  const bytes = Buffer.from(`${letters}\n${text}`)
  const sha256 = sha256Of(bytes)
  db.prepare(`INSERT INTO originals (sha256, bytes, packing, packed) VALUES (?, ?, 'none', ?)`).run(
    sha256,
    bytes.length,
    bytes,
  )
  const key = db
    .prepare(
      `INSERT INTO texts (sha256, length, structure) VALUES (?, ?, '{"blocks":[],"links":[],"marks":[]}')`,
    )
    .run(sha256Of(Buffer.from(text)), text.length).lastInsertRowid
  for (const { start, chunk } of cutChunks(text, chunkLength))
    db.prepare('INSERT INTO text_chunks (text, start, chunk) VALUES (?, ?, ?)').run(key, start, chunk)
  db.prepare(
    `INSERT INTO sources (id, original, text, label, format, direction, words, imported, evidence, zones)
     VALUES (?, ?, ?, ?, 'txt', 'ltr', 0, '2026-01-05T09:00:00.000Z', '{}', '[]')`,
  ).run(id, sha256, key, `planted ${letters}`)
  return id
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
