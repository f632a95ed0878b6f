import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import { type EvidenceByField, type ImportOptions, metadataField } from '#contract/sources.ts'
import type { Casebook, Reading, Store } from '../casebook/casebook.ts'
import type { DescribedArticle } from './describe-article.ts'
import { likelyEncodings, sampleIn } from './likely-encodings.ts'
import { parser } from './parser.ts'
import { readOriginal, rowOf } from './read-sources.ts'
import { evidenceOf, keepText, valuesOf } from './record-source.ts'
import { withSettings } from './source-settings.ts'

/** A wrong guess at the import is put right from the original bytes, which are kept. */

/**
 * Takes the original of a source apart once more. What the analyst corrected by hand stays.
 * @throws CasebookError source.not-found; source.* where it cannot be read so; highlight.outside where highlights stand on words
 * that would become others
 */
export async function rereadSource(
  casebook: Casebook,
  { id, options }: { id: SourceId; options: ImportOptions },
): Promise<{ textChanged: boolean; warnings: string[] }> {
  const article = await readAgain(casebook, id, withSettings(casebook.store, options))
  return casebook.record('sources.reread', (tx) => {
    const { key, text, highlights, label, title } = rowOf(tx.store, id)
    const now = keepText(tx.store, article)
    if (now !== text && highlights > 0) throw keptByHighlights(highlights)
    if (now !== text) putText(tx.store, key, now, article)
    putFields(tx.store, key, article)
    tx.describe(`Read ${title ?? label} again`)
    tx.touch('sources', [id])
    return { textChanged: now !== text, warnings: [...article.warnings] }
  })
}

async function readAgain(reading: Reading, id: SourceId, options: ImportOptions): Promise<DescribedArticle> {
  const { label, format, path, part } = rowOf(reading.store, id)
  const { name, bytes } = readOriginal(reading, { id })
  const pasted = path !== null ? null : format === 'html' ? 'markup' : 'text'
  const { articles } = await parser.parse({
    name,
    bytes,
    pasted,
    options,
    label: path === null ? null : label,
  })
  const article = articles.find((one) => one.part === part)
  if (article === undefined) {
    throw new CasebookError('source.damaged', 'Read like this, the file no longer holds this article.', {
      id,
    })
  }
  return article
}

function keptByHighlights(highlights: number): CasebookError {
  return new CasebookError(
    'highlight.outside',
    `${highlights === 1 ? 'A highlight stands' : `${highlights} highlights stand`} on these words, so they stay as they are. Delete what is marked, or import the file again as another source.`,
    { highlights },
  )
}

function putText(store: Store, key: number, text: number, article: DescribedArticle): void {
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

function putFields(store: Store, key: number, article: DescribedArticle): void {
  const { evidence } = store.get<{ evidence: string }>('SELECT evidence FROM sources WHERE key = ?', key) ?? {
    evidence: '{}',
  }
  // Written by this station.
  const known = JSON.parse(evidence) as EvidenceByField
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

/** Formats whose characters are encoded as somebody chose, and that may not say how. */
const readsCharacters: ReadonlySet<string> = new Set(['text', 'markdown', 'html', 'csv', 'json', 'jsonl'])

/** @throws CasebookError source.not-found */
export function encodingsOfSource(
  reading: Reading,
  { id }: { id: SourceId },
): { encodings: { name: string; sample: string }[] | null } {
  const { format, path } = rowOf(reading.store, id)
  if (path === null || !readsCharacters.has(format)) return { encodings: null }
  const { bytes } = readOriginal(reading, { id })
  const likely = likelyEncodings(bytes).map(({ name, sample }) => ({ name, sample }))
  const utf8 = sampleIn(bytes.subarray(0, 65_536), 'utf-8')
  const isUtf8 = utf8 !== '' && !utf8.includes('\ufffd') && !likely.some(({ name }) => /^utf-?8$/i.test(name))
  return { encodings: isUtf8 ? [{ name: 'UTF-8', sample: utf8 }, ...likely] : likely }
}
