import type { SourceId } from '#contract/ids.ts'
import type { ImportOptions } from '#contract/importing.ts'
import { compareEdtf, edtfDays } from '#text/edtf.ts'
import type { Store } from '../../casebook/casebook.ts'
import type { ArticleToCompare, CopyFound } from './find-copies.ts'
import { type ComparedText, compareSource, compareText, similarityOf } from './likeness.ts'
import { areAlike, readPrints } from './prints.ts'

/**
 * Whether an article that is brought in is another version of one that is there. Clear is: they say of themselves that they are one
 * article (the same address, the same title in the same outlet, the same file), they have words in common, and the one is later.
 * What is likely and not clear is a question for the analyst.
 */

/** What an article says about itself, as far as it tells versions. */
export interface ArticleFacts {
  readonly url: string | null
  /** Where the file lies; null for what is no file or has no folder. */
  readonly path: string | null
  /** Which part of the file; null for all of it. */
  readonly part: string | null
  /** The file's bytes, by their SHA-256. */
  readonly original: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly updated: string | null
}

export interface VersionVerdict {
  /** The source that it comes right behind. */
  readonly older: { readonly id: SourceId; readonly similarity: number } | null
  readonly possible: readonly PossibleNeighbour[]
}

export interface PossibleNeighbour {
  readonly id: SourceId
  readonly similarity: number
  /** Whether the source is the older of the two, as far as anybody can tell. */
  readonly isOlder: boolean
  readonly reason: string
}

export type VersionAnswers = NonNullable<ImportOptions['versions']>

/** `near` are the copies of the article that were found; `answers` are about this article alone. */
export function findVersions(
  store: Store,
  facts: ArticleFacts,
  article: ArticleToCompare,
  near: readonly CopyFound[],
  answers: VersionAnswers = [],
): VersionVerdict {
  const relatives = relativesOf(store, facts, article, near)
  const joined = answers.find(({ join }) => join)
  if (joined !== undefined) return asAnswered(store, joined.of, relatives, facts)
  const asked = new Set(answers.map(({ of }) => of))
  const open = relatives.filter(({ id }) => !asked.has(id))
  const [last] = open.filter((one) => isClear(one)).toSorted(latestFirst)
  if (last !== undefined) return { older: lastBefore(store, last, facts), possible: [] }
  return { older: null, possible: open.flatMap(possibleWith) }
}

interface RelativeRow extends ArticleFacts {
  readonly key: number
  readonly id: SourceId
  readonly text: number
}

/** A source that may be the same article. */
interface Relative extends RelativeRow {
  readonly similarity: number
  readonly sameUrl: boolean
  readonly samePath: boolean
  readonly sameTitle: boolean
  readonly samePublisher: boolean
  readonly otherPublisher: boolean
  /** When the article that is brought in is from, beside this one. */
  readonly order: Order
}

type Order = 'later' | 'earlier' | 'same' | 'unknown'

/** Fewer common words than this, and a page of one address or title is another article each time. */
const LEAST_SIMILARITY = 0.2

function relativesOf(
  store: Store,
  facts: ArticleFacts,
  article: ArticleToCompare,
  near: readonly CopyFound[],
): Relative[] {
  const known = new Map(near.map(({ key, similarity }) => [key, similarity]))
  const rows = rowsLike(store, facts, [...known.keys()])
    .map((row) => ({ ...row, ...sameness(facts, row) }))
    .filter((row) => known.has(row.key) || saysSo(row))
  if (rows.length === 0) return []
  let own: ComparedText | null = null
  const similarityTo = ({ key, text }: RelativeRow) => {
    if (!areAlike(article.prints, readPrints(store, text), LEAST_SIMILARITY / 2)) return 0
    own ??= compareText(article.text(), article.zones)
    return similarityOf(own, compareSource(store, key))
  }
  return rows
    .map((row) => ({ ...row, similarity: known.get(row.key) ?? similarityTo(row) }))
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
}

/** That they are one article: only then is it worth comparing their words. */
function saysSo({ sameUrl, samePath, sameTitle, otherPublisher }: ReturnType<typeof sameness>): boolean {
  return sameUrl || samePath || (sameTitle && !otherPublisher)
}

/** More sources of one title than this are a series, not versions. */
const MOST_RELATIVES = 20

const columns = 'key, id, text, url, path, part, original, title, publisher, published, updated'

/**
 * `+?` and not `?`: where an index is partial, SQLite looks at the value to choose it, and so prepares the statement anew for every value.
 * Each asked by itself, and only if there is something to ask: joined in one statement they would be sorted for every article.
 */
