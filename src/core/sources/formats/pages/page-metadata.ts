import type { MetadataField } from '#contract/source.ts'
import type { Found, FoundFields } from '../../article.ts'
import { takeFirst } from '../../others.ts'
import { findDates } from '../../reading/dates.ts'
import { isOutlet } from '../../reading/outlets.ts'
import { normaliseStamp } from '../../reading/stamps.ts'
import type { PageDocument } from './page.ts'
import {
  articleData,
  type Data,
  dayOfAddress,
  markedTimes,
  metaReader,
  namesOf,
  type Signal,
  textOf,
} from './page-signals.ts'

/**
 * What a page's markup says about its article: JSON-LD first, then Dublin Core, Open Graph and other meta elements, then what
 * elements are marked as. The order is the one that reading machines agree on; what it passes over is kept beside.
 */

type Meta = (name: string) => Signal

export function readPageMetadata(page: PageDocument): FoundFields {
  const data = articleData(page)
  const meta = metaReader(page)
  const times = markedTimes(page)
  const found: readonly (readonly [MetadataField, Found | null])[] = [
    ['title', takeFirst(read(titleSignals(page, data, meta), plainWords))],
    ['publisher', takeFirst(read(publisherSignals(page, data, meta), plainWords))],
    ['author', takeFirst(read(authorSignals(page, data, meta), personWords))],
    [
      'published',
      takeFirst([...read(publishedSignals(page, data, meta, times.published), stamp), ...guessedDay(page)]),
    ],
    ['updated', takeFirst(read(updatedSignals(page, data, meta, times.updated), stamp))],
  ]
  return Object.fromEntries(found.filter(([, one]) => one !== null))
}

function titleSignals(page: PageDocument, data: Data | null, meta: Meta): Signal[] {
  return [
    [textOf(data?.['headline']) ?? textOf(data?.['name']), 'JSON-LD headline'],
    ...['dc:title', 'dcterms:title', 'og:title', 'citation_title', 'twitter:title'].map(meta),
    [soleHeading(page), 'the page’s only main heading'],
    [titleParts(page, meta).title, 'title of the page'],
  ]
}

function publisherSignals(page: PageDocument, data: Data | null, meta: Meta): Signal[] {
  const { site } = titleParts(page, meta)
  return [
    [namesOf(data?.['publisher']), 'JSON-LD publisher'],
    ...['og:site_name', 'dc:publisher', 'dcterms:publisher', 'publisher', 'citation_journal_title'].map(meta),
    meta('application-name'),
    [site !== null && isOutlet(site) ? site : null, 'outlet in the title of the page'],
  ]
}

function authorSignals(page: PageDocument, data: Data | null, meta: Meta): Signal[] {
  const named = [
    'dc:creator',
    'dcterms:creator',
    'dcterm:creator',
    'author',
    'parsely-author',
    'article:author',
  ]
  const rarer = ['sailthru:author', 'citation_author', 'byl', 'og:article:author']
  return [
    [namesOf(data?.['author']), 'JSON-LD author'],
    ...[...named, ...rarer].map(meta),
    [page.querySelector('[rel="author"], [itemprop="author"]')?.textContent, 'element marked as author'],
  ]
}

function publishedSignals(page: PageDocument, data: Data | null, meta: Meta, time: Signal): Signal[] {
  const named = ['article:published_time', 'og:published_time', 'article:published', 'datepublished']
  const dublin = ['dc:date', 'dc:date:issued', 'dcterms:issued', 'dcterms:date', 'dcterms:created']
  const rarer = ['parsely-pub-date', 'sailthru:date', 'citation_publication_date', 'citation_date']
  const bare = ['pubdate', 'publishdate', 'publish-date', 'publication_date', 'displaydate', 'date']
  return [
    [textOf(data?.['datePublished']), 'JSON-LD datePublished'],
    ...[...named, ...dublin, ...rarer, ...bare].map(meta),
    [page.querySelector('[itemprop="datePublished"]')?.getAttribute('content'), 'itemprop datePublished'],
    [
      page.querySelector('time[pubdate], time[itemprop="datePublished"]')?.getAttribute('datetime'),
      'time marked as published',
    ],
    time,
  ]
}

