import { CasebookError } from '#contract/failure.ts'
import type { ImportOptions } from '#contract/sources.ts'
import type { Article } from './article.ts'
import { type DescribedArticle, describeArticle } from './describe-article.ts'
import { beginning, type FileToRead } from './formats/format.ts'
import { formats } from './formats/formats.ts'
import { type PackedOriginal, packOriginal } from './original.ts'
import { sha256Of } from './sha256.ts'

/** Bytes in, described articles out. Touches no casebook and no disk, so it can run anywhere. */

export interface ParseRequest {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pasted: FileToRead['pasted']
  readonly options: ImportOptions
  /** What to call an article without a title; null where the file's name says nothing (something pasted). */
  readonly label: string | null
}

export interface ParsedFile {
  readonly sha256: string
  readonly format: string
  readonly original: PackedOriginal
  readonly articles: readonly DescribedArticle[]
}

/** @throws CasebookError source.* with one sentence that says why not */
export async function parseFile({ label, ...file }: ParseRequest): Promise<ParsedFile> {
  const { bytes, options } = file
  if (bytes.length === 0) throw new CasebookError('source.empty', 'The file is empty.')
  refuseForeign(bytes)
  const format = formats.find((one) => one.isMine(file))
  if (format === undefined)
    throw new CasebookError('source.unsupported', 'Casebook does not read this kind of file.')
  const articles = (await format.read(file)).filter(({ text }) => text.trim() !== '')
  if (articles.length === 0) throw new CasebookError('source.empty', 'The file holds no words.')
  return {
    sha256: sha256Of(bytes),
    format: format.name,
    original: packOriginal(bytes),
    articles: await Promise.all(
      articles.map((article) => describeArticle(article, labelOf(article, label), options.dateOrder)),
    ),
  }
}

function labelOf({ part }: Article, label: string | null): string | null {
  return part === null || label === null ? label : `${label}: ${part}`
}

/** Files that say what they are in their first bytes, and are no articles. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^BM.{4}\0\0|^RIFF.{4}WEBP|^II\*\0|^MM\0\*/s, 'a picture'],
  [/^ID3|^\xff\xfb|^OggS|^fLaC|^RIFF.{4}WAVE|^.{4}ftyp|^\x1aE\xdf\xa3/s, 'a sound or film'],
  [/^\x7fELF|^MZ.{58}|^\xfe\xed\xfa|^\xcf\xfa\xed\xfe|^\xca\xfe\xba\xbe/s, 'a program'],
  [/^SQLite format 3\0/, 'a database'],
  [/^\x1f\x8b|^BZh|^\xfd7zXZ|^7z\xbc\xaf|^Rar!/, 'an archive of a kind that Casebook does not open'],
  [/^%PDF-/, 'a PDF'],
  [/^PK\x03\x04/, 'an archive or office document'],
  [/^\xd0\xcf\x11\xe0/, 'an old office document'],
]

function refuseForeign(bytes: Uint8Array): void {
  const head = beginning(bytes, 64)
  const known = foreign.find(([pattern]) => pattern.test(head))
  if (known)
    throw new CasebookError(
      'source.unsupported',
      `This is ${known[1]}: it holds no text that Casebook reads.`,
    )
}
