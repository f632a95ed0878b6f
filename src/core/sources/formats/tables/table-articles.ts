import { CasebookError } from '#contract/failure.ts'
import type { ColumnField, TableColumn } from '#contract/importing.ts'
import type { MetadataField } from '#contract/source.ts'
import { type Article, type Found, noStructure } from '../../article.ts'
import { type DateOrder, findDates, isDayFirst } from '../../reading/dates.ts'
import { cleanText } from '../encodings/clean-text.ts'
import type { FileToRead } from '../format.ts'
import { isHarmless } from '../pages/block-writer.ts'
import { personWords } from '../pages/page-metadata.ts'
import { readHtml } from '../pages/read-html.ts'
import { takeColumns } from './table-columns.ts'
import { isAmbiguous, readDate } from './table-dates.ts'

/** Rows become articles, whatever kind of file they stood in. */

export interface Table {
  /** How the analyst finds a row again: `row` with the number that a spreadsheet gives it, `line`, `item`. */
  readonly counted: 'row' | 'line' | 'item'
  readonly names: readonly string[]
  /** The first rows, to judge the columns by. */
  readonly sample: readonly (readonly string[])[]
  /** All rows in order, one at a time. */
  readonly eachRow: (take: (row: TableRow) => void) => void
}

export interface TableRow {
  readonly number: number
  /** One for each name; a missing one is empty. */
  readonly values: readonly string[]
}

/**
 * What the analyst should know of the table as a whole stands with its first article.
 * @param warnings of the file
 * @throws CasebookError source.no-text where no column holds the articles’ text
 */
export function handOverArticles(table: Table, file: FileToRead, warnings: readonly string[]): void {
  const columns = takeColumns(table.names, table.sample, file.options.columns)
  const text = columns.find(({ field }) => field === 'text')
  if (text === undefined) throw noTextColumn(table.names)
  const reader = new RowReader(table, columns, file.options.dateOrder)
  let isFirst = true
  const handOver = (article: Article) => {
    const remarks = isFirst ? remarksOn(columns, file.options.columns) : []
    const ofTheFile = isFirst ? warnings : []
    isFirst = false
    file.handOver({ ...article, warnings: [...ofTheFile, ...article.warnings, ...remarks] })
  }
  table.eachRow((row) => {
    const part = `${table.counted} ${row.number}`
    const article = reader.read(row, part)
    if (article !== null) handOver(article)
    else
      file.leaveOut(part, {
        code: 'source.no-text',
        message: `There is no text in the column “${text.name}”.`,
      })
  })
}

function noTextColumn(names: readonly string[]): CasebookError {
  return new CasebookError(
    'source.no-text',
    `No column of this table is known to hold the articles’ text: say which one does. Its columns are ${listed(names)}.`,
    { columns: names.length },
  )
}

function remarksOn(
  columns: readonly TableColumn[],
  asked: Readonly<Record<string, ColumnField>> = {},
): string[] {
  const unused = columns.flatMap(({ name, by }) => (by === 'nothing' ? [name] : []))
  const guessed = columns.filter(({ by }) => by === 'contents')
  const unknown = Object.keys(asked).filter(
    (name) => !columns.some((one) => one.by === 'asked' && isSame(one.name, name)),
  )
  return [
    ...guessed.map(({ name, field }) =>
      field === 'text'
        ? `The column “${name}” was taken for the text, since it holds the longest words.`
        : `The column “${name}” was taken for the date of publication, since it alone holds dates.`,
    ),
    ...(unused.length > 0 ? [`Columns that were not used: ${listed(unused)}.`] : []),
    ...(unknown.length > 0 ? [`The table has no column named ${listed(unknown)}.`] : []),
  ]
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `“${name}”`)
  return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '')
}

/** How programs write that there is nothing. */
export function isNothing(value: string): boolean {
  return /^\s*(?:null|none|nan|n\/?a|undefined|nil|-+|\\N)?\s*$/i.test(value)
}

const metadataColumns = ['title', 'publisher', 'author', 'dateline', 'published', 'updated'] as const

class RowReader {
  readonly #columns: readonly TableColumn[]
  readonly #order: DateOrder | undefined
  readonly #place: (field: ColumnField) => number

