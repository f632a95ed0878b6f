import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Index as FlexIndex } from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { Casebook } from '../../src/core/casebook/casebook.ts'
import { realOutside } from '../../src/core/real-outside.ts'
import { searchHandlers } from '../../src/core/search/search.ts'
import { sqlFunctions } from '../../src/core/sql-functions.ts'
import { cutSnippet } from '../../src/text/snippet.ts'
import { eachWord, foldedStream } from '../../src/text/words.ts'
import type { BenchQuery, QueryKind } from './bench-queries.ts'
import type { Article } from './corpus.ts'
import { plantArticles } from './plant-articles.ts'

/** Everything that is measured, behind one face: build an index, answer a query with 20 hits and their passages. */
export interface Contender {
  /** Takes the articles one by one; what it needs them for later it keeps itself. */
  readonly build: (articles: Iterable<Article>) => void
  /** Kinds of query that it cannot answer are not asked. */
  readonly kinds: readonly QueryKind[]
  /** @returns how many hits it showed */
  readonly search: (query: BenchQuery) => number
  readonly bytes: () => number | null
  readonly close: () => void
}

const PAGE = 20
const PASSAGES = 3
const everyKind: readonly QueryKind[] = ['rare', 'mid', 'common', 'and', 'phrase', 'prefix', 'typo']
const folder = () => mkdtempSync(join(tmpdir(), 'casebook-bench-'))

export const contenders: Readonly<Record<string, () => Contender>> = {
  casebook,
  bareFts5,
  floor,
  minisearch,
  flexsearch: flex,
  lunr: lunrIndex,
}

function casebook(): Contender {
  const home = folder()
  const path = join(home, 'bench.casebook')
  let opened: Casebook | null = null
  return {
    build(articles) {
      plantArticles(path, articles)
      opened = Casebook.open(path, {
        outside: realOutside('Casebook (benchmark)'),
        functions: sqlFunctions,
      })
    },
    kinds: everyKind,
    search(query) {
      if (opened === null) throw new Error('Build it first')
      return searchHandlers['search.run'](opened, { query: typed(query), passages: PASSAGES }).hits.length
    },
    bytes: () => opened?.store.value<number>(`SELECT sum(length(block)) FROM search_words_data`) ?? null,
    close() {
      opened?.close()
      rmSync(home, { recursive: true })
    },
  }
}

function typed({ kind, words }: BenchQuery): string {
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

/** FTS5 on the same words, asked the plain way: the best 20 by rank, and how many there are. */
function bareFts5(): Contender {
  return onFts5(['rare', 'mid', 'common', 'and', 'phrase', 'prefix'], (db) => {
    const best = db.prepare('SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f, 5, 1) LIMIT 20').pluck()
    const count = db.prepare('SELECT count(*) FROM f WHERE f MATCH ?').pluck()
    return (query) => {
      const match =
        query.kind === 'phrase' || query.kind === 'prefix'
          ? `"${query.words.join(' ')}"${query.kind === 'prefix' ? '*' : ''}`
          : query.words.map((word) => `"${word}"`).join(' AND ')
      count.get(match)
      return best.all(match) as number[]
    }
  })
}

/** No search at all: 20 texts read by id, and passages cut from them. */
function floor(): Contender {
  let turn = 0
  return onFts5(everyKind, (db) => {
    const last = Number(db.prepare('SELECT max(id) FROM texts').pluck().get())
    return () => Array.from({ length: PAGE }, () => ((turn += 7_919) % last) + 1)
  })
}

function onFts5(
  kinds: readonly QueryKind[],
  searching: (db: Database.Database) => (query: BenchQuery) => number[],
): Contender {
  const home = folder()
  const db = new Database(join(home, 'bench.db'))
  db.pragma('journal_mode = WAL')
  db.exec(`CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT);
    CREATE VIRTUAL TABLE f USING fts5 (title, body, content = '', tokenize = 'ascii')`)
  let find: ((query: BenchQuery) => number[]) | null = null
  const read = db.prepare('SELECT body FROM texts WHERE id = ?').pluck()
  const textOf = (id: number) => {
    const body = read.get(id)
    return typeof body === 'string' ? body : ''
  }
  return {
    build(articles) {
      const text = db.prepare('INSERT INTO texts (body) VALUES (?)')
      const index = db.prepare('INSERT INTO f (rowid, title, body) VALUES (?, ?, ?)')
      db.exec('BEGIN')
      for (const { title, body } of articles) {
        index.run(text.run(body).lastInsertRowid, foldedStream(title), foldedStream(body))
      }
      db.exec('COMMIT')
      find = searching(db)
    },
    kinds,
    search: (query) => (find?.(query) ?? []).map((id) => cutPassages(textOf(id), query)).length,
    bytes: () => Number(db.prepare('SELECT sum(length(block)) FROM f_data').pluck().get()),
    close() {
      db.close()
      rmSync(home, { recursive: true })
    },
  }
}

function minisearch(): Contender {
  const index = new MiniSearch({
    fields: ['title', 'body'],
    searchOptions: { boost: { title: 5 }, combineWith: 'AND' },
  })
  return inMemory(
    ['rare', 'mid', 'common', 'and', 'prefix', 'typo'],
    (id, { title, body }) => index.add({ id, title, body }),
    ({ kind, words }) =>
      index
        .search(words.join(' '), { prefix: kind === 'prefix', fuzzy: kind === 'typo' ? 1 : false })
        .slice(0, PAGE)
        .map(({ id }) => Number(id)),
  )
}

function flex(): Contender {
  const index = new FlexIndex()
  return inMemory(
    ['rare', 'mid', 'common', 'and'],
    (id, { title, body }) => void index.add(id, `${title} ${body}`),
    ({ words }) => (index.search(words.join(' '), PAGE) as number[]).map(Number),
  )
}

function lunrIndex(): Contender {
  const builder = new lunr.Builder()
  builder.field('title', { boost: 5 })
  builder.field('body')
  let index: lunr.Index | null = null
  return inMemory(
    ['rare', 'mid', 'common', 'and', 'prefix', 'typo'],
    (id, { title, body }) => builder.add({ id, title, body }),
    ({ kind, words }) => {
      index ??= builder.build()
      const sign = kind === 'prefix' ? '*' : kind === 'typo' ? '~1' : ''
      return index
        .search(words.map((word) => `+${word}${sign}`).join(' '))
        .slice(0, PAGE)
        .map(({ ref }) => Number(ref))
    },
  )
}

function inMemory(
  kinds: readonly QueryKind[],
  add: (id: number, article: Article) => void,
  find: (query: BenchQuery) => number[],
): Contender {
  const bodies: string[] = []
  return {
    build(articles) {
      for (const article of articles) add(bodies.push(article.body) - 1, article)
      find({ kind: 'rare', words: ['nothing'] })
    },
    kinds,
    search: (query) => find(query).map((id) => cutPassages(bodies[id] ?? '', query)).length,
    bytes: () => null,
    close: () => {},
  }
}

/** What every contender shows of a hit: up to three passages with their marks, cut by the same code. */
function cutPassages(body: string, { words }: BenchQuery): unknown[] {
  const wanted = new Set(words)
  const matches: { start: number; end: number }[] = []
  eachWord(body, (word, start, end) => {
    if (wanted.has(word)) matches.push({ start, end })
  })
  const shown = matches.length === 0 ? [{ start: 0, end: Math.min(10, body.length) }] : matches
  return shown.slice(0, PASSAGES).map((_, at) => cutSnippet(body, shown.slice(at, at + 64)))
}