function updatedSignals(page: PageDocument, data: Data | null, meta: Meta, time: Signal): Signal[] {
  const named = ['article:modified_time', 'og:updated_time', 'article:modified', 'datemodified']
  return [
    [textOf(data?.['dateModified']), 'JSON-LD dateModified'],
    ...[...named, 'dcterms:modified', 'lastmod', 'last-modified'].map(meta),
    [page.querySelector('[itemprop="dateModified"]')?.getAttribute('content'), 'itemprop dateModified'],
    time,
  ]
}

function read(signals: readonly Signal[], value: (words: string) => string | null): Found[] {
  return signals.flatMap(([raw, rule]) => {
    const words = raw?.replace(/\s+/g, ' ').trim() ?? ''
    const one = words === '' ? null : value(words)
    return one === null ? [] : [markupSays(one, words, rule, 'stated')]
  })
}

export function markupSays(
  value: string,
  words: string,
  rule: string,
  certainty: Found['evidence']['certainty'],
): Found {
  return { value, evidence: { span: null, from: 'markup', words, rule, certainty } }
}

const plainWords = (words: string) => words
const stamp = (words: string) => normaliseStamp(words)

function guessedDay(page: PageDocument): Found[] {
  const address = addressOf(page)
  const words = dayOfAddress(address)
  const value = words === null ? null : normaliseStamp(words)
  return value === null ? [] : [markupSays(value, address ?? '', 'the day in the page’s address', 'guess')]
}

/** Addresses, dates and names of accounts stand in author fields; they are no names. */
export function personWords(words: string): string | null {
  const undated = words.slice(0, findDates(words)[0]?.start ?? words.length)
  const name = undated.replace(/^by\s+/i, '').replace(/[\s,|·•–—-]*(?:\S*@\S+)?[\s,|·•–—-]*$/, '')
  const isNone = /^https?:|^\/\/|^@|^(?:admin(?:istrator)?|webmaster|editor|user|guest|author|unknown)$/i
  return name === '' || name.length > 200 || isNone.test(name) ? null : name
}

/** Where the page stands on the web, if it says so. */
export function addressOf(page: PageDocument): string | null {
  const candidates = [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ]
  return candidates.find((address) => address && /^https?:\/\//i.test(address)) ?? null
}

function soleHeading(page: PageDocument): string | null {
  const headings = [...page.querySelectorAll('h1')]
  return headings.length === 1 ? (headings[0]?.textContent ?? null) : null
}

const betweenParts = /\s+[|»›–—-]\s+/

/**
 * `The Dispatch – Headline` without the publisher before it. One behind it stays where Readability leaves it: its answer is the one
 * that reading machines agree on, and the bare title is kept beside.
 */
export function withoutPublisher(title: string, publisher: string | undefined): string {
  const [first = '', second] = title.split(betweenParts, 2)
  const isPublisher = second !== undefined && first.toLowerCase() === publisher?.toLowerCase()
  return isPublisher ? title.slice(first.length).replace(/^\s+[|»›–—-]\s+/, '') : title
}

/** `Headline | The Belcastre Dispatch` → the headline, and the site behind it. */
function titleParts(page: PageDocument, meta: Meta): { title: string | null; site: string | null } {
  const title = page.querySelector('title')?.textContent?.trim()
  if (!title) return { title: null, site: null }
  const parts = title.split(betweenParts)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length > 1 && first.includes(' ') && isOutlet(first))
    return { title: withoutPublisher(title, first), site: first }
  const isSite = parts.length > 1 && (last === meta('og:site_name')[0] || last.split(/\s+/).length <= 4)
  if (!isSite) return { title, site: null }
  return { title: title.slice(0, title.lastIndexOf(last)).replace(/\s+[|»›–—-]\s*$/, ''), site: last }
}
