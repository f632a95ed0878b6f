import { posix } from 'node:path'
import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/source.ts'
import type { Article, Found, FoundFields } from '../../article.ts'
import { takeFirst } from '../../others.ts'
import { normaliseStamp } from '../../reading/stamps.ts'
import { inflateArchive, namesInArchive } from '../archives/archive.ts'
import { decode } from '../encodings/decode.ts'
import type { FileToRead } from '../format.ts'
import { depthOf } from '../pages/markup-depth.ts'
import { type PageElement, readXml } from '../pages/page.ts'
import { readHtml } from '../pages/read-html.ts'

/**
 * The chapters of a book in the order of its spine (EPUB 3.3, §5.7), each with the book's author, publisher and date.
 * @throws CasebookError source.damaged, source.too-large, source.no-text
 */
export function readEpub({ bytes, leaveOut }: FileToRead): Article[] {
  const files = inflateArchive(bytes, (name) => /\.(?:xml|opf|ncx|x?html?)$/i.test(name))
  const packagePath = named(readXml(textOf(files, 'META-INF/container.xml')), 'rootfile')[0]?.getAttribute(
    'full-path',
  )
  if (!packagePath) throw damaged('it does not say where its contents are')
  const book = readXml(textOf(files, packagePath))
  const said: Book = {
    files,
    names: new Set(namesInArchive(bytes)),
    stated: fieldsOf(book),
    contents: readContents(files, book, packagePath),
    language: named(book, 'language')[0]?.textContent?.trim().split('-')[0]?.toLowerCase() ?? null,
  }
  const chapters = spineOf(book, packagePath).flatMap((path, at) => {
    const part = `chapter ${at + 1}`
    try {
      return readChapter(said, path, part)
    } catch (error) {
      if (!(error instanceof CasebookError)) throw error
      leaveOut(part, error)
      return []
    }
  })
  if (chapters.length === 0) throw new CasebookError('source.no-text', 'This book holds no words.')
  return chapters
}

interface Book {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Of all its files, pictures too. */
  readonly names: ReadonlySet<string>
  /** What its package says; the title is the book's. */
  readonly stated: FoundFields
  /** What its table of contents calls the file at a path. */
  readonly contents: ReadonlyMap<string, string>
  readonly language: string | null
}

/** @throws CasebookError source.damaged, source.too-large */
function readChapter(
  { files, names, stated, contents, language }: Book,
  path: string,
  part: string,
): Article[] {
  const bytes = files.get(path)
  if (bytes === undefined) {
    // A drawing may be a page of a book.
    if (names.has(path)) return []
    throw new CasebookError('source.damaged', `The book lists ${path}, and does not hold it.`, { path })
  }
  try {
    const chapter = readHtml(decode(bytes).text, false)
    const title = titleOfChapter(chapter.stated.title, contents.get(path), stated.title)
    return [
      {
        ...chapter,
        part,
        stated: { ...chapter.stated, ...stated, ...(title && { title }) },
        language: chapter.language ?? language,
      },
    ]
  } catch (error) {
    // A cover or a page of pictures holds no words.
    if (error instanceof CasebookError && error.code === 'source.no-text') return []
    throw error
  }
}

/** Its heading, else what the contents call it; a page's own title is often the book's. The book's title stays beside them. */
function titleOfChapter(
  own: Found | undefined,
  listed: string | undefined,
  ofBook: Found | undefined,
): Found | null {
  const inContents = listed === undefined ? [] : [bookSays(listed, 'the book’s table of contents')]
  const isHeading = own?.evidence.rule === 'the page’s only main heading'
  const ranked = isHeading ? [own, ...inContents, ofBook] : [...inContents, own, ofBook]
  return takeFirst(ranked.filter((one) => one !== undefined))
}

/** The table of contents as EPUB 3 (a page of links) or EPUB 2 (NCX) has it. */
function readContents(
  files: ReadonlyMap<string, Uint8Array>,
  book: PageElement,
  packagePath: string,
): ReadonlyMap<string, string> {
  const contents = new Map<string, string>()
  for (const item of named(book, 'item')) {
    const isPage = item.getAttribute('properties')?.split(/\s+/).includes('nav') === true
    const isNcx = item.getAttribute('media-type') === 'application/x-dtbncx+xml'
    const path = inBook(packagePath, item.getAttribute('href'))
    if ((!isPage && !isNcx) || path === null || !files.has(path)) continue
    for (const [href, label] of entriesOf(readXml(textOf(files, path)), isNcx)) {
      const target = inBook(path, href)?.replace(/#.*$/, '')
      if (target && label !== '' && !contents.has(target)) contents.set(target, label)
    }
  }
  return contents
}

function entriesOf(contents: PageElement, isNcx: boolean): (readonly [string | null, string])[] {
  const words = (element: PageElement | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  if (!isNcx) return named(contents, 'a').map((link) => [link.getAttribute('href'), words(link)])
  return named(contents, 'navPoint').map((point) => [
    named(point, 'content')[0]?.getAttribute('src') ?? null,
    words(named(point, 'text')[0]),
  ])
}

/** The path in the archive of what a file in it refers to. */
function inBook(from: string, href: string | null): string | null {
  return href ? posix.join(posix.dirname(from), unescaped(href)) : null
}

function spineOf(book: PageElement, packagePath: string): string[] {
  const hrefs = new Map(
    named(book, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href')]),
  )
  return named(book, 'itemref').flatMap((itemref) => {
    const path = inBook(packagePath, hrefs.get(itemref.getAttribute('idref')) ?? null)
    return path === null ? [] : [path]
  })
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

const fieldOfElement: readonly (readonly [string, MetadataField])[] = [
  ['title', 'title'],
  ['creator', 'author'],
  ['publisher', 'publisher'],
  ['date', 'published'],
]

function fieldsOf(book: PageElement): FoundFields {
  const fields: Partial<Record<MetadataField, Found>> = {}
  for (const [element, field] of fieldOfElement) {
    const words = named(book, element)
      .map((one) => one.textContent?.trim() ?? '')
      .filter((one) => one !== '')
      .join(', ')
    const value = field === 'published' ? normaliseStamp(words) : words
    if (!value) continue
    fields[field] = { ...bookSays(words, `the book’s ${element}`), value }
  }
  return fields
}

function bookSays(words: string, rule: string): Found {
  return { value: words, evidence: { span: null, from: 'header', words, rule, certainty: 'stated' } }
}

/** Elements by their name, whatever prefix stands before it. */
function named(root: PageElement, name: string): PageElement[] {
  return [...root.querySelectorAll('*')].filter(({ localName }) => localName.split(':').at(-1) === name)
}

const deepestMarkup = 1_000

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path)
  if (bytes === undefined) throw damaged(`${path} is missing`)
  if (depthOf(bytes) > deepestMarkup) throw damaged(`${path} is nested too deeply`)
  return decode(bytes).text
}

function damaged(why: string): CasebookError {
  return new CasebookError('source.damaged', `This book is damaged: ${why}.`)
}
