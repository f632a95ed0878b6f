import { type PackedText, packText } from '../library/packed-text.ts'
import type { DescribedArticle } from './describe-article.ts'
import type { ParsedFile } from './parse-file.ts'

/** A file that was taken apart, as it travels from one thread to another: what is only to be stored is packed for that already. */
export interface PackedFile extends Omit<ParsedFile, 'articles'> {
  readonly articles: readonly PackedArticle[]
}

export interface PackedArticle extends Omit<DescribedArticle, 'text' | 'structure'> {
  readonly text: PackedText
  /** As JSON. */
  readonly structure: string
}

export function packFile({ articles, ...file }: ParsedFile): PackedFile {
  return { ...file, articles: articles.map(packArticle) }
}

function packArticle({ text, structure, ...article }: DescribedArticle): PackedArticle {
  return { ...article, text: packText(text), structure: JSON.stringify(structure) }
}

/**
 * Gives back the memory of a file that is stored or told: its bytes are gone afterwards. Left to the collector, tens of megabytes of such
 * bytes wait for it.
 */
export function releaseFile({ original, articles }: PackedFile): void {
  release(original.packed)
  for (const { text, prints, indexed } of articles) {
    for (const { utf8 } of text.chunks) release(utf8)
    release(prints)
    release(indexed.body)
  }
}

/** Moved to nowhere, a buffer is free at once. */
function release({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0)
}
