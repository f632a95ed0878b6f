import { CasebookError, type Failure } from '#contract/failure.ts'
import type { ImportOptions } from '#contract/sources.ts'
import type { Article } from './article.ts'
import { type DescribedArticle, describeArticle } from './describe-article.ts'
import { beginning, type FileToRead } from './formats/format.ts'
import { formats } from './formats/formats.ts'
import { plainText } from './formats/plain-text.ts'
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

/** A part of a file that could not be read, while the rest of it could. */
export interface FailedPart extends Pick<Failure, 'code' | 'message'> {
  readonly part: string
}

export interface ParsedFile {
  readonly sha256: string
  readonly format: string
  readonly original: PackedOriginal
  readonly articles: readonly DescribedArticle[]
  readonly failed: readonly FailedPart[]
}

/** Archives in archives in archives are somebody's joke. */
const deepest = 3
const mostParts = 20_000

/** @throws CasebookError source.* with one sentence that says why not */
export async function parseFile({ label, ...file }: ParseRequest): Promise<ParsedFile> {
  const failed: FailedPart[] = []
  const { format, articles } = await readFile(file, failed, 0)
  if (articles.length === 0 && failed.length === 0) {
    throw new CasebookError('source.empty', 'The file holds no words.')
  }
  return {
    sha256: sha256Of(file.bytes),
    format,
    original: packOriginal(file.bytes),
    articles: await Promise.all(
      articles.map((article) => describeArticle(article, labelOf(article, label), file.options.dateOrder)),
    ),
    failed,
  }
}

async function readFile(
  file: Omit<ParseRequest, 'label'>,
  failed: FailedPart[],
  depth: number,
): Promise<{ format: string; articles: Article[] }> {
  if (file.bytes.length === 0) throw new CasebookError('source.empty', 'The file is empty.')
  let parts = 0
  const toRead: FileToRead = {
    ...file,
    readInner: async (part, bytes) => {
      if (++parts > mostParts || depth >= deepest) {
        throw new CasebookError(
          'source.too-large',
          'The file holds too many files, or files too deep in one another.',
        )
      }
      return readPart({ ...file, name: part.split('/').at(-1) ?? part, bytes }, part, failed, depth + 1)
    },
    leaveOut: (part, { code, message }) => void failed.push({ part, code, message }),
  }
  const format = formats.find((one) => one.isMine(toRead))
  if (format === undefined) {
    throw new CasebookError('source.unsupported', 'Casebook does not read this kind of file.')
  }
  if (format === plainText) refuseForeign(file.bytes)
  const articles = await format.read(toRead)
  return { format: format.name, articles: articles.filter(({ text }) => text.trim() !== '') }
}

async function readPart(
  file: Omit<ParseRequest, 'label'>,
  part: string,
  failed: FailedPart[],
  depth: number,
): Promise<Article[]> {
  const own: FailedPart[] = []
  try {
    const { articles } = await readFile(file, own, depth)
    return articles.map((article) => ({ ...article, part: joinParts(part, article.part) }))
  } catch (error) {
    if (!(error instanceof CasebookError && error.code.startsWith('source.'))) throw error
    own.push({ part: '', code: error.code, message: error.message })
    return []
  } finally {
    failed.push(...own.map((one) => ({ ...one, part: joinParts(part, one.part || null) })))
  }
}

function joinParts(outer: string, inner: string | null): string {
  return inner === null ? outer : `${outer}, ${inner}`
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