function rowsLike(store: Store, facts: ArticleFacts, near: readonly number[]): RelativeRow[] {
  const { url, title, part } = facts
  // The rows of a table that grew stand in other places than before: there the place says nothing.
  const path = part === null && isPlace(facts.path) ? facts.path : null
  const rowsWhere = (condition: string, value: string | number | null) =>
    value === null
      ? []
      : store.all<RelativeRow>(
          `SELECT ${columns} FROM sources WHERE ${condition} ORDER BY key DESC LIMIT ${MOST_RELATIVES}`,
          value,
        )
  const rows = [
    ...rowsWhere('url = +?', url),
    ...rowsWhere('title = +? COLLATE NOCASE', title),
    ...rowsWhere('path = +? AND part IS NULL', path),
    ...near.flatMap((key) => rowsWhere('key = ?', key)),
  ]
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return [...byKey.values()].toSorted((a, b) => a.key - b.key)
}

function sameness(facts: ArticleFacts, row: RelativeRow) {
  return {
    sameUrl: facts.url !== null && facts.url === row.url,
    samePath:
      isPlace(facts.path) &&
      facts.path === row.path &&
      facts.part === row.part &&
      facts.original !== row.original,
    sameTitle: isSame(facts.title, row.title),
    samePublisher: isSame(facts.publisher, row.publisher),
    otherPublisher:
      facts.publisher !== null && row.publisher !== null && !isSame(facts.publisher, row.publisher),
    order: orderOf(stampOf(facts), stampOf(row)),
  }
}

/** A mere name says nothing: many files are called `article.html`. */
function isPlace(path: string | null): boolean {
  return path !== null && /[/\\]/.test(path)
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase()
}

function stampOf({ updated, published }: Pick<ArticleFacts, 'updated' | 'published'>): string | null {
  return updated ?? published
}

function orderOf(one: string | null, other: string | null): Order {
  const [days, otherDays] = [edtfDays(one), edtfDays(other)]
  if (days === null || otherDays === null) return 'unknown'
  if (days.first > otherDays.last) return 'later'
  if (days.last < otherDays.first) return 'earlier'
  const timed = one?.includes('T') === true && other?.includes('T') === true
  if (!timed) return one === other ? 'same' : 'unknown'
  const order = compareEdtf(one, other)
  return order === 0 ? 'same' : order > 0 ? 'later' : 'earlier'
}

function isClear({ sameUrl, samePath, sameTitle, samePublisher, order }: Relative): boolean {
  // A file that was changed where it lies is newer than what it was, unless it says that it is not.
  if (samePath && order !== 'earlier') return true
  return order === 'later' && (sameUrl || (sameTitle && samePublisher))
}

function latestFirst(a: Relative, b: Relative): number {
  // Of one file what came in last is what it was, however much it has of what it was before.
  const asFile = a.samePath && b.samePath ? b.key - a.key : 0
  return compareEdtf(stampOf(b), stampOf(a)) || asFile || b.similarity - a.similarity || b.key - a.key
}

/** Versions that follow in the chain and are older too stay before it. */
function lastBefore(store: Store, { key, id, similarity }: Relative, facts: ArticleFacts) {
  let last = { key, id }
  for (;;) {
    const next = store.get<RelativeRow>(`SELECT ${columns} FROM sources WHERE replaces = ?`, last.key)
    if (next === undefined || orderOf(stampOf(facts), stampOf(next)) !== 'later')
      return { id: last.id, similarity }
    last = next
  }
}

function asAnswered(
  store: Store,
  of: SourceId,
  relatives: readonly Relative[],
  facts: ArticleFacts,
): VersionVerdict {
  const row = store.get<RelativeRow>(`SELECT ${columns} FROM sources WHERE id = ?`, of)
  const known = relatives.find(({ id }) => id === of)
  if (row === undefined) return { older: null, possible: [] }
  const relative = known ?? { ...row, similarity: 0, ...sameness(facts, row) }
  return { older: lastBefore(store, relative, facts), possible: [] }
}

/** Nearly the same words in the same outlet under another title: a headline that was changed. */
const RETITLED = 0.7

function possibleWith(one: Relative): PossibleNeighbour[] {
  const isLikely =
    one.sameUrl ||
    (one.sameTitle && !one.otherPublisher && one.order !== 'same') ||
    (one.samePublisher && one.similarity >= RETITLED && one.order !== 'same')
  if (!isLikely) return []
  const { id, similarity, order } = one
  return [{ id, similarity, isOlder: order !== 'earlier', reason: `${agreement(one)}; ${timing[order]}` }]
}

function agreement({ sameUrl, sameTitle, samePublisher }: Relative): string {
  if (sameUrl) return 'the same address'
  if (sameTitle) return samePublisher ? 'the same title and publisher' : 'the same title, publisher not known'
  return 'nearly the same words and the same publisher, under another title'
}

const timing: Readonly<Record<Order, string>> = {
  later: 'this one is later',
  earlier: 'this one is earlier',
  same: 'from the same time',
  unknown: 'their dates do not tell which is newer',
}
