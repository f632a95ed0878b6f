import { fileURLToPath } from 'node:url'
import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Reading, Store } from '../../casebook/casebook.ts'

/** Which source an annotation speaks of, and how an annotation of ours names it. */

/** Null where there is no such source. By its original bytes, so that any casebook that holds them knows it; `#` tells a part of a file that holds several. */
export function iriOfSource({ store }: Reading, id: SourceId): string | null {
  const row = store.get<{ original: string; part: string | null }>(
    'SELECT original, part FROM sources WHERE id = ?',
    id,
  )
  if (row === undefined) return null
  return `sha256:${row.original}${row.part === null ? '' : `#${encodeURIComponent(row.part)}`}`
}

/**
 * The source that an IRI means: its id, its original's hash, the path or URL it came from (in any spelling that leads to the same
 * page), or a file's name.
 * @throws CasebookError annotation.unknown-source
 */
export function sourceByIri(reading: Reading, iri: string): SourceId {
  const found = findSourceByIri(reading, iri)
  const [only] = found
  if (only === undefined) throw unknown(`There is no source ${iri} in this casebook.`, iri)
  if (found.length > 1) throw unknown(`${found.length} sources could be ${iri}.`, iri)
  return only
}

/** All that it could mean. */
export function findSourceByIri({ store }: Reading, iri: string): SourceId[] {
  const whole = findByIri(store, iri)
  return whole.length > 0 ? whole : findByIri(store, iri.replace(/#.*$/s, ''))
}

function findByIri(store: Store, iri: string): SourceId[] {
  const id = /^(?:urn:casebook:)?(source_[0-9a-z]+)$/.exec(iri)?.[1]
  if (id !== undefined) return idsWhere(store, 'id = ?', id)
  const hash = /^(?:urn:)?sha-?256:([0-9a-f]{64})(?:#(.*))?$/i.exec(iri)
  if (hash !== null) return byHash(store, hash[1]?.toLowerCase() ?? '', hash[2])
  const path = pathOf(iri)
  const exact = idsWhere(store, `(path = ? OR url = ?) AND ${newest}`, path, iri)
  if (exact.length > 0) return exact
  const page = pageOf(iri)
  return page === null ? byFileName(store, path) : byPage(store, page)
}

/** The same page under another spelling of its address. */
function byPage(store: Store, { host, key }: Page): SourceId[] {
  return store
    .all<{ id: SourceId; url: string }>(
      `SELECT id, url FROM sources WHERE url IS NOT NULL AND instr(lower(url), ?) > 0 AND ${newest}`,
      host,
    )
    .filter(({ url }) => pageOf(url)?.key === key)
    .map(({ id }) => id)
}

interface Page {
  readonly host: string
  /** The same for all spellings of an address that lead to one page. */
  readonly key: string
}

/**
 * What an address means whatever way it was come by: with or without encryption, `www.`, a place on the page, the last slash, and what
 * newsletters and networks hang on to count their readers. Null for what is no web address.
 */
function pageOf(address: string): Page | null {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const host = url.host.replace(/^www\./, '')
  const asked = new URLSearchParams([...url.searchParams].filter(([name]) => !counting.test(name)))
  asked.sort()
  const path = url.pathname.replace(/\/+$/, '')
  return { host, key: `${host}${path}?${asked.toString()}` }
}

const counting = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i

/** Of versions that came from the same place, the newest is meant. */
const newest = `NOT EXISTS (
  SELECT 1 FROM sources AS newer WHERE newer.replaces = sources.key AND newer.path = sources.path)`

function byHash(store: Store, sha256: string, part: string | undefined): SourceId[] {
  if (part !== undefined) return idsWhere(store, 'original = ? AND part = ?', sha256, decoded(part))
  const all = idsWhere(store, 'original = ?', sha256)
  return all.length < 2 ? all : idsWhere(store, 'original = ? AND part IS NULL', sha256)
}

function byFileName(store: Store, path: string): SourceId[] {
  const name = fileName(path)
  if (name === '' || /^[a-z][a-z0-9+.-]*:/i.test(path)) return []
  const rows = store.all<{ id: SourceId; path: string }>(
    `SELECT id, path FROM sources WHERE instr(path, ?) > 0 AND ${newest}`,
    name,
  )
  return rows.filter((row) => fileName(row.path) === name).map((row) => row.id)
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? ''
}

function idsWhere(store: Store, condition: string, ...values: string[]): SourceId[] {
  const rows = store.all<{ id: SourceId }>(`SELECT id FROM sources WHERE ${condition}`, ...values)
  return rows.map((row) => row.id)
}

function pathOf(iri: string): string {
  if (!iri.startsWith('file:')) return iri
  try {
    return fileURLToPath(iri)
  } catch {
    return iri
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function unknown(message: string, iri: string): CasebookError {
  return new CasebookError('annotation.unknown-source', message, { source: iri })
}
