import { Casebook, LONGEST_BROUGHT, type Transaction } from '../../src/core/casebook/casebook.ts'
import { realOutside } from '../../src/core/real-outside.ts'
import { keepPrints, packPrintsOfWords } from '../../src/core/sources/copies/prints.ts'
import { packText, writeChunks } from '../../src/core/sources/library/packed-text.ts'
import { wordsForIndex } from '../../src/core/sources/parsing/words-for-index.ts'
import { sha256Of } from '../../src/core/sources/sha256.ts'
import { sqlFunctions } from '../../src/core/sql-functions.ts'
import { foldedWords } from '../../src/text/words.ts'
import type { Article } from './corpus.ts'

/** Writes articles straight into a casebook, as importing would record them: the benchmark is of search, not of parsing. */
export function plantArticles(
  path: string,
  articles: Iterable<Article>,
): { milliseconds: number; characters: number } {
  const casebook = Casebook.create(path, {
    outside: realOutside('Casebook (benchmark)'),
    functions: sqlFunctions,
  })
  const step = casebook.openStep('sources.import')
  const started = performance.now()
  let characters = 0
  for (const batch of batches(articles, A_TRANSACTION)) {
    step.record((tx) => {
      for (const article of batch) plantArticle(tx, article)
      tx.describe('Imported articles')
    })
    for (const { body } of batch) characters += body.length
  }
  step.end()
  // What the program puts off until nobody waits is work all the same.
  while (casebook.keepUp('large'));
  const milliseconds = performance.now() - started
  casebook.close()
  return { milliseconds, characters }
}

const A_TRANSACTION = 1_000

export function plantArticle(tx: Transaction, { title, body, publisher, published }: Article): number {
  const { store } = tx
  const id = tx.newId('source')
  const sha256 = sha256Of(id)
  store.run(`INSERT INTO originals (sha256, bytes, packing, packed) VALUES (?, 0, 'none', x'')`, sha256)
  const text = store.run(
    `INSERT INTO texts (sha256, length, structure) VALUES (?, ?, '{}')`,
    sha256,
    body.length,
  ).key
  writeChunks(store, text, packText(body))
  const words = foldedWords(body)
  keepPrints(store, text, packPrintsOfWords(words))
  const { key } = store.run(
    `INSERT INTO sources (id, original, text, label, format, title, publisher, published, published_from, published_to,
       language, direction, words, imported, evidence, zones)
     VALUES (?, ?, ?, ?, 'txt', ?, ?, ?, ?, ?, 'en', 'ltr', 0, ?, '{}', '[]')`,
    id,
    sha256,
    text,
    body.slice(0, 40),
    title === '' ? null : title,
    publisher,
    published,
    published,
    published,
    tx.now,
  )
  if (body.length <= LONGEST_BROUGHT)
    tx.bringWords(key, wordsForIndex({ text: body, title, zones: [] }, words))
  return key
}

function* batches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
