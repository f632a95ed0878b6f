import type { ColumnField, TableColumn } from '#contract/importing.ts'
import { columnNames, type Field, shortTexts } from './column-names.ts'
import { isDateAlone } from './table-dates.ts'

/** Which column of a table is what: as the analyst says, else by its name, and for the text and the date by what it holds. */

/** Case, accents, blanks and marks are no difference between names. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const ranks: ReadonlyMap<string, readonly { field: Field; rank: number }[]> = Map.groupBy(
  Object.entries({ ...columnNames, text: [...columnNames.text, ...shortTexts] }).flatMap(([field, names]) =>
    // The record's keys are its fields.
    names.map((name, rank) => ({ name: fold(name), field: field as Field, rank })),
  ),
  ({ name }) => name,
)

/** How well a name says that its column is `field`; less is better. A name inside another (`source.name`) counts by its whole first. */
function rankOf(name: string, field: Field): number | null {
  const last = name.split('.').at(-1) ?? name
  const rank = (word: string) => ranks.get(fold(word))?.find((one) => one.field === field)?.rank ?? null
  const own = rank(name)
  if (own !== null || last === name) return own
  const parent = rank(name.slice(0, -last.length - 1))
  // `author.name` and `headline.main` are what stands above them; `fields.bodyText` is what it is itself.
  if (parent !== null && /^(?:name|main|title|full|value|rendered|text|original)$/i.test(last))
    return parent + 0.5
  return innerNames.has(fold(last)) ? null : rank(last)
}

/** Inside something else these say nothing of the article. */
const innerNames = new Set(['name', 'title', 'url', 'link', 'id', 'by', 'time', 'uri'])

/** How many of a table's columns are known by name to hold a text, and how many to hold anything. */
export function namesKnown(names: readonly string[]): { text: boolean; fields: number } {
  const known = names.filter((name) => ranks.has(fold(name)))
  return { text: known.some((name) => rankOf(name, 'text') !== null), fields: known.length }
}

/**
 * @param rows the first rows: an empty column is not preferred for its name, the longest words may be the text, and what is a date in
 *   every row the date of publication
 * @param asked by the columns' names, as the analyst gave them
 */
export function takeColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  asked: Readonly<Record<string, ColumnField>> = {},
): TableColumn[] {
  const taken = new Map<number, Omit<TableColumn, 'name'>>()
  for (const [name, field] of Object.entries(asked)) {
    const at = names.includes(name) ? names.indexOf(name) : names.findIndex((one) => fold(one) === fold(name))
    if (at >= 0) taken.set(at, { field, by: 'asked' })
  }
  const isOpen = (field: Field) => ![...taken.values()].some((one) => one.field === field)
  const free = () => [...names.keys()].filter((at) => !taken.has(at))
  for (const field of fieldsInOrder) {
    const at = isOpen(field) ? bestNamed(names, rows, free(), field) : null
    if (at !== null) taken.set(at, { field, by: 'name' })
  }
  preferLongerText(names, rows, taken, free())
  if (isOpen('published')) takeOnlyDates(rows, taken, free())
  return names.map((name, at) => ({ name, ...(taken.get(at) ?? { field: 'none', by: 'nothing' }) }))
}

/** The keys of the record are its fields. */
const fieldsInOrder = Object.keys(columnNames) as Field[]

function bestNamed(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  free: readonly number[],
  field: Field,
): number | null {
  const candidates = free.flatMap((at) => {
    const rank = rankOf(names[at] ?? '', field)
    return rank === null ? [] : [{ at, rank }]
  })
  const filled = candidates.filter(({ at }) => rows.some((row) => (row[at] ?? '').trim() !== ''))
  const best = (filled.length > 0 ? filled : candidates).toSorted((a, b) => a.rank - b.rank)[0]
  return best?.at ?? null
}

/** A guess, for the analyst to see: where several columns hold nothing but dates, nothing tells which of them is the publication's. */
function takeOnlyDates(
  rows: readonly (readonly string[])[],
  taken: Map<number, Omit<TableColumn, 'name'>>,
  free: readonly number[],
): void {
  const [dates, another] = free.filter((at) => {
    const filled = rows.flatMap((row) => ((row[at] ?? '').trim() === '' ? [] : [row[at] ?? '']))
    return filled.length > 0 && filled.length * 2 >= rows.length && filled.every(isDateAlone)
  })
  if (dates !== undefined && another === undefined) taken.set(dates, { field: 'published', by: 'contents' })
}

/** An article's words are the longest in its row. */
const shortestText = 120

function preferLongerText(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  taken: Map<number, Omit<TableColumn, 'name'>>,
  free: readonly number[],
): void {
  const lengthOf = (at: number) =>
    rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0) / Math.max(rows.length, 1)
  const text = [...taken].find(([, { field }]) => field === 'text')?.[0]
  const isWeak =
    text !== undefined &&
    taken.get(text)?.by === 'name' &&
    shortTexts.map(fold).includes(fold(names[text] ?? ''))
  if (text !== undefined && !isWeak) return
  const least = text === undefined ? shortestText : Math.max(shortestText, 3 * lengthOf(text))
  const longest = free.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  if (longest === undefined || lengthOf(longest) < least) return
  if (text !== undefined) taken.delete(text)
  taken.set(longest, { field: 'text', by: 'contents' })
}
