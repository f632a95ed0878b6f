import { CasebookError } from '#contract/failure.ts'
import { decode } from './encodings/decode.ts'
import { beginning, endingOf, type FileToRead, type Format } from './format.ts'
import { namesKnown } from './tables/table-columns.ts'
import { namesArticles, shapeOf, type TableShape, withoutSeparatorLine } from './tables/table-shape.ts'

/** Tables of articles (CSV, also with tabs, semicolons or bars between the columns): a row is a source. */
export const table: Format = {
  name: 'csv',
  isMine: (file) => tableShapeOf(file) !== null,
  read: async (file) => (await import('./tables/read-table.ts')).readTable(file),
}

/** Told from the beginning. Null where the file is no table, or not one of articles, though text with commas in it. */
export function tableShapeOf({
  bytes,
  name,
  pasted,
  options,
}: Pick<FileToRead, 'bytes' | 'name' | 'pasted' | 'options'>): TableShape | null {
  if (pasted !== null || !/[,;\t|]/.test(firstLine(bytes))) return null
  const text = decodedBeginning(bytes, options.encoding)
  if (text === null) return null
  if (['csv', 'tsv', 'tab'].includes(endingOf(name))) return shapeOf(text)
  const shape = mayNameColumns(text) ? shapeOf(text) : null
  return shape !== null && namesArticles(shape.names) ? shape : null
}

/** Most texts have commas in their first line and name no column there. Inside quotation marks a name may go on in the next line. */
function mayNameColumns(text: string): boolean {
  const [head = ''] = withoutSeparatorLine(text).split('\n', 1)
  return head.includes('"') || namesKnown(head.split(/[,;\t|]/)).text
}

function firstLine(bytes: Uint8Array): string {
  return beginning(bytes, 16_384).split('\n', 2)[0] ?? ''
}

const sampleBytes = 1024 * 1024

/** Whole lines, so that no character is cut. Null where they are no text. */
function decodedBeginning(bytes: Uint8Array, asked: string | undefined): string | null {
  const sample = bytes.subarray(0, sampleBytes)
  const end = sample.length < bytes.length ? sample.lastIndexOf(0x0a) + 1 : sample.length
  try {
    return decode(sample.subarray(0, end || sample.length), { asked }).text
  } catch (error) {
    if (error instanceof CasebookError) return null
    throw error
  }
}
