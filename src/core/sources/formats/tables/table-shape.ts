import { CsvError, type Options, parse } from 'csv-parse/sync'
import { namesKnown } from './table-columns.ts'

/** How a table is written: what separates its columns, and what they are called. */

export interface TableShape {
  readonly separator: string
  /** False where the first row is an article already: then the columns have numbers for names. */
  readonly hasHeader: boolean
  readonly names: readonly string[]
  /** The first rows below the header. */
  readonly sample: readonly (readonly string[])[]
}

const separators = [',', '\t', ';', '|']
const sampleRows = 100

/** What spreadsheets write, and what people make of it by hand. */
export const tableOptions = (separator: string) =>
  ({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: 16 * 1024 * 1024,
  }) satisfies Options

/** @param text the table or its beginning. Null where it is none. */
export function shapeOf(text: string): TableShape | null {
  const [head = ''] = withoutSeparatorLine(text).split('\n', 1)
  const shapes = separators.flatMap((separator) => {
    if (!head.includes(separator)) return []
    const [first = [], ...others] = firstRecords(text, separator)
    const regular = others.filter(({ length }) => length === first.length).length / Math.max(others.length, 1)
    const isTable = first.length > 1 && (regular >= 0.8 || namesArticles(first))
    return isTable ? [{ separator, first, others, regular }] : []
  })
  const best = shapes.toSorted((a, b) => b.regular - a.regular || b.first.length - a.first.length)[0]
  if (best === undefined) return null
  const { separator, first, others } = best
  const names = first.map((name) => name.trim())
  return isHeader(names) || namesArticles(names)
    ? { separator, hasHeader: true, names: named(names), sample: others }
    : { separator, hasHeader: false, names: named(names.map(() => '')), sample: [first, ...others] }
}

function firstRecords(text: string, separator: string): string[][] {
  const records: string[][] = []
  try {
    parse(withoutSeparatorLine(text), {
      ...tableOptions(separator),
      to: sampleRows + 1,
      on_record: (record: string[]) => {
        records.push(record)
        return null
      },
    })
  } catch (error) {
    // A beginning may end inside quotation marks; what came before is whole.
    if (!(error instanceof CsvError)) throw error
  }
  return records
}

/** Excel understands a first line `sep=;`, and so some programs write one. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(/^sep=.\r?\n/i, '')
}

/** Names that tables of articles have say that it is one, however uneven its rows. */
export function namesArticles(cells: readonly string[]): boolean {
  const known = namesKnown(cells.map((cell) => cell.trim()))
  return known.text && known.fields > 1
}

/** Names are short, differ from each other, and are no dates, numbers or sentences. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return (
    filled.length >= cells.length / 2 &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cell.length <= 60 && !/^[\d\s.,:/+-]+$|^https?:|[.!?]["”]?$/.test(cell))
  )
}

/** Each is called by a name of its own. */
function named(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return names.map((name, at) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return name === '' ? `column ${at + 1}` : count === 1 ? name : `${name} (${count})`
  })
}
