import { CsvError, parse } from 'csv-parse/sync'
import { CasebookError } from '#contract/failure.ts'
import { isObject, type Json, type JsonObject, listOf, stringOf } from './model.ts'

/**
 * What Hypothesis exports, as annotations of the standard: the rows of its API and of its client's JSON, and the tables of its
 * client. What the standard has no word for (user, group, permissions, page …) stays under its own name.
 */

/** Rows of https://h.readthedocs.io/en/latest/api-reference/ name the page `uri` and the note `text`. */
export function isHypothesisRow(row: JsonObject): boolean {
  return typeof row['uri'] === 'string' && Array.isArray(row['target']) && !('body' in row)
}

export function fromHypothesis({
  id,
  created,
  updated,
  uri,
  text,
  tags,
  target,
  ...rest
}: JsonObject): JsonObject {
  return {
    ...rest,
    ...(typeof id === 'string' ? { id: hypothesisIri(id) } : {}),
    type: 'Annotation',
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { modified: updated }),
    body: bodiesOf(stringOf(text) ?? '', listOf(tags)),
    target: listOf(target).map((one) => (isObject(one) ? { ...one, source: uri ?? null } : one)),
  }
}

function hypothesisIri(id: string): string {
  return id.includes(':') ? id : `https://hypothes.is/a/${id}`
}

function bodiesOf(text: string, tags: readonly Json[]): Json[] {
  const note = text.trim()
  const tagging = tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }))
  if (note === '') return tagging
  return [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/markdown' }, ...tagging]
}

/**
 * The columns of its table have changed their names and their order over the years, and its separator is chosen on export:
 * https://github.com/hypothesis/client, `annotations-exporter`.
 */
const columnNames = {
  url: ['URL'],
  quote: ['Quote/description', 'Quote'],
  text: ['Comment', 'Body'],
  kind: ['Type', 'Annotation/Reply Type'],
  created: ['Created at', 'Creation Date'],
  author: ['Author', 'User'],
  tags: ['Tags'],
} as const
type Column = keyof typeof columnNames

const separators = [',', '\t', ';']

/** @returns null where it is no such table @throws CasebookError annotation.invalid where its quotation marks do not fit together */
export function fromHypothesisTable(table: string): Json[] | null {
  const [head = ''] = table.split(/\r?\n/, 1)
  for (const separator of separators) {
    const names = head.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    const columns = columnsOf(names)
    if (columns !== null) return cellsOf(table, separator).map((cells) => fromRow(names, columns, cells))
  }
  return null
}

type Columns = Readonly<Record<Column, string | undefined>>

/** Null where the columns without which nothing can be said are missing. */
function columnsOf(names: readonly string[]): Columns | null {
  const find = (column: Column) => columnNames[column].find((name) => names.includes(name))
  const [url, quote, text] = [find('url'), find('quote'), find('text')]
  if (url === undefined || quote === undefined || text === undefined) return null
  const [kind, created] = [find('kind'), find('created')]
  return { url, quote, text, kind, created, author: find('author'), tags: find('tags') }
}

function cellsOf(table: string, separator: string): string[][] {
  try {
    return parse(table, { delimiter: separator, from: 2, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CasebookError('annotation.invalid', 'This table is broken.', {}, { cause: error })
  }
}

function fromRow(names: readonly string[], columns: Columns, cells: readonly string[]): JsonObject {
  const row = new Map(names.map((name, at) => [name, cells[at] ?? '']))
  const take = (column: Column): string => {
    const name = columns[column] ?? ''
    const cell = row.get(name) ?? ''
    row.delete(name)
    return cell
  }
  const [url, exact, kind, created, author] = [
    take('url'),
    take('quote'),
    take('kind'),
    take('created'),
    take('author'),
  ]
  const tags = take('tags').split(',')
  const body = bodiesOf(
    take('text'),
    tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
  )
  return {
    ...Object.fromEntries([...row].filter(([name, cell]) => name !== '' && cell !== '')),
    type: 'Annotation',
    ...(kind === 'Reply' ? { motivation: 'replying' } : {}),
    ...(created === '' ? {} : { created }),
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    body,
    target: { source: url, selector: exact === '' ? [] : { type: 'TextQuoteSelector', exact } },
  }
}
