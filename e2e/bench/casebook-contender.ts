import { execFileSync } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Casebook } from '../../src/core/casebook/casebook.ts'
import { realOutside } from '../../src/core/real-outside.ts'
import { parseQuery } from '../../src/core/search/language/parse-query.ts'
import { cutHits } from '../../src/core/search/passages/cut-hits.ts'
import { searchHandlers } from '../../src/core/search/search.ts'
import { sqlFunctions } from '../../src/core/sql-functions.ts'
import { type BenchQuery, queryKinds } from './bench-queries.ts'
import type { Contender } from './contenders.ts'
import { plantArticle, plantArticles } from './plant-articles.ts'

/** Casebook itself, and the floor under it: the same 20 hits, read by id and cut by the same code, with no search before. */

const PAGE = 20
const PASSAGES = 3

function openBenchCasebook(path: string, readOnly = false): Casebook {
  const outside = realOutside('Casebook (benchmark)')
  return Casebook.open(path, { outside, functions: sqlFunctions, readOnly })
}

export function casebookContender(): Contender & { readonly opened: () => Casebook } {
  const home = mkdtempSync(join(tmpdir(), 'casebook-bench-'))
  const path = join(home, 'bench.casebook')
  let casebook: Casebook | null = null
  let writing: Casebook | null = null
  const opened = () => {
    if (casebook === null) throw new Error('Build it first')
    return casebook
  }
  return {
    opened,
    build(articles) {
      plantArticles(path, articles)
      casebook = openBenchCasebook(path)
    },
    kinds: queryKinds,
    search: (query) =>
      searchHandlers['search.run'](opened(), { query: typed(query), passages: PASSAGES }).hits.length,
    addOne: (article) =>
      opened().record('sources.import', (tx) => {
        plantArticle(tx, article)
        tx.describe('Imported an article')
      }),
    reopen() {
      writing = casebook
      casebook = openBenchCasebook(path, true)
    },
    bytes: () =>
      opened().store.value<number>(
        `SELECT ${['words', 'metadata', 'pieces'].map((name) => `(SELECT sum(length(block)) FROM search_${name}_data)`).join(' + ')}`,
      ),
    memoryMb(queries) {
      // One program at a time writes to a casebook.
      opened().close()
      const host = [join(import.meta.dirname, 'engine-memory.ts'), path]
      const input = JSON.stringify(queries.map(typed))
      const printed = execFileSync(process.execPath, host, { input, encoding: 'utf8' })
      casebook = openBenchCasebook(path)
      return Number(printed)
    },
    close() {
      casebook?.close()
      writing?.close()
      rmSync(home, { recursive: true })
    },
  }
}

export function floorContender(): Contender {
  const { memoryMb: _, ...casebook } = casebookContender()
  const pages = new Map<BenchQuery, readonly number[]>()
  const file = join(mkdtempSync(join(tmpdir(), 'casebook-bench-')), 'synced')
  return {
    ...casebook,
    search(query) {
      const { store } = casebook.opened()
      const { query: read } = parseQuery(typed(query))
      if (read === null) return 0
      const items = pages.get(query) ?? pageOf(casebook.opened(), query)
      pages.set(query, items)
      const ranked = items.map((item) => ({ item, score: 1 }))
      return store.atOnce(() => cutHits(store, read, ranked, PASSAGES)).length
    },
    beside: casebook.search,
    /** One fdatasync of 4 KiB. */
    addOne() {
      const handle = openSync(file, 'a')
      writeSync(handle, Buffer.alloc(4_096))
      fdatasyncSync(handle)
      closeSync(handle)
    },
    reopen: null,
    bytes: () => null,
  }
}

/** Asked beforehand, so that the floor measures no search. */
function pageOf(casebook: Casebook, query: BenchQuery): number[] {
  const { hits } = searchHandlers['search.run'](casebook, { query: typed(query), passages: 0, limit: PAGE })
  return hits.flatMap(({ source }) => {
    if (source === null) return []
    return [casebook.store.value<number>('SELECT key FROM sources WHERE id = ?', source) * 8]
  })
}

export function typed({ kind, words }: BenchQuery): string {
  switch (kind) {
    case 'phrase':
      return `"${words.join(' ')}"`
    case 'prefix':
      return `${words.join(' ')}*`
    case 'typo':
      return `${words.join(' ')}~1`
    case 'rare':
    case 'mid':
    case 'common':
    case 'and':
      return words.join(' ')
  }
}
