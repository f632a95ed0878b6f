import { CasebookError } from '#contract/failure.ts'
import type { Reanchoring } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { type ImportOptions } from '#contract/importing.ts'
import type { Rereading, RereadSource } from '#contract/rereading.ts'
import { type EvidenceByField, metadataField } from '#contract/source.ts'
import type { Casebook, Reading, Store, Transaction } from '../../casebook/casebook.ts'
import { type CarryHighlights, chainOf, joinVersion } from '../copies/versions.ts'
import { correct } from '../library/change-sources.ts'
import { keysOfFile, readOriginal, rowOf, type SourceRow } from '../library/read-sources.ts'
import { withSettings } from '../library/source-settings.ts'
import type { PackedArticle, PackedFile } from '../parsing/packed-file.ts'
import { parser } from '../parsing/parser.ts'
import { evidenceOf, keepText, recordArticle, valuesOf } from './record-source.ts'

/**
 * A wrong guess at the import is put right from the original bytes, which are kept. Where marks stand, the words that they were made
 * on must stay: what is read now is then a newer version, of the same bytes.
 */

export interface RereadInput {
  readonly id: SourceId
  readonly options: ImportOptions
  readonly wholeFile?: boolean | undefined
}

/**
 * Takes the original of a source apart once more. What the analyst corrected by hand stays.
 * @param carry takes the marks of a version along to a newer one
 * @throws CasebookError source.not-found; source.* where it cannot be read so
 */
export async function rereadSource(
  casebook: Casebook,
  { id, options, wholeFile = false }: RereadInput,
  carry: CarryHighlights,
): Promise<Rereading> {
  const parsed = await readAgain(casebook, id, withSettings(casebook.store, options))
  return casebook.record('sources.reread', (tx) => {
    const asked = rowOf(tx.store, id)
    const sources = wholeFile ? keysOfFile(tx.store, asked.original) : [readingsOf(tx.store, asked).at(-1)]
    const again = new ReadingAgain(tx, parsed, carry)
    for (const key of sources) if (key !== undefined) again.take(rowOf(tx.store, idOf(tx.store, key)))
    const { items, highlights } = again
    const name = asked.title ?? asked.label
    tx.describe(items.length > 1 ? `Read ${items.length} sources of one file again` : `Read ${name} again`)
    return { items, highlights, warnings: again.warnings() }
  })
}

async function readAgain(reading: Reading, id: SourceId, options: ImportOptions): Promise<PackedFile> {
  const { label, format, path, part } = rowOf(reading.store, id)
  const { name, bytes } = readOriginal(reading, { id })
  const pasted = path !== null ? null : format === 'html' ? 'markup' : 'text'
  const fileLabel = path === null ? null : label
  const parsed = await parser.parse({ name, content: bytes, pasted, options, label: fileLabel })
  if (parsed.articles.some((one) => one.part === part)) return parsed
  throw new CasebookError('source.damaged', 'Read like this, the file no longer holds this article.', { id })
}

/** All readings of one article of one file that stand in one chain of versions, the first one first. */
function readingsOf(store: Store, { key, original, part }: SourceRow): number[] {
  const sql = `SELECT s.key FROM json_each(?) AS chain JOIN sources s ON s.key = chain.value
    WHERE s.original = ? AND s.part IS ? ORDER BY chain.key`
  const rows = store.all<{ key: number }>(sql, JSON.stringify(chainOf(store, key)), original, part)
  return rows.map((row) => row.key)
}

function idOf(store: Store, key: number): SourceId {
  return store.value<SourceId>('SELECT id FROM sources WHERE key = ?', key)
}

/** The sources that are read again together, one after the other. */
class ReadingAgain {
  readonly items: RereadSource[] = []
  readonly highlights: Reanchoring[] = []
  readonly #tx: Transaction
  readonly #file: PackedFile
  readonly #articles: ReadonlyMap<string | null, PackedArticle>
  readonly #carry: CarryHighlights
  readonly #warnings = new Set<string>()
  #gone = 0

