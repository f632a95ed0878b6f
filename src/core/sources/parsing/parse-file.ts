import { CasebookError, type Failure } from '#contract/failure.ts'
import type { ImportOptions } from '#contract/importing.ts'
import type { Article } from '../article.ts'
import { beginning, type FileToRead } from '../formats/format.ts'
import { formats } from '../formats/formats.ts'
import { plainText } from '../formats/plain-text.ts'
import { type PackedOriginal, packOriginal } from '../original.ts'
import { sha256Of } from '../sha256.ts'
import { type DescribedArticle, describeArticle } from './describe-article.ts'

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

/** A part of a file that holds no text and is none of the analyst's business: a picture, a font, a signature. */
export interface SkippedPart {
  readonly part: string
  readonly reason: string
}

/** A file that articles come from. */
export interface FileFacts {
  readonly sha256: string
  readonly format: string
  readonly original: PackedOriginal
}

export interface ParsedFile extends FileFacts {
  readonly articles: readonly DescribedArticle[]
  readonly failed: readonly FailedPart[]
  readonly skipped: readonly SkippedPart[]
}

interface LeftOut {
  readonly failed: FailedPart[]
  readonly skipped: SkippedPart[]
}

/** Archives in archives in archives are somebody's joke. */
const deepest = 3

/** What a file may hold, all that lies in its inner files together: they may be few and large, or many and small. */
class Contents {
  #parts = 0
  #bytes = 0
  /** Set once there is too much: then the whole file is refused, and not one of its parts after the other. */
  refusal: CasebookError | null = null

  add(bytes: Uint8Array): void {
    this.#bytes += bytes.length
    if (++this.#parts <= 20_000 && this.#bytes <= 1024 * 1024 * 1024) return
    this.refusal = new CasebookError(
      'source.too-large',
      'The file holds more files than Casebook takes out of one.',
    )
    throw this.refusal
  }
}

/** @throws CasebookError source.* with one sentence that says why not */
export async function parseFile(request: ParseRequest): Promise<ParsedFile> {
  const articles: DescribedArticle[] = []
  const { facts, failed, skipped } = await parseArticles(request, {
    take: (article) => articles.push(article),
    expect: () => {},
  })
  return { ...facts, articles, failed, skipped }
}

export interface ArticleTaker {
  take(article: DescribedArticle, from: FileFacts): void
  /** How many will come at most, told before the first where it is known. */
  expect(articles: number): void
}

/**
 * The articles of a file, each as soon as it is read and described.
 * @throws CasebookError source.* with one sentence that says why not; where none was taken yet
 */
export async function parseArticles(
  { label, ...file }: ParseRequest,
  taker: ArticleTaker,
): Promise<LeftOut & { readonly facts: FileFacts }> {
  const leftOut: LeftOut = { failed: [], skipped: [] }
  let facts: FileFacts | null = null
  const factsAs = (format: string) => (facts ??= factsOf(file.bytes, format))
  let taken = 0
  const format = await readFile(file, new Contents(), leftOut, {
    depth: 0,
    expect: (articles) => taker.expect(articles),
    take: (article, from) => {
      taken += 1
      taker.take(describeArticle(article, labelOf(article, label), file.options.dateOrder), factsAs(from))
    },
  })
  if (taken === 0 && leftOut.failed.length === 0) throw noWords(leftOut)
  return { facts: factsAs(format), ...leftOut }
}

function factsOf(bytes: Uint8Array, format: string): FileFacts {
  return { sha256: sha256Of(bytes), format, original: packOriginal(bytes) }
}

function noWords({ skipped }: LeftOut): CasebookError {
  return skipped.length === 0
    ? new CasebookError('source.empty', 'The file holds no words.')
    : new CasebookError('source.no-text', 'Nothing in this file holds text that Casebook reads.')
}

/** Where the articles of a file go that lies so deep in others. */
interface Taking {
  readonly depth: number
  readonly take: (article: Article, format: string) => void
  readonly expect: (articles: number) => void
}

/** @returns the name of its format */
async function readFile(
  file: Omit<ParseRequest, 'label'>,
  contents: Contents,
  leftOut: LeftOut,
  { depth, take, expect }: Taking,
): Promise<string> {
  if (file.bytes.length === 0) throw new CasebookError('source.empty', 'The file is empty.')
  const handOver = (article: Article) => {
    if (article.text.trim() !== '') take(article, format?.name ?? '')
  }
  const toRead: FileToRead = {
    ...file,
    readInner: async (part, bytes) => {
      contents.add(bytes)
      if (depth >= deepest) throw tooDeep()
      const inner = { ...file, name: part.split('/').at(-1) ?? part, bytes }
      return readPart(inner, part, contents, leftOut, depth + 1)
    },
    handOver,
    expect,
    leaveOut: (part, { code, message }) => void leftOut.failed.push({ part, code, message }),
    passOver: (part, reason) => void leftOut.skipped.push({ part, reason }),
  }
  const format = formats.find((one) => one.isMine(toRead))
  if (format === undefined) {
    throw new CasebookError('source.unsupported', 'Casebook does not read this kind of file.')
  }
  if (format === plainText) refuseForeign(file.bytes)
  for (const article of await format.read(toRead)) handOver(article)
  return format.name
}

function tooDeep(): CasebookError {
  return new CasebookError('source.too-large', 'The file holds files too deep in one another.')
}

async function readPart(
  file: Omit<ParseRequest, 'label'>,
  part: string,
  contents: Contents,
  leftOut: LeftOut,
  depth: number,
): Promise<Article[]> {
  const own: LeftOut = { failed: [], skipped: [] }
  try {
    const articles: Article[] = []
    const take = (article: Article) => void articles.push({ ...article, part: joinParts(part, article.part) })
    await readFile(file, contents, own, { depth, take, expect: () => {} })
    return articles
  } catch (error) {
    const isOurs = error instanceof CasebookError && error.code.startsWith('source.')
    if (!isOurs || error === contents.refusal) throw error
    if (holdsNoText(error)) own.skipped.push({ part: '', reason: String(error.about['what'] ?? 'no text') })
    else own.failed.push({ part: '', code: error.code, message: error.message })
    return []
  } finally {
    leftOut.failed.push(...own.failed.map((one) => ({ ...one, part: joinParts(part, one.part || null) })))
    leftOut.skipped.push(...own.skipped.map((one) => ({ ...one, part: joinParts(part, one.part || null) })))
  }
}

/** A picture on its own is a file that failed; beside articles, in a mail or an archive, it is only passed over. */
function holdsNoText({ code }: CasebookError): boolean {
  return code === 'source.unsupported' || code === 'source.binary'
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
  [/^wOF[F2]|^OTTO|^\0\x01\0\0\0.\0|^ttcf/s, 'a font'],
  [/^\x30[\x80-\x84].{0,4}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07/s, 'a signature'],
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
      { what: known[1] },
    )
}
