import { expect, test } from 'vitest'
import type { SourceId } from '#contract/ids.ts'
import type { FilePreview } from '#contract/importing.ts'
import {
  answered,
  complaintAboutColumns,
  guessedAnswers,
  joinedTo,
  questionsFrom,
  versionAnswerForAll,
} from './import-questions.ts'

const nothing = { encoding: null, dateOrder: null, table: null, older: null }
const dates = { words: '03/04/2025', dmy: '2025-04-03', mdy: '2025-03-04' }
const files: readonly FilePreview[] = [
  { ...nothing, path: 'a.txt', encoding: { name: 'windows-1250', sample: 'Vláda', others: [] } },
  {
    ...nothing,
    path: 'b.txt',
    encoding: { name: 'windows-1250', sample: 'Příloha', others: [] },
    dateOrder: dates,
  },
  { ...nothing, path: 'c.txt', dateOrder: dates },
  {
    ...nothing,
    path: 'd.csv',
    table: { columns: [{ name: 'Body', field: 'text', by: 'name' }], rows: [['Words']] },
  },
]

test('files that are alike are asked about together, each kind by itself', () => {
  const asked = questionsFrom(files).map(({ kind, files }) => [kind, files.map(({ path }) => path)])
  expect(asked).toEqual([
    ['encoding', ['a.txt', 'b.txt']],
    ['dateOrder', ['b.txt', 'c.txt']],
    ['table', ['d.csv']],
  ])
})

test('the guesses stand until they are answered, for one file or for all', () => {
  const guesses = guessedAnswers(files)
  expect(guesses.get('b.txt')).toEqual({ encoding: 'windows-1250', dateOrder: 'dmy' })
  expect(guesses.get('d.csv')).toEqual({ columns: { Body: 'text' } })
  const next = answered(guesses, files.slice(0, 2), () => ({ encoding: 'windows-1251' }))
  expect(next.get('b.txt')).toEqual({ encoding: 'windows-1251', dateOrder: 'dmy' })
  expect(next.get('c.txt')).toEqual({ dateOrder: 'dmy' })
})

test('a table needs a text, and no field twice', () => {
  expect(complaintAboutColumns({ a: 'title' })).toMatch(/text/)
  expect(complaintAboutColumns({ a: 'text', b: 'title', c: 'title' })).toMatch(/title/)
  expect(complaintAboutColumns({ a: 'text', b: 'none', c: 'none' })).toBeNull()
})

const older = (of: SourceId, name: string) => ({ of, name, published: null, similarity: 0.8, reason: '' })
const newer: readonly FilePreview[] = [
  { ...nothing, path: 'e.html', older: [older('source_1111', 'Truce'), older('source_2222', 'Talks')] },
  { ...nothing, path: 'f.html', older: [older('source_3333', 'Harbour')] },
]

test('one answer for all newer versions joins each file to what it is likest to', () => {
  const [first] = newer
  if (first === undefined) throw new Error('a file is needed')
  const guesses = guessedAnswers(newer)
  expect(newer.map(({ path }) => joinedTo(guesses.get(path)))).toEqual(['source_1111', 'source_3333'])
  const other = answered(guesses, newer, versionAnswerForAll(first, 'source_2222'))
  expect(newer.map(({ path }) => joinedTo(other.get(path)))).toEqual(['source_2222', 'source_3333'])
  const apart = answered(guesses, newer, versionAnswerForAll(first, null))
  expect(newer.map(({ path }) => joinedTo(apart.get(path)))).toEqual([null, null])
  expect(apart.get('e.html')?.versions).toHaveLength(2)
})
