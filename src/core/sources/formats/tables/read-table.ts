import { CsvError, parse } from 'csv-parse/sync'
import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../../article.ts'
import { decode } from '../encodings/decode.ts'
import type { FileToRead } from '../format.ts'
import { encodingWarnings } from '../plain-text.ts'
import { handOverArticles, type Table, type TableRow } from './table-articles.ts'
import { shapeOf, type TableShape, tableOptions, withoutSeparatorLine } from './table-shape.ts'

/** @throws CasebookError source.damaged (with the line), source.no-text */
export function readTable(file: FileToRead): Article[] {
  const decoded = decode(file.bytes, { asked: file.options.encoding })
  const shape = shapeOf(decoded.text)
  if (shape === null)
    throw new CasebookError('source.damaged', 'The columns of this table differ from row to row.')
  // Whether the table is whole must be known before a part of it is recorded.
  let rows = 0
  eachRow(decoded.text, shape, () => rows++)
  file.expect(rows)
  const table: Table = {
    counted: 'row',
    ...shape,
    eachRow: (take) => eachRow(decoded.text, shape, take),
  }
  handOverArticles(table, file, encodingWarnings(decoded))
  return []
}

function eachRow(
  text: string,
  { separator, hasHeader, names }: TableShape,
  take: (row: TableRow) => void,
): void {
  let number = 0
  try {
    parse(withoutSeparatorLine(text), {
      ...tableOptions(separator),
      on_record: (values: string[]) => {
        number++
        if (number > 1 || !hasHeader) take({ number, values: names.map((_, at) => values[at] ?? '') })
        // Kept nowhere: a large table is never in memory as cells.
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CasebookError(
      'source.damaged',
      `This table is broken: ${reasonOf(error)}.`,
      {},
      { cause: error },
    )
  }
}

function reasonOf(error: CsvError): string {
  // csv-parse tells the line with the error; its types do not say so.
  const line = 'lines' in error ? ` near line ${String(error.lines)}` : ''
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `a quotation mark is opened and never closed${line}`
    case 'CSV_MAX_RECORD_SIZE':
      return `a row is longer than 16 MB${line}`
    default:
      return `its quotation marks or columns do not fit together${line}`
  }
}
