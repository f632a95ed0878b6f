import { posix } from 'node:path'
import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/sources.ts'
import type { Article, Found, FoundFields } from '../article.ts'
import { normaliseStamp } from '../reading/stamps.ts'
import { inflateArchive } from './archive.ts'
import { decode } from './decode.ts'
import type { FileToRead } from './format.ts'
import { depthOf } from './markup-depth.ts'
import { type PageElement, readXml } from './page.ts'
import { readHtml } from './read-html.ts'

/**
 * The chapters of a book in the order of its spine (EPUB 3.3, §5.7), each with the book's author, publisher and date.
 * @throws CasebookError source.damaged, source.too-large, source.no-text
 */
export function readEpub({ bytes }: FileToRead): Article[] {
  const files = inflateArchive(bytes, (name) => /\.(?:xml|opf|x?html?)$/i.test(name))
  const packagePath = named(readXml(textOf(files, 'META-INF/container.xml')), 'rootfile')[0]?.getAttribute(
    'full-path',
  )
  if (!packagePath) throw damaged('it does not say where its contents are')
  const book = readXml(textOf(files, packagePath))
  const stated = fieldsOf(book)
  const chapters = spineOf(book, packagePath).flatMap((path, at) => readChapter(files, path, at + 1, stated))
  if (chapters.length === 0) throw new CasebookError('source.no-text', 'This book holds no words.')
  return chapters
}

function readChapter(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  number: number,
  stated: FoundFields,
): Article[] {
  const bytes = files.get(path)
  if (bytes === undefined) return []
  try {
    const chapter = readHtml(decode(bytes).text, false)
    return [{ ...chapter, part: `chapter ${number}`, stated: { ...chapter.stated, ...stated } }]
  } catch (error) {
    // A cover or a page of pictures holds no words.
    if (error instanceof CasebookError && error.code === 'source.no-text') return []
    throw error
  }
}

function spineOf(book: PageElement, packagePath: string): string[] {
  const hrefs = new Map(
    named(book, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href')]),
  )
  return named(book, 'itemref').flatMap((itemref) => {
    const href = hrefs.get(itemref.getAttribute('idref'))
    return href ? [posix.join(posix.dirname(packagePath), unescaped(href))] : []
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
    const evidence = {
      span: null,
      from: 'header',
      words,
      rule: `the book’s ${element}`,
      certainty: 'stated',
    } as const
    fields[field] = { value, evidence }
  }
  return fields
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
