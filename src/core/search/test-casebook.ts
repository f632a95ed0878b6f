import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ParsedInput } from '#contract/engine.ts'
import type { SourceId } from '#contract/ids.ts'
import type { SearchAnswer } from '#contract/search.ts'
import type { EvidenceByField, Metadata, Zone } from '#contract/source.ts'
import { edtfDays } from '#text/edtf.ts'
import { Casebook, type Transaction } from '../casebook/casebook.ts'
import { sqlFunctions } from '../sql-functions.ts'
import { stillOutside } from '../test-world.ts'
import { runSearch } from './run-search.ts'

/** A casebook whose rows a test writes itself: the stations behind search are not needed to try it. */
export interface SearchedCasebook extends Disposable {
  readonly casebook: Casebook
  readonly addSource: (source: SourceToAdd) => SourceId
  readonly search: (query: string, more?: Partial<ParsedInput<'search.run'>>) => SearchAnswer
  /** What was found, as titles, best first. */
  readonly titles: (query: string) => string[]
}

export interface SourceToAdd extends Partial<Metadata> {
  readonly text: string
  /** The name of its file. */
  readonly label?: string
  readonly language?: string
  readonly zones?: readonly Zone[]
  readonly evidence?: EvidenceByField
}

export function searchedCasebook(): SearchedCasebook {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-search-'))
  const casebook = Casebook.create(join(folder, 'test.casebook'), {
    outside: stillOutside(),
    functions: sqlFunctions,
  })
  const search: SearchedCasebook['search'] = (query, more = {}) => runSearch(casebook, { query, ...more })
  return {
    casebook,
    addSource: (source) => casebook.record('sources.import', (tx) => addSource(tx, source)),
    search,
    titles: (query) => search(query).hits.map(({ title }) => title),
    [Symbol.dispose]() {
      casebook.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function addSource(tx: Transaction, source: SourceToAdd): SourceId {
  const { text, zones = [], evidence = {}, title = null, publisher = null, author = null } = source
  const { dateline = null, published = null, label = text.slice(0, 20), language = null } = source
  const id = tx.newId('source')
  const sha256 = createHash('sha256').update(id).digest('hex')
  const days = edtfDays(published)
  tx.store.run(`INSERT INTO originals (sha256, bytes, packing, packed) VALUES (?, 0, 'none', x'')`, sha256)
  const { key } = tx.store.run(
    `INSERT INTO texts (sha256, length, structure) VALUES (?, ?, '{}')`,
    sha256,
    text.length,
  )
  // In two pieces, so that a test sees words and matches across their seam.
  const middle = Math.ceil(text.length / 2)
  for (const [start, chunk] of [
    [0, text.slice(0, middle)],
    [middle, text.slice(middle)],
  ] as const) {
    tx.store.run('INSERT INTO text_chunks (text, start, chunk) VALUES (?, ?, ?)', key, start, chunk)
  }
  tx.store.run(
    `INSERT INTO sources (id, original, text, label, format, title, publisher, author, dateline, published,
       published_from, published_to, language, direction, words, imported, evidence, zones)
     VALUES (?, ?, ?, ?, 'txt', ?, ?, ?, ?, ?, ?, ?, ?, 'ltr', 0, ?, ?, ?)`,
    id,
    sha256,
    key,
    label,
    title,
    publisher,
    author,
    dateline,
    published,
    days?.first ?? null,
    days?.last ?? null,
    language,
    tx.now,
    JSON.stringify(evidence),
    JSON.stringify(zones),
  )
  tx.describe('Added a source')
  return id
}
