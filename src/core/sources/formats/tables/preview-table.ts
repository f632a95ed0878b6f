import type { FilePreview } from '#contract/importing.ts'
import { isDayFirst } from '../../reading/dates.ts'
import type { FileToRead } from '../format.ts'
import { recordTable } from './read-json.ts'
import { takeColumns } from './table-columns.ts'
import { isAmbiguous, readDate } from './table-dates.ts'
import { shapeOf } from './table-shape.ts'

const shownRows = 20
const shownUnits = 300

/** What a table's columns would be taken for, with its first rows. */
export function previewTable(
  text: string,
  file: FileToRead,
  format: string,
): Pick<FilePreview, 'dateOrder' | 'table'> {
  const shape = format === 'json' ? recordTable(text, file) : shapeOf(text)
  if (shape === null) return { dateOrder: null, table: null }
  const { names, sample } = shape
  const columns = takeColumns(names, sample, file.options.columns)
  const published = columns.findIndex(({ field }) => field === 'published')
  const rows = sample
    .slice(0, shownRows)
    .map((row) => names.map((_, at) => (row[at] ?? '').slice(0, shownUnits)))
  return {
    dateOrder:
      file.options.dateOrder === undefined ? orderIn(sample.map((row) => row[published] ?? '')) : null,
    table: { columns, rows },
  }
}

/** Null where one of the dates tells the order of all. */
function orderIn(dates: readonly string[]): FilePreview['dateOrder'] {
  const words = dates.find(isAmbiguous)?.trim()
  if (words === undefined || isDayFirst(dates.join('\n')) !== null) return null
  const [dmy, mdy] = [readDate(words, 'dmy'), readDate(words, 'mdy')]
  return dmy === null || mdy === null ? null : { words, dmy, mdy }
}
