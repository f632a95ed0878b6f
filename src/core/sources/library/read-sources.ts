import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Source, SourceText } from '#contract/source.ts'
import { type Reading, readText, type Store } from '../../casebook/casebook.ts'
import { unpackOriginal } from '../original.ts'

/** Questions about sources. */

export interface SourceRow {
  readonly key: number
  readonly id: SourceId
  readonly text: number
  readonly part: string | null
  readonly path: string | null
  readonly url: string | null
  readonly label: string
  readonly format: string
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly dateline: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly words: number
  readonly imported: string
  readonly evidence: string
  readonly zones: string
  readonly original: string
  readonly bytes: number
  readonly length: number
  readonly highlights: number
  readonly replaces: SourceId | null
  readonly replacedBy: SourceId | null
}

const selectSource = `
  SELECT s.key, s.id, s.text, s.part, s.path, s.url, s.label, s.format, s.title, s.publisher, s.author, s.dateline, s.published, s.updated,
    s.language, s.direction, s.words, s.imported, s.evidence, s.zones, s.original, o.bytes, t.length,
    (SELECT count(*) FROM highlights h WHERE h.source = s.key) AS highlights,
    (SELECT r.id FROM sources r WHERE r.key = s.replaces) AS replaces,
    (SELECT n.id FROM sources n WHERE n.replaces = s.key) AS replacedBy
  FROM sources s JOIN texts t ON t.key = s.text JOIN originals o ON o.sha256 = s.original`

function sourceOf({
  key: _key,
  text: _text,
  part: _part,
  zones: _zones,
  evidence,
  original,
  ...row
}: SourceRow): Source {
  // The evidence was written by this station, in the shape that the contract names.
  return { ...row, sha256: original, evidence: JSON.parse(evidence) as Source['evidence'] }
}

/** The sources with these keys, in this order. */
export function readSources(store: Store, keys: readonly number[]): Source[] {
  const rows = store.all<SourceRow>(
    `${selectSource} JOIN json_each(?) k ON k.value = s.key ORDER BY k.key`,
    JSON.stringify(keys),
  )
  return rows.map(sourceOf)
}

/** Of versions of one article the newest is meant. @throws CasebookError source.not-found: also where several could be meant */
export function findSource({ store }: Reading, { what }: { what: string }): Source {
  const lookups = [
    `${selectSource} JOIN asked ON s.id = what`,
    `${selectSource} JOIN asked ON s.original = substr(what, 8) AND what LIKE 'sha256:%'`,
    `${selectSource} JOIN asked ON s.path = what OR s.url = what`,
    `${selectSource} JOIN asked ON what IN (s.title, s.label) OR s.path LIKE '%/' || what OR s.path LIKE '%\\' || what`,
  ]
  for (const sql of lookups) {
    const rows = store.all<SourceRow>(`WITH asked (what) AS (SELECT ?) ${sql} ORDER BY s.key LIMIT 50`, what)
    const ids = new Set(rows.map(({ id }) => id))
    const [row, another] = rows.filter(({ replacedBy }) => replacedBy === null || !ids.has(replacedBy))
    if (row !== undefined && another === undefined) return sourceOf(row)
    if (another !== undefined) {
      throw new CasebookError('source.not-found', `Several sources are meant by ${what}: say the id.`, {
        what,
      })
    }
  }
  throw new CasebookError('source.not-found', `There is no source ${what}.`, { what })
}

/** The source with its whole text. @throws CasebookError source.not-found */
export function readSource({ store }: Reading, { id }: { id: SourceId }): SourceText {
  const row = rowOf(store, id)
  const { structure } = store.get<{ structure: string }>(
    'SELECT structure FROM texts WHERE key = ?',
    row.text,
  ) ?? {
    structure: '{"blocks":[],"links":[],"marks":[]}',
  }
  return {
    source: sourceOf(row),
    text: readText(store, row.text),
    // Both were written by this station, in the shapes that the contract names.
    zones: JSON.parse(row.zones) as SourceText['zones'],
    structure: JSON.parse(structure) as SourceText['structure'],
  }
}

/** The bytes as they were brought in. @throws CasebookError source.not-found */
export function readOriginal(
  { store }: Reading,
  { id }: { id: SourceId },
): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const row = rowOf(store, id)
  const original = store.get<{ packing: 'none' | 'zstd'; packed: Uint8Array }>(
    'SELECT packing, packed FROM originals WHERE sha256 = ?',
    row.original,
  )
  if (original === undefined)
    throw new CasebookError('casebook.damaged', `The original of ${id} is missing.`, { id })
  return { name: row.path?.split(/[/\\]/).at(-1) ?? `${row.label}.txt`, bytes: unpackOriginal(original) }
}

/** @throws CasebookError source.not-found */
export function rowOf(store: Store, id: SourceId): SourceRow {
  const row = store.get<SourceRow>(`${selectSource} WHERE s.id = ?`, id)
  if (row === undefined) throw new CasebookError('source.not-found', `There is no source ${id}.`, { id })
  return row
}

/** The sources that come from these bytes, in the order of import: of one that was read more than once, its last reading. */
export function keysOfFile(store: Store, original: string): number[] {
  // `+?`: with a bare `?` SQLite prepares the statement anew for every value, to choose among indexes of which one is partial.
  const sql = `SELECT s.key FROM sources s WHERE s.original = +?
    AND NOT EXISTS (SELECT 1 FROM sources n WHERE n.replaces = s.key AND n.original = s.original) ORDER BY s.key`
  return store.all<{ key: number }>(sql, original).map(({ key }) => key)
}
