import type { MetadataField } from '#contract/sources.ts'
import type { Found, FoundFields } from '../article.ts'
import { findDates } from '../reading/dates.ts'
import { normaliseStamp } from '../reading/stamps.ts'
import type { PageDocument } from './page.ts'

/** What a page's markup says about its article: JSON-LD first, then Open Graph and meta, then `<time>`. */

type Candidate = readonly [words: string | null | undefined, rule: string]

export function readPageMetadata(page: PageDocument): FoundFields {
  const data = articleData(page)
  const meta = metaReader(page)
  const fields: Partial<Record<MetadataField, Found>> = {}
  const put = (
    field: MetadataField,
    candidates: readonly Candidate[],
    read: (words: string) => string | null = plainWords,
  ) => {
    const found = firstFound(candidates, read)
    if (found) fields[field] = found
  }
  put('title', [
    [textOf(data?.['headline']), 'JSON-LD headline'],
    meta('og:title'),
    meta('twitter:title'),
    meta('dc.title'),
    [soleHeading(page), 'the page’s only main heading'],
    [withoutSite(page.querySelector('title')?.textContent, meta('og:site_name')[0]), 'title of the page'],
  ])
  put('publisher', [
    [namesOf(data?.['publisher']), 'JSON-LD publisher'],
    meta('og:site_name'),
    meta('dc.publisher'),
    meta('publisher'),
    meta('application-name'),
  ])
  put(
    'author',
    [
      [namesOf(data?.['author']), 'JSON-LD author'],
      meta('author'),
      meta('article:author'),
      meta('dc.creator'),
      meta('parsely-author'),
      meta('byl'),
      [page.querySelector('[rel="author"], [itemprop="author"]')?.textContent, 'element marked as author'],
    ],
    personWords,
  )
  put(
    'published',
    [
      [textOf(data?.['datePublished']), 'JSON-LD datePublished'],
      meta('article:published_time'),
      meta('og:published_time'),
      meta('datepublished'),
      meta('dc.date'),
      meta('dc.date.issued'),
      meta('parsely-pub-date'),
      meta('pubdate'),
      meta('publishdate'),
      meta('date'),
      [page.querySelector('[itemprop="datePublished"]')?.getAttribute('content'), 'itemprop datePublished'],
      [
        page.querySelector('time[pubdate], time[itemprop="datePublished"]')?.getAttribute('datetime'),
        'time marked as published',
      ],
      [soleTime(page), 'the page’s only time'],
    ],
    (words) => normaliseStamp(words),
  )
  put(
    'updated',
    [
      [textOf(data?.['dateModified']), 'JSON-LD dateModified'],
      meta('article:modified_time'),
      meta('og:updated_time'),
      meta('lastmod'),
    ],
    (words) => normaliseStamp(words),
  )
  return fields
}

function firstFound(candidates: readonly Candidate[], read: (words: string) => string | null): Found | null {
  for (const [raw, rule] of candidates) {
    const words = raw?.replace(/\s+/g, ' ').trim() ?? ''
    const value = words === '' ? null : read(words)
    if (value !== null) {
      return { value, evidence: { span: null, from: 'markup', words, rule, certainty: 'stated' } }
    }
  }
  return null
}

const plainWords = (words: string) => words

/** Addresses and dates stand in author fields; they are no names. */
export function personWords(words: string): string | null {
  const undated = words.slice(0, findDates(words)[0]?.start ?? words.length)
  const name = undated.replace(/^by\s+/i, '').replace(/[\s,|·•–—-]*(?:\S*@\S+)?[\s,|·•–—-]*$/, '')
  return name === '' || name.length > 200 || /^https?:|^\/\/|^@/.test(name) ? null : name
}

function metaReader(page: PageDocument): (name: string) => Candidate {
  const contents = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const names =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      ''
    const content = element.getAttribute('content')?.trim()
    for (const name of names.toLowerCase().split(/\s+/))
      if (content && !contents.has(name)) contents.set(name, content)
  }
  return (name) => [contents.get(name), `meta ${name}`]
}

type Data = Readonly<Record<string, unknown>>

/** The first description of an article in the page's JSON-LD; broken JSON-LD says nothing. */
function articleData(page: PageDocument): Data | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parseJson(script.textContent ?? ''))
    if (found) return found
  }
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\*)?<!\[CDATA\[(?:\*\/)?|(?:\/\*)?\]\]>(?:\*\/)?\s*$/g, ''))
  } catch {
    return null
  }
}

const articleType = /(?:Article|Report|BlogPosting|LiveBlog|WebPage)$/

function findArticle(data: unknown, depth = 0): Data | null {
  if (depth > 4 || typeof data !== 'object' || data === null) return null
  const one = data as Data
  const types = Array.isArray(one['@type']) ? one['@type'] : [one['@type']]
  if (types.some((type) => typeof type === 'string' && articleType.test(type)) && textOf(one['headline']))
    return one
  const inner: unknown[] = Array.isArray(data) ? data : [one['@graph'], one['mainEntity']]
  for (const each of inner) {
    const found = findArticle(each, depth + 1)
    if (found) return found
  }
  return null
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? textOf(value[0]) : null
}

function namesOf(value: unknown): string | null {
  const all = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one : textOf((one as Data | null | undefined)?.['name']),
  )
  const names = all.filter((name) => name !== null && name.trim() !== '')
  return names.length === 0 ? null : names.join(', ')
}

function soleHeading(page: PageDocument): string | null {
  const headings = [...page.querySelectorAll('h1')]
  return headings.length === 1 ? (headings[0]?.textContent ?? null) : null
}

function soleTime(page: PageDocument): string | null {
  const stamps = new Set(
    [...page.querySelectorAll('time[datetime]')].map((time) => time.getAttribute('datetime')),
  )
  return stamps.size === 1 ? ([...stamps][0] ?? null) : null
}

/** `Headline | The Belcastre Dispatch` → `Headline`. */
function withoutSite(title: string | null | undefined, site: string | null | undefined): string | null {
  if (!title) return null
  const parts = title.split(/\s+[|»›–—-]\s+/)
  const last = parts.at(-1) ?? ''
  if (parts.length > 1 && (last === site || last.split(/\s+/).length <= 4))
    return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|»›–—-]\s*$/, '')
  return title
}
