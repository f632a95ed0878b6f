import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../../article.ts'
import { decode } from '../encodings/decode.ts'
import type { FileToRead } from '../format.ts'
import { encodingWarnings } from '../plain-text.ts'
import { handOverArticles, isNothing, type TableRow } from './table-articles.ts'

/** @throws CasebookError source.damaged, source.no-text, source.too-large, source.unsupported (JSON without articles) */
export function readJson(file: FileToRead): Article[] {
  const decoded = decode(file.bytes, { asked: file.options.encoding })
  const table = recordTable(decoded.text, file)
  file.expect(table.rows)
  handOverArticles(table, file, encodingWarnings(decoded))
  return []
}

/** The records of a JSON file as a table. Broken lines are left out by their numbers. */
export function recordTable(text: string, file: Pick<FileToRead, 'leaveOut'>) {
  const whole = parsed(text)
  const records = whole === undefined ? linesOf(text, file) : recordsIn(whole)
  const counted = whole === undefined ? ('line' as const) : ('item' as const)
  const flat = records.map(({ number, record }) => ({ number, cells: flatten(record) }))
  if (flat.length === 0) {
    throw new CasebookError('source.unsupported', 'This JSON holds no list of articles.')
  }
  const names = [...new Set(flat.flatMap(({ cells }) => [...cells.keys()]))]
  if (names.length > mostNames) {
    throw new CasebookError(
      'source.too-large',
      `The records of this JSON have more than ${mostNames} different fields.`,
    )
  }
  const rows: TableRow[] = flat.map(({ number, cells }) => ({
    number,
    values: names.map((name) => cells.get(name) ?? ''),
  }))
  return {
    counted,
    names,
    rows: rows.length,
    sample: rows.slice(0, 100).map(({ values }) => values),
    eachRow: (take: (row: TableRow) => void) => rows.forEach(take),
  }
}

type Fields = Readonly<Record<string, unknown>>

interface NumberedRecord {
  readonly number: number
  readonly record: Fields
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function linesOf(text: string, { leaveOut }: Pick<FileToRead, 'leaveOut'>): NumberedRecord[] {
  const records: NumberedRecord[] = []
  const broken: number[] = []
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return
    const record = parsed(line)
    if (isFields(record)) records.push({ number: at + 1, record })
    else broken.push(at + 1)
  })
  // Of one object that is written over many lines a few may look like objects of their own.
  if (records.length * 3 < broken.length || records.length === 0) {
    throw new CasebookError(
      'source.damaged',
      'This JSON is broken: it can be read neither as a whole nor line by line.',
    )
  }
  for (const line of broken)
    leaveOut(`line ${line}`, { code: 'source.damaged', message: 'This line is not JSON.' })
  return records
}

/** The list of objects in it, or, where there is none, the object itself. */
function recordsIn(whole: unknown): NumberedRecord[] {
  const list = listIn(whole, 0) ?? [whole]
  return list.flatMap((record, at) => (isFields(record) ? [{ number: at + 1, record }] : []))
}

function listIn(value: unknown, depth: number): readonly unknown[] | null {
  if (Array.isArray(value)) return value.some(isFields) ? value : null
  if (!isFields(value) || depth > 3) return null
  // An article may hold lists of its own (authors, pictures): what has words of its own is one.
  if (Object.values(value).some((one) => typeof one === 'string' && one.length > 200)) return null
  const lists = Object.values(value).flatMap((inner) => {
    const list = listIn(inner, depth + 1)
    return list === null ? [] : [list]
  })
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? null
}

const deepest = 4
const mostColumns = 500
/** Of all records together: each becomes a row with a place for every one. */
const mostNames = 5_000

/** `{"source": {"name": "BBC"}}` → `source.name`: BBC. */
function flatten(
  record: Fields,
  prefix = '',
  depth = 0,
  cells = new Map<string, string>(),
): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    const name = prefix + key
    if (isFields(value)) {
      if (depth < deepest) flatten(value, `${name}.`, depth + 1, cells)
    } else if (cells.size < mostColumns) cells.set(name, wordsOf(value))
  }
  return cells
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return ''
  const items = value.map((item) => wordsOf(isFields(item) ? (item['name'] ?? item['text']) : item))
  const filled = items.filter((item) => !isNothing(item))
  // Paragraphs stay paragraphs; names, tags and the like stand in one line.
  return filled.join(filled.some((item) => item.length > 120) ? '\n\n' : ', ')
}
