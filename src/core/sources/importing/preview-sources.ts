import { CasebookError } from '#contract/failure.ts'
import type { FilePreview, ImportItem, ImportOptions } from '#contract/importing.ts'
import type { Casebook } from '../../casebook/casebook.ts'
import type { Job } from '../../handlers.ts'
import { type Decoded, decode } from '../formats/encodings/decode.ts'
import { likelyEncodings, tellingLines } from '../formats/encodings/likely-encodings.ts'
import type { FileToRead, Format } from '../formats/format.ts'
import { formats } from '../formats/formats.ts'
import { declaredCharset, html } from '../formats/html.ts'
import { json } from '../formats/json.ts'
import { markdown } from '../formats/markdown.ts'
import { plainText } from '../formats/plain-text.ts'
import { table } from '../formats/table.ts'
import { previewTable } from '../formats/tables/preview-table.ts'
import { withSettings } from '../library/source-settings.ts'
import { readWords } from '../reading/read-words.ts'
import { type GatheredFile, gatherFiles } from './gather.ts'
import { previewVersions } from './preview-versions.ts'

/** Before an import: which files leave something to decide. Nothing is kept. */
export async function previewSources(
  casebook: Casebook,
  { items, options = {} }: { items: ImportItem[]; options?: ImportOptions | undefined },
  job: Job,
): Promise<{ files: FilePreview[] }> {
  const gathered = await gatherFiles(items)
  const usual = withSettings(casebook.store, options)
  const files: FilePreview[] = []
  const olderOf = previewVersions(casebook, usual)
  for (const [done, file] of gathered.files.entries()) {
    if (job.signal.aborted) {
      throw new CasebookError('job.cancelled', 'Stopped before all files were looked at.')
    }
    job.progress({ done, total: gathered.files.length, label: file.name })
    const beginning = (await previewFile(file, usual)) ?? { encoding: null, dateOrder: null, table: null }
    const preview = { path: file.path, ...beginning, older: await olderOf(file) }
    if (leavesOpen(preview)) files.push(preview)
  }
  return { files }
}

function leavesOpen({ encoding, dateOrder, table, older }: FilePreview): boolean {
  return [encoding, dateOrder, table, older].some((question) => question !== null)
}

/** What the beginning of a file leaves open. */
type BeginningPreview = Omit<FilePreview, 'path' | 'older'>

const beginningBytes = 1024 * 1024

/** Null where the file cannot be read: the import tells why. */
async function previewFile(file: GatheredFile, options: ImportOptions): Promise<BeginningPreview | null> {
  try {
    const bytes = wholeLines(await file.readBeginning(beginningBytes))
    const toRead = beginningToRead(file, bytes, options)
    const format = formats.find((one) => one.isMine(toRead))
    if (format === undefined || !readsCharacters.has(format)) return null
    // A list of records is JSON only as a whole.
    const whole = format === json && !isLines(bytes) ? await file.readBytes() : bytes
    return previewText(beginningToRead(file, whole, options), format)
  } catch (error) {
    if (error instanceof CasebookError) return null
    throw error
  }
}

/** The others say themselves how their characters are encoded. */
const readsCharacters: ReadonlySet<Format> = new Set([plainText, markdown, html, table, json])

/** Without what lies inside it. */
export function beginningToRead(
  { name, pasted }: Pick<FileToRead, 'name' | 'pasted'>,
  bytes: Uint8Array,
  options: ImportOptions,
): FileToRead {
  const nothing = () => {}
  const told = { handOver: nothing, expect: nothing, leaveOut: nothing, passOver: nothing }
  return { name, bytes, pasted, options, readInner: async () => [], ...told }
}

/** No character and no row is cut, unless the first line is longer than all that was read. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.length < beginningBytes ? bytes.length : bytes.lastIndexOf(0x0a) + 1
  return bytes.subarray(0, end || bytes.length)
}

function isLines(bytes: Uint8Array): boolean {
  return /\}\s*\n\s*\{/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
}

function previewText(file: FileToRead, format: Format): BeginningPreview {
  const declared = format === html ? declaredCharset(file.bytes) : undefined
  const decoded = decode(file.bytes, { asked: file.options.encoding, declared })
  const isTable = format === table || format === json
  const { dateOrder, table: columns } = isTable
    ? previewTable(decoded.text, file, format.name)
    : { dateOrder: dateOrderIn(decoded.text, format, file.options), table: null }
  return { encoding: encodingOf(decoded, file.bytes), dateOrder, table: columns }
}

/** A guess this much less likely than the best is no doubt. */
const doubtful = 0.75

/** Null where nothing is guessed, or where no other guess comes near. */
function encodingOf({ how, encoding, text }: Decoded, bytes: Uint8Array): FilePreview['encoding'] {
  if (how !== 'guess') return null
  const sample = tellingLines(text)
  const others = likelyEncodings(bytes).filter((one) => one.sample !== sample)
  return others.some(({ likelihood }) => likelihood >= doubtful)
    ? { name: encoding, sample, others: others.map(({ name, sample }) => ({ name, sample })) }
    : null
}

/** Of a page the markup tells its date; of a text the first words do. */
function dateOrderIn(text: string, format: Format, { dateOrder }: ImportOptions): FilePreview['dateOrder'] {
  if (dateOrder !== undefined || format === html) return null
  const head = text.slice(0, 16_384)
  const guess = readWords(head, { order: undefined }).fields.published
  if (guess?.evidence.certainty !== 'guess') return null
  const [dmy, mdy] = (['dmy', 'mdy'] as const).map(
    (order) => readWords(head, { order }).fields.published?.value,
  )
  return dmy === undefined || mdy === undefined || dmy === mdy
    ? null
    : { words: guess.evidence.words, dmy, mdy }
}
