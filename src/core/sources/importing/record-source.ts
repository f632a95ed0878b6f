import type { SourceId } from '#contract/ids.ts'
import type { ImportedSource } from '#contract/importing.ts'
import type { EvidenceByField, MetadataField } from '#contract/source.ts'
import { LONGEST_BROUGHT, type Store, type Transaction } from '../../casebook/casebook.ts'
import type { FoundFields } from '../article.ts'
import { keepPrints } from '../copies/prints.ts'
import { writeChunks } from '../library/packed-text.ts'
import { keysOfFile } from '../library/read-sources.ts'
import type { PackedArticle, PackedPart } from '../parsing/packed-file.ts'

/** Writes a parsed file into the casebook: its bytes once, each text once, a source for every article in it. */

/** The source that holds these bytes already: the last, where they were read more than once. */
export function findSameBytes(store: Store, sha256: string): SourceId | null {
  const [key] = keysOfFile(store, sha256)
  return key === undefined ? null : store.value<SourceId>('SELECT id FROM sources WHERE key = ?', key)
}

/** The parts of these bytes that are sources already. */
export function knownParts(store: Store, sha256: string): ReadonlySet<string | null> {
  // `+?` as in `keysOfFile`.
  const rows = store.all<{ part: string | null }>('SELECT part FROM sources WHERE original = +?', sha256)
  return new Set(rows.map(({ part }) => part))
}

/** With the first part; the others belong to the same bytes. */
export function keepOriginal(store: Store, file: Pick<PackedPart, 'sha256' | 'original'>): void {
  if (file.original === null) return
  const { bytes, packing, packed } = file.original
  // The bytes may still be here from an import that was undone.
  store.run(
    'INSERT OR IGNORE INTO originals (sha256, bytes, packing, packed) VALUES (?, ?, ?, ?)',
    file.sha256,
    bytes,
    packing,
    packed,
  )
}

/** The file's bytes must be kept already. */
export function recordArticle(
  tx: Transaction,
  file: Pick<PackedPart, 'sha256' | 'format'>,
  article: PackedArticle,
  { path, storedPath }: { path: string; storedPath: string | null },
): ImportedSource {
  const id = tx.newId('source')
  const text = keepText(tx.store, article)
  const values = valuesOf(article.fields)
  const { key } = tx.store.run(
    `INSERT INTO sources (id, original, part, text, path, url, label, format, title, publisher, author, dateline, published,
       published_from, published_to, updated, language, direction, words, imported, evidence, zones)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    file.sha256,
    article.part,
    text,
    storedPath,
    article.url,
    article.label,
    file.format,
    values.title,
    values.publisher,
    values.author,
    values.dateline,
    values.published,
    article.publishedFrom,
    article.publishedTo,
    values.updated,
    article.language,
    article.direction,
    article.words,
    tx.now,
    JSON.stringify(evidenceOf(article.fields)),
    JSON.stringify(article.zones),
  )
  if (article.text.length <= LONGEST_BROUGHT) tx.bringWords(key, article.indexed)
  tx.touch('sources', [id])
  return importedFrom(id, path, article)
}

/** What the report says about an article. */
export function importedFrom(id: SourceId, path: string, article: PackedArticle): ImportedSource {
  const evidence = Object.entries(article.fields).map(([field, { evidence }]) => [field, evidence.span])
  return {
    id,
    path,
    label: article.label,
    ...valuesOf(article.fields),
    language: article.language,
    words: article.words,
    zones: [...article.zones],
    evidence: { ...noEvidence, ...Object.fromEntries(evidence) },
    warnings: [...article.warnings],
  }
}

const noEvidence = {
  title: null,
  publisher: null,
  author: null,
  dateline: null,
  published: null,
  updated: null,
} as const

export function valuesOf(fields: FoundFields): Record<MetadataField, string | null> {
  const valueOf = (field: MetadataField) => fields[field]?.value ?? null
  return {
    title: valueOf('title'),
    publisher: valueOf('publisher'),
    author: valueOf('author'),
    dateline: valueOf('dateline'),
    published: valueOf('published'),
    updated: valueOf('updated'),
  }
}

export function evidenceOf(fields: FoundFields): EvidenceByField {
  return Object.fromEntries(Object.entries(fields).map(([field, { evidence }]) => [field, evidence]))
}

/** @returns the key of the text; the same words with the same structure are kept once */
export function keepText(store: Store, { text, textSha256, structure, prints }: PackedArticle): number {
  const known = store.get<{ key: number }>(
    'SELECT key FROM texts WHERE sha256 = ? AND structure = ?',
    textSha256,
    structure,
  )
  if (known) return known.key
  const { key } = store.run(
    'INSERT INTO texts (sha256, length, structure) VALUES (?, ?, ?)',
    textSha256,
    text.length,
    structure,
  )
  writeChunks(store, key, text)
  keepPrints(store, key, prints)
  return key
}
