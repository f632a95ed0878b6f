import type { CallOutput } from '#contract/engine.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Reading } from '../../casebook/casebook.ts'
import { decode } from '../formats/encodings/decode.ts'
import { likelyEncodings, sampleIn } from '../formats/encodings/likely-encodings.ts'
import { formats } from '../formats/formats.ts'
import { json } from '../formats/json.ts'
import { table } from '../formats/table.ts'
import { previewTable } from '../formats/tables/preview-table.ts'
import { keysOfFile, readOriginal, rowOf } from '../library/read-sources.ts'
import { beginningToRead } from './preview-sources.ts'

/** Formats whose characters are encoded as somebody chose, and that may not say how. */
const readsCharacters: ReadonlySet<string> = new Set(['text', 'markdown', 'html', 'csv', 'json', 'jsonl'])

/** What could have been guessed wrong about a source. @throws CasebookError source.not-found */
export function readingsOfSource(reading: Reading, { id }: { id: SourceId }): CallOutput<'sources.readings'> {
  const { format, path, original } = rowOf(reading.store, id)
  const others = keysOfFile(reading.store, original).length - 1
  if (path === null || !readsCharacters.has(format)) return { encodings: null, table: null, others }
  const { name, bytes } = readOriginal(reading, { id })
  return { encodings: encodingsOf(bytes), table: columnsOf(name, bytes), others }
}

function encodingsOf(bytes: Uint8Array): { name: string; sample: string }[] {
  const likely = likelyEncodings(bytes).map(({ name, sample }) => ({ name, sample }))
  const utf8 = sampleIn(bytes.subarray(0, 65_536), 'utf-8')
  const isUtf8 = utf8 !== '' && !utf8.includes('\ufffd') && !likely.some(({ name }) => /^utf-?8$/i.test(name))
  return isUtf8 ? [{ name: 'UTF-8', sample: utf8 }, ...likely] : likely
}

/** Null for what is no table of articles. */
function columnsOf(name: string, bytes: Uint8Array): CallOutput<'sources.readings'>['table'] {
  const file = beginningToRead({ name, pasted: null }, bytes, {})
  const format = formats.find((one) => one.isMine(file))
  return format === table || format === json
    ? previewTable(decode(bytes).text, file, format.name).table
    : null
}