  constructor({ sample }: Table, columns: readonly TableColumn[], asked: DateOrder | undefined) {
    this.#columns = columns
    this.#place = (field) => columns.findIndex((one) => one.field === field)
    this.#order = asked ?? orderIn(sample, [this.#place('published'), this.#place('updated')])
  }

  /** Null where the row has no text. */
  read(row: TableRow, part: string): Article | null {
    const words = row.values[this.#place('text')] ?? ''
    const body = isNothing(words) ? null : readBody(words)
    if (body === null) return null
    const url = this.#valueOf(row, 'url')
    const stated = metadataColumns.flatMap((field) => {
      const found = this.#found(row, field, part)
      return found === null ? [] : [[field, found] as const]
    })
    const unread = (['published', 'updated'] as const).flatMap((field) => this.#unreadDate(row, field))
    return {
      ...body,
      part,
      stated: { ...body.stated, ...Object.fromEntries(stated) },
      url: url !== null && isHarmless(url) ? url : null,
      language: languageIn(this.#valueOf(row, 'language')),
      warnings: [...body.warnings, ...unread],
    }
  }

  #valueOf({ values }: TableRow, field: ColumnField): string | null {
    const value = values[this.#place(field)]
    return value === undefined || isNothing(value) ? null : value.trim()
  }

  #found(row: TableRow, field: MetadataField, part: string): Found | null {
    const words = this.#valueOf(row, field)
    if (words === null) return null
    const value = valueIn(words, field, this.#order)
    if (value === null) return null
    const column = this.#columns[this.#place(field)]
    const isGuessed = column?.by === 'contents'
    const isDoubtful = isDate(field) && this.#order === undefined && isAmbiguous(words)
    const rule = `column “${column?.name ?? ''}”${isGuessed ? ' (it alone holds dates)' : ''}, ${part}`
    const certainty = isGuessed || isDoubtful ? 'guess' : 'stated'
    return { value, evidence: { span: null, from: 'column', words, rule, certainty } }
  }

  #unreadDate(row: TableRow, field: 'published' | 'updated'): string[] {
    const words = this.#valueOf(row, field)
    return words === null || readDate(words, this.#order) !== null
      ? []
      : [`The date “${words.slice(0, 80)}” could not be read.`]
  }
}

function isDate(field: MetadataField): boolean {
  return field === 'published' || field === 'updated'
}

function valueIn(words: string, field: MetadataField, order: DateOrder | undefined): string | null {
  if (isDate(field)) return readDate(words, order)
  const flat = cleanText(words.replace(/\s+/g, ' ')).text
  return field === 'author' ? personWords(withoutListMarks(flat)) : flat
}

/** Programs write lists of authors as `['Ana Prelle', 'Joren Pask']`. */
function withoutListMarks(words: string): string {
  if (!/^\[.*\]$/.test(words)) return words
  const items = [...words.matchAll(/'([^']*)'|"([^"]*)"/g)].map(
    ([, single, double]) => single ?? double ?? '',
  )
  return (items.length > 0 ? items : [words.slice(1, -1)]).filter((item) => item.trim() !== '').join(', ')
}

/** One program wrote the whole column: a day above twelve in one row tells the order of all. */
function orderIn(rows: readonly (readonly string[])[], places: readonly number[]): DateOrder | undefined {
  const dates = rows
    .flatMap((row) => places.map((at) => row[at] ?? ''))
    .filter((words) => findDates(words).length > 0)
  const dayFirst = isDayFirst(dates.join('\n'))
  return dayFirst === null ? undefined : dayFirst ? 'dmy' : 'mdy'
}

function languageIn(words: string | null): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(words ?? '')?.[0].toLowerCase() ?? null
}

const markup = /<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|span|strong|em|article|section)\b[^<>]*>/i

/** Scraped texts are often markup: then its words are the text. */
function readBody(words: string): Article | null {
  if (!markup.test(words)) {
    return { part: null, ...cleanText(words), structure: noStructure, stated: {}, url: null, language: null }
  }
  try {
    return readHtml(words, false)
  } catch (error) {
    if (error instanceof CasebookError && error.code === 'source.no-text') return null
    throw error
  }
}
