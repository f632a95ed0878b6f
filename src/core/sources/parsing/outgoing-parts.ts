import type { DescribedArticle } from './describe-article.ts'
import { type PackedArticle, type PackedPart, packArticle } from './packed-file.ts'
import type { ArticleTaker, FileFacts, ParsedFile } from './parse-file.ts'

/** So much travels at once: a batch of what is recorded, and far less than the memory that a thread may use. */
const mostArticles = 512
const mostUnits = 2_000_000

/** Packs the articles of a file as they are read, and sends them off in parts; what is left is the last. */
export class OutgoingParts implements ArticleTaker {
  readonly #send: (part: PackedPart) => void
  #articles: PackedArticle[] = []
  #units = 0
  #hasSent = false
  #expected: number | null = null

  constructor(send: (part: PackedPart) => void) {
    this.#send = send
  }

  expect(articles: number): void {
    this.#expected = articles
  }

  take(article: DescribedArticle, from: FileFacts): void {
    // Sent only when another follows: so the last part is never empty.
    if (this.#articles.length >= mostArticles || this.#units >= mostUnits) this.#sendPart(from)
    this.#articles.push(packArticle(article))
    this.#units += article.text.length
  }

  #sendPart(from: FileFacts): void {
    this.#send({ ...this.#part(from), failed: [], skipped: [], isLast: false })
    this.#hasSent = true
    this.#articles = []
    this.#units = 0
  }

  last(from: FileFacts, { failed, skipped }: Pick<ParsedFile, 'failed' | 'skipped'>): PackedPart {
    return { ...this.#part(from), failed, skipped, isLast: true }
  }

  #part({ sha256, format, original }: FileFacts): Omit<PackedPart, 'failed' | 'skipped' | 'isLast'> {
    return {
      sha256,
      format,
      original: this.#hasSent ? null : original,
      articles: this.#articles,
      expected: this.#expected,
    }
  }
}
