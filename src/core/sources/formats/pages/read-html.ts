import { Readability } from '@mozilla/readability'
import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/source.ts'
import type { Article, Found, FoundFields } from '../../article.ts'
import { withOther } from '../../others.ts'
import { normaliseStamp } from '../../reading/stamps.ts'
import { cleanText } from '../encodings/clean-text.ts'
import { decode } from '../encodings/decode.ts'
import type { FileToRead } from '../format.ts'
import { declaredCharset } from '../html.ts'
import { encodingWarnings } from '../plain-text.ts'
import { BlockWriter } from './block-writer.ts'
import { type MarkupSize, measureMarkup } from './markup-size.ts'
import { isElement, type PageDocument, type PageElement } from './page.ts'
import { addressOf, markupSays, personWords, readPageMetadata, withoutPublisher } from './page-metadata.ts'
import { savedMoment } from './page-signals.ts'
import { readPage } from './read-page.ts'
import { writePage } from './write-page.ts'

/** A saved page, or a piece of one that was copied. @throws CasebookError as `readHtml` */
export function readHtmlFile({ bytes, options, pasted }: FileToRead): Article[] {
  const decoded = decode(bytes, { asked: options.encoding, declared: declaredCharset(bytes) })
  const article = readHtml(decoded.text, pasted === null)
  return [{ ...article, warnings: [...encodingWarnings(decoded), ...article.warnings] }]
}

/** A page's tree is many times its size. */
const largestPage = 24 * 1024 * 1024

/**
 * @param wholePage whether an article is to be found in it; a piece that somebody copied is one already
 * @throws CasebookError source.too-large, source.damaged (nested beyond measure), source.no-text
 */
export function readHtml(source: string, wholePage: boolean): Article {
  if (source.length > largestPage) {
    throw new CasebookError(
      'source.too-large',
      'This page is larger than 24 MB, more than Casebook takes apart.',
    )
  }
  const { text: markup, warnings } = cleanText(source)
  if (hasMore(markup, '<', mostTags)) {
    throw new CasebookError('source.too-large', 'This page has more elements than Casebook takes apart.')
  }
  const size = measureMarkup(markup)
  refuseOvergrown(size)
  if (!wholePage) return readMarkup(markup, warnings, 'no')
  return readMarkup(markup, warnings, isForReadability(size) ? 'yes' : 'not this')
}

/** The largest pages that people made have a hundred thousand. */
const mostTags = 600_000

function hasMore(text: string, sign: string, most: number): boolean {
  let at = -1
  for (let count = 0; count <= most; count++) {
    at = text.indexOf(sign, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Pages that people made stay below 300; the time it takes to build a tree grows with the square of its depth. */
const deepestPage = 2_000
/** Each is a node of the tree as an element is, and setting one looks through those that are there. */
const mostAttributes = 400_000
const mostOfOneElement = 1_000
/** Old pages leave rows and paragraphs open, a few thousand at most. */
const mostLeftOpen = 30_000

function refuseOvergrown({ depth, leftOpen, attributes, attributesOfOne }: MarkupSize): void {
  if (depth > deepestPage) {
    throw new CasebookError('source.damaged', 'This page is nested too deeply to be read.')
  }
  if (leftOpen > mostLeftOpen) {
    throw new CasebookError('source.damaged', 'This page leaves more elements open than can be read.')
  }
  if (attributes > mostAttributes || attributesOfOne > mostOfOneElement) {
    throw new CasebookError('source.too-large', 'This page has more attributes than Casebook takes apart.')
  }
}

/** Readability asks every element for all the links and words in it: pages that people made have a tenth of this at most. */
function isForReadability({ depth, links }: MarkupSize): boolean {
  return depth <= 300 && links <= 20_000
}

type Search = 'yes' | 'no' | 'not this'

const wholeTaken: Readonly<Record<Search, readonly string[]>> = {
  yes: ['No article was found in the page: all of its text was taken.'],
  no: [],
  'not this': ['The page is too large or too deep to look for an article in it: all of its text was taken.'],
}

/** @param search whether to look for the article in the page */
function readMarkup(markup: string, warnings: readonly string[], search: Search): Article {
  const page = readPage(markup)
  const stated = readPageMetadata(page)
  const url = addressOf(page)
  const language = page.documentElement?.getAttribute('lang')?.split('-')[0]?.toLowerCase() ?? null
  const found = search === 'yes' ? extract(page) : null
  const writer = new BlockWriter()
  // Readability changes the tree it works on: where it finds nothing, the page is read anew and whole.
  const content = found?.content ?? readPage(markup).body
  if (content) writePage(content, writer)
  const { text, structure } = writer.finish()
  if (text.trim() === '') throw new CasebookError('source.no-text', 'This page holds no text.')
  return {
    part: null,
    text,
    structure,
    stated: joinReadability(found, stated),
    url,
    language: language && /^[a-z]{2,3}$/.test(language) ? language : null,
    warnings: [...warnings, ...(found === null ? wholeTaken[search] : [])],
    seen: savedMoment(markup),
  }
}

interface Extracted {
  readonly content: PageElement
  readonly title: string
  readonly byline: string
  readonly siteName: string
  readonly published: string | null
}

function extract(page: PageDocument): Extracted | null {
  // Readability's types speak of a DOM's document; linkedom's is one.
  const document: unknown = page
  const reader = new Readability<PageElement>(document as ConstructorParameters<typeof Readability>[0], {
    serializer: (node: unknown) => node as PageElement,
    maxElemsToParse: 200_000,
  })
  const found = reader.parse()
  if (!found?.content || !isElement(found.content) || (found.textContent ?? '').trim() === '') return null
  const { content, title, byline, siteName, publishedTime } = found
  return {
    content,
    title: title ?? '',
    byline: byline ?? '',
    siteName: siteName ?? '',
    published: publishedTime ? normaliseStamp(publishedTime) : null,
  }
}

/** Readability weighs all of a page's titles; its answer is the one that reading machines agree on. For the rest the markup goes first. */
function joinReadability(found: Extracted | null, stated: FoundFields): FoundFields {
  if (found === null) return stated
  const joined: Partial<Record<MetadataField, Found>> = { ...stated }
  const add = (field: MetadataField, value: string | null, rule: string) => {
    if (!value) return
    const own = markupSays(value, value, rule, 'stated')
    const known = stated[field]
    joined[field] = known === undefined || known.evidence.certainty === 'guess' ? own : withOther(known, own)
  }
  add('author', personWords(found.byline.replace(/\s+/g, ' ').trim()), 'byline in the page')
  add('publisher', found.siteName, 'name of the site')
  add('published', found.published, 'time in the page')
  if (found.title)
    joined.title = titleOf(withoutPublisher(found.title, joined.publisher?.value), stated.title)
  return joined
}

function titleOf(title: string, stated: Found | undefined): Found {
  if (stated?.value === title) return stated
  const own = markupSays(title, title, 'title of the page', 'stated')
  return stated === undefined ? own : withOther(own, stated)
}
