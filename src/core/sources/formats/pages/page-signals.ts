import type { Moment } from '../../reading/relative-dates.ts'
import { normaliseStamp } from '../../reading/stamps.ts'
import type { PageDocument, PageElement } from './page.ts'

/** Where a page's markup speaks of its article: JSON-LD, meta elements, times, its address. */

export type Data = Readonly<Record<string, unknown>>

/** Words of the markup, and what they stand in. */
export type Signal = readonly [words: string | null | undefined, rule: string]

/** The words of a meta element, under any of the ways its name is written: `DC.creator`, `dc:creator`. */
export function metaReader(page: PageDocument): (name: string) => Signal {
  const contents = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim()
    for (const attribute of ['property', 'name', 'itemprop']) {
      const names = element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? []
      for (const name of names) {
        const key = name.replaceAll('.', ':')
        if (content && !contents.has(key)) contents.set(key, content)
      }
    }
  }
  return (name) => [contents.get(name), `meta ${name}`]
}

/** The first description of an article in the page's JSON-LD, with what it only refers to; broken JSON-LD says nothing. */
export function articleData(page: PageDocument): Data | null {
  const all = [...page.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) =>
    parseJson(textContent ?? ''),
  )
  const article =
    all.map((one) => findArticle(one, articleType)).find((one) => one !== null) ??
    all.map((one) => findArticle(one, pageType)).find((one) => one !== null)
  return article === undefined || article === null ? null : withReferences(article, all)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\*)?<!\[CDATA\[(?:\*\/)?|(?:\/\*)?\]\]>(?:\*\/)?\s*$/g, ''))
  } catch {
    return null
  }
}

const articleType = /(?:Article|Report|Posting|LiveBlog)$/
const pageType = /WebPage$/

function findArticle(data: unknown, type: RegExp): Data | null {
  for (const one of objectsIn(data)) {
    const types = Array.isArray(one['@type']) ? one['@type'] : [one['@type']]
    // A page has a name too, that of the site at times; an article's is its headline.
    const title = textOf(one['headline']) ?? (type === articleType ? textOf(one['name']) : null)
    if (types.some((name) => typeof name === 'string' && type.test(name)) && title) return one
  }
  return null
}

function* objectsIn(data: unknown, depth = 0): Generator<Data> {
  if (depth > 4 || typeof data !== 'object' || data === null) return
  if (Array.isArray(data)) {
    for (const each of data) yield* objectsIn(each, depth + 1)
    return
  }
  // Not null and no list: JSON has no other objects.
  const one = data as Data
  yield one
  for (const inner of [one['@graph'], one['mainEntity']]) yield* objectsIn(inner, depth + 1)
}

/** Sites name their writers and themselves once and refer to them: `"author": { "@id": "#jane" }`. */
function withReferences(article: Data, all: readonly unknown[]): Data {
  const known = new Map(
    all
      .flatMap((one) => [...objectsIn(one)])
      .flatMap((one) => {
        const id = textOf(one['@id'])
        return id === null || one === article ? [] : [[id, one] as const]
      }),
  )
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved)
    const reference = typeof value === 'object' && value !== null ? (value as Data) : null
    if (reference === null || textOf(reference['name']) !== null) return value
    return known.get(textOf(reference['@id']) ?? '') ?? value
  }
  return { ...article, author: resolved(article['author']), publisher: resolved(article['publisher']) }
}

export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? textOf(value[0]) : null
}

export function namesOf(value: unknown): string | null {
  const all = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one : nameOf(one as Data | null | undefined),
  )
  const names = all.filter((name) => name !== null && name.trim() !== '')
  return names.length === 0 ? null : names.join(', ')
}

function nameOf(one: Data | null | undefined): string | null {
  const parts = [textOf(one?.['givenName']), textOf(one?.['familyName'])]
  return textOf(one?.['name']) ?? (parts.filter((part) => part !== null).join(' ') || null)
}

export interface MarkedTimes {
  readonly published: Signal
  readonly updated: Signal
}

/** What `<time>` elements tell. A time alone on its page is the article's; whether it is that of a change, the words before it say. */
export function markedTimes(page: PageDocument): MarkedTimes {
  const times = [...page.querySelectorAll('time[datetime]')]
  const stamps = new Set(times.map((time) => time.getAttribute('datetime')))
  const updated = times.filter(isOfAChange)
  const sole = stamps.size === 1 && updated.length === 0 ? times[0] : undefined
  const soleChange = new Set(updated.map((time) => time.getAttribute('datetime'))).size === 1
  return {
    published: [sole?.getAttribute('datetime'), 'the page’s only time'],
    updated: [soleChange ? updated[0]?.getAttribute('datetime') : null, 'time marked as that of a change'],
  }
}

const change =
  /(?:updated?|modified|edited|revised|changed|mise? à jour|modifié|actualizado|aktualisiert|geändert|aggiornato|güncelle\p{L}*|обновлено|изменено|تحديث|עודכן)(?!\p{L})[^.!?]{0,60}$/iu

function isOfAChange(time: PageElement): boolean {
  if (/modified|updated/i.test(`${time.getAttribute('itemprop')} ${time.getAttribute('class')}`)) return true
  const own = time.textContent ?? ''
  let [around, text] = [time.parentElement, own]
  // Its label stands in the same line: in the element around it, or in the one around that.
  for (let step = 0; step < 3 && around !== null && text.trim() === own.trim(); step++) {
    text = around.textContent ?? ''
    around = around.parentElement
  }
  const before = text.slice(0, Math.max(0, text.indexOf(own)))
  return change.test(before.slice(-100).replace(/\s+/g, ' ')) || change.test(own.replace(/\d.*$/s, ''))
}

const dayInAddress = /\/(?<year>(?:19|20)\d\d)[/-](?<month>\d\d|[a-z]{3})[/-](?<day>\d\d)(?=[/-]|$)/

/** `…/2015/03/18/gunmen-storm-museum`: papers file their articles under the day. */
export function dayOfAddress(address: string | null): string | null {
  const { year, month, day } = dayInAddress.exec(address ?? '')?.groups ?? {}
  return year === undefined
    ? null
    : /\d/.test(month ?? '')
      ? `${year}-${month}-${day}`
      : `${day} ${month} ${year}`
}

const savedComments = [
  // SingleFile, and the Wayback Machine
  /<!--[^>]{0,2000}?\bsaved date:\s*(?<stamp>[^\n>]{10,60})/i,
  /\bFILE ARCHIVED ON\s+(?<stamp>\d\d:\d\d:\d\d \w{3} \d\d, \d{4})/,
  // Save Page WE
  /<meta name="?savepage-date"? content="(?<stamp>[^"]{10,60})"/i,
]

/** When the page was saved, as the program that saved it notes in its markup; browsers themselves note nothing. */
export function savedMoment(markup: string): Moment | null {
  const edges = markup.slice(0, 65_536) + markup.slice(Math.max(65_536, markup.length - 65_536))
  for (const pattern of savedComments) {
    const stamp = pattern.exec(edges)?.groups?.['stamp']
    const edtf = stamp === undefined ? null : normaliseStamp(stamp)
    if (edtf !== null) return { edtf, rule: 'when the page was saved' }
  }
  return null
}