  constructor(tx: Transaction, file: PackedFile, carry: CarryHighlights) {
    this.#tx = tx
    this.#file = file
    this.#articles = new Map(file.articles.map((article) => [article.part, article]))
    this.#carry = carry
  }

  take(row: SourceRow): void {
    const article = this.#articles.get(row.part)
    if (article === undefined) {
      this.#gone += 1
      return
    }
    for (const warning of article.warnings) this.#warnings.add(warning)
    const text = keepText(this.#tx.store, article)
    const textChanged = text !== row.text
    const version = textChanged && isMarked(this.#tx.store, row.key) ? this.#addVersion(row, article) : null
    if (version === null) this.#putRight(row, article, text)
    this.items.push({ id: row.id, textChanged, version })
  }

  warnings(): string[] {
    if (this.#gone === 0) return [...this.#warnings]
    const stayed = `${this.#gone} of the file’s articles are not in it when it is read like this, and stay as they were.`
    return [...this.#warnings, stayed]
  }

  #putRight({ id, key, text: before }: SourceRow, article: PackedArticle, text: number): void {
    if (text !== before) putText(this.#tx.store, key, text, article)
    putFields(this.#tx.store, key, article)
    this.#tx.touch('sources', [id])
  }

  /** The marks come from the last reading, and those that were lost on it from the ones before. */
  #addVersion(row: SourceRow, article: PackedArticle): SourceId {
    const { path, label, id: older } = row
    const before = readingsOf(this.#tx.store, row).slice(0, -1).toReversed()
    const source = { path: path ?? label, storedPath: path }
    const { id: newer } = recordArticle(this.#tx, this.#file, { ...article, label }, source)
    keepCorrections(this.#tx.store, row, newer)
    const { pairs } = joinVersion(this.#tx, { newer, older })
    const earlier = before.map((key) => ({ older: idOf(this.#tx.store, key), newer }))
    const [first = { older, newer }, ...others] = pairs
    this.highlights.push(...this.#carry(this.#tx, [first, ...earlier, ...others]))
    return newer
  }
}

/** Marks were made on it, carried to it or looked for on it in vain: its words are what they speak of. */
function isMarked(store: Store, key: number): boolean {
  const sql = `SELECT EXISTS (
    SELECT 1 FROM passages WHERE source = ? UNION ALL SELECT 1 FROM anchorings WHERE source = ?
  )`
  return store.value<number>(sql, key, key) === 1
}

function putText(store: Store, key: number, text: number, article: PackedArticle): void {
  store.run(
    'UPDATE sources SET text = ?, zones = ?, language = ?, direction = ?, words = ? WHERE key = ?',
    text,
    JSON.stringify(article.zones),
    article.language,
    article.direction,
    article.words,
    key,
  )
}

function putFields(store: Store, key: number, article: PackedArticle): void {
  const known = evidenceOfSource(store, key)
  const [values, found] = [valuesOf(article.fields), evidenceOf(article.fields)]
  for (const field of metadataField.options) {
    if (known[field]?.from === 'analyst') continue
    known[field] = found[field] ?? null
    // The field's name comes from the contract's closed list, so it is no foreign SQL.
    store.run(`UPDATE sources SET ${field} = ? WHERE key = ?`, values[field], key)
    if (field === 'published') {
      const sql = 'UPDATE sources SET published_from = ?, published_to = ? WHERE key = ?'
      store.run(sql, article.publishedFrom, article.publishedTo, key)
    }
  }
  store.run('UPDATE sources SET evidence = ? WHERE key = ?', JSON.stringify(known), key)
}

function keepCorrections(store: Store, from: SourceRow, to: SourceId): void {
  const known = evidenceOfSource(store, from.key)
  const corrections = metadataField.options.flatMap((field) =>
    known[field]?.from === 'analyst' ? [{ field, value: from[field] }] : [],
  )
  if (corrections.length > 0) correct(store, [to], corrections)
}

function evidenceOfSource(store: Store, key: number): EvidenceByField {
  // Written by this station.
  return JSON.parse(store.value<string>('SELECT evidence FROM sources WHERE key = ?', key)) as EvidenceByField
}
