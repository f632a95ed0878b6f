import { type PackedText, packText } from '../library/packed-text.ts'
import type { DescribedArticle } from './describe-article.ts'
import type { FileFacts, ParsedFile } from './parse-file.ts'

/** A file that was taken apart, as it travels from one thread to another: what is only to be stored is packed for that already. */
export interface PackedFile extends Omit<ParsedFile, 'articles'> {
  readonly articles: readonly PackedArticle[]
}

/**
 * So much of a file as travels at once. Most files are one part; one of very many articles is several, and then what could not be read
 * of it stands in the last.
 */
export interface PackedPart extends Omit<PackedFile, 'original'> {
  /** In the first part. */
  readonly original: FileFacts['original'] | null
  readonly isLast: boolean
  /** How many articles the file holds at most, where that is known before they are read. */
  readonly expected: number | null
}

export interface PackedArticle extends Omit<DescribedArticle, 'text' | 'structure'> {
  readonly text: PackedText
  /** As JSON. */
  readonly structure: string
}

export function packArticle({ text, structure, ...article }: DescribedArticle): PackedArticle {
  return { ...article, text: packText(text), structure: JSON.stringify(structure) }
}

/** Parts in their order. @throws RangeError where the first is missing */
export function joinParts(parts: readonly PackedPart[]): PackedFile {
  const [first] = parts
  if (first === undefined || first.original === null) throw new RangeError('the first part is missing')
  const { sha256, format, original } = first
  return {
    sha256,
    format,
    original,
    articles: parts.flatMap(({ articles }) => articles),
    failed: parts.flatMap(({ failed }) => failed),
    skipped: parts.flatMap(({ skipped }) => skipped),
  }
}

/**
 * Gives back the memory of what is stored or told: its bytes are gone afterwards. Left to the collector, tens of megabytes of such
 * bytes wait for it.
 */
export function releasePart({ original, articles }: Pick<PackedPart, 'original' | 'articles'>): void {
  if (original !== null) release(original.packed)
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
