import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Index as FlexIndex } from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { cutSnippet } from '../../src/text/snippet.ts'
import { eachWord, foldedStream } from '../../src/text/words.ts'
import type { BenchQuery, QueryKind } from './bench-queries.ts'
import { casebookContender, floorContender } from './casebook-contender.ts'
import type { Article } from './corpus.ts'

/** Everything that is measured, behind one face: build an index, answer a query with 20 hits and their passages. */
export interface Contender {
  /** Takes the articles one by one; what it needs them for later it keeps itself. */
  readonly build: (articles: Iterable<Article>) => void
  /** Kinds of query that it cannot answer are not asked. */
  readonly kinds: readonly QueryKind[]
  /** @returns how many hits it showed */
  readonly search: (query: BenchQuery) => number
  /** Timed in turn with `search`, where the two are to be compared closely: what else the machine does then slows both. */
  readonly beside?: (query: BenchQuery) => number
  /** Adds one article, durably where it keeps anything on disk, and can find it at once; null where that means building anew. */
  readonly addOne: ((article: Article) => void) | null
  /** Opens what is on the disk once more, for reading; null where it keeps nothing there. Nothing is added after that. */
  readonly reopen: (() => void) | null
  readonly bytes: () => number | null
  /** Megabytes of a program that has opened what was built and been asked all this; left out where it is in memory here. */
  readonly memoryMb?: (queries: readonly BenchQuery[]) => number
  readonly close: () => void
}

const PAGE = 20
const PASSAGES = 3
const folder = () => mkdtempSync(join(tmpdir(), 'casebook-bench-'))

export const contenders: Readonly<Record<string, () => Contender>> = {
  casebook: casebookContender,
  bareFts5,
  floor: floorContender,
  minisearch,
  flexsearch: flex,
  lunr: lunrIndex,
  scan,
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

function onFts5(
  kinds: readonly QueryKind[],
  searching: (db: Database.Database) => (query: BenchQuery) => number[],
): Contender {
  const home = folder()
  const path = join(home, 'bench.db')
  let db = new Database(path)
  let writing: Database.Database | null = null
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT);
    CREATE VIRTUAL TABLE f USING fts5 (title, body, content = '', tokenize = 'ascii')`)
  let find: ((query: BenchQuery) => number[]) | null = null
  let read = db.prepare('SELECT body FROM texts WHERE id = ?').pluck()
  const insert = ({ title, body }: Article) => {
    const id = db.prepare('INSERT INTO texts (body) VALUES (?)').run(body).lastInsertRowid
    db.prepare('INSERT INTO f (rowid, title, body) VALUES (?, ?, ?)').run(
      id,
      foldedStream(title),
      foldedStream(body),
    )
  }
  const textOf = (id: number) => {
    const body = read.get(id)
    return typeof body === 'string' ? body : ''
  }
  return {
    build(articles) {
      db.exec('BEGIN')
      for (const article of articles) insert(article)
      db.exec('COMMIT')
      find = searching(db)
    },
    addOne: (article) => db.transaction(insert)(article),
    reopen() {
      writing = db
      db = new Database(path, { readonly: true })
      read = db.prepare('SELECT body FROM texts WHERE id = ?').pluck()
      find = searching(db)
    },
    kinds,
    search: (query) => (find?.(query) ?? []).map((id) => cutPassages(textOf(id), query)).length,
    bytes: () => Number(db.prepare('SELECT sum(length(block)) FROM f_data').pluck().get()),
    close() {
      db.close()
      writing?.close()
      rmSync(home, { recursive: true })
    },
  }
}

function minisearch(): Contender {
  const options = {
    fields: ['title', 'body'],
    searchOptions: { boost: { title: 5 }, combineWith: 'AND' as const },
  }
  let index = new MiniSearch(options)
  return inMemory(
    {
      save: () => JSON.stringify(index),
      load: (saved) => {
        index = MiniSearch.loadJSON(saved, options)
      },
    },
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
    null,
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
  const contender = inMemory(
    {
      save: () => JSON.stringify(index),
      load: (saved) => {
        index = lunr.Index.load(JSON.parse(saved) as object)
      },
    },
    ['rare', 'mid', 'common', 'and', 'prefix', 'typo'],
    (id, { title, body }) => builder.add({ id, title: withoutDigits(title), body: withoutDigits(body) }),
    ({ kind, words }) => {
      index ??= builder.build()
      const sign = kind === 'prefix' ? '*' : kind === 'typo' ? '~1' : ''
      return index
        .search(words.map((word) => `+${withoutDigits(word)}${sign}`).join(' '))
        .slice(0, PAGE)
        .map(({ ref }) => Number(ref))
    },
  )
  // Its index is made once and whole.
  return { ...contender, addOne: null }
}

/**
 * lunr 2.3.9 tells the nodes of its token set apart by their labels and numbers written one behind the other, so that a digit in a word
 * may be taken for a part of a number: at 10,000 articles it then finds words that are not in its index, and breaks off with a TypeError.
 */
function withoutDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
}

/** No index: every text is read from its file and looked through, and nothing is ranked. */
function scan(): Contender {
  const home = folder()
  const files: string[] = []
  const write = ({ body }: Article) => {
    const file = join(home, `${files.length}.txt`)
    writeFileSync(file, body)
    files.push(file)
  }
  return {
    build(articles) {
      for (const article of articles) write(article)
    },
    kinds: ['rare', 'common', 'phrase'],
    search(query) {
      const wanted = query.words.join(' ')
      const found = files.filter((file) => readFileSync(file, 'utf8').toLowerCase().includes(wanted))
      return found.slice(0, PAGE).map((file) => cutPassages(readFileSync(file, 'utf8'), query)).length
    },
    addOne: null,
    reopen: null,
    bytes: () => 0,
    close: () => rmSync(home, { recursive: true }),
  }
}

interface Saved {
  readonly save: () => string
  readonly load: (saved: string) => void
}

function inMemory(
  saved: Saved | null,
  kinds: readonly QueryKind[],
  add: (id: number, article: Article) => void,
  find: (query: BenchQuery) => number[],
): Contender {
  const bodies: string[] = []
  const home = folder()
  const file = join(home, 'index.json')
  return {
    build(articles) {
      for (const article of articles) add(bodies.push(article.body) - 1, article)
      find({ kind: 'rare', words: ['nothing'] })
      if (saved !== null) writeFileSync(file, saved.save())
    },
    addOne: (article) => add(bodies.push(article.body) - 1, article),
    reopen: saved === null ? null : () => saved.load(readFileSync(file, 'utf8')),
    kinds,
    search: (query) => find(query).map((id) => cutPassages(bodies[id] ?? '', query)).length,
    bytes: () => (existsSync(file) ? statSync(file).size : null),
    close: () => rmSync(home, { recursive: true }),
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
