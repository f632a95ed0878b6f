import { expect, test } from 'vitest'
import type { FilePreview } from '#contract/sources.ts'
import { answered, complaintAboutColumns, guessedAnswers, questionsFrom } from './import-questions.ts'

const nothing = { encoding: null, dateOrder: null, table: null }
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
  const next = answered(guesses, ['a.txt', 'b.txt'], { encoding: 'windows-1251' })
  expect(next.get('b.txt')).toEqual({ encoding: 'windows-1251', dateOrder: 'dmy' })
  expect(next.get('c.txt')).toEqual({ dateOrder: 'dmy' })
})

test('a table needs a text, and no field twice', () => {
  expect(complaintAboutColumns({ a: 'title' })).toMatch(/text/)
  expect(complaintAboutColumns({ a: 'text', b: 'title', c: 'title' })).toMatch(/title/)
  expect(complaintAboutColumns({ a: 'text', b: 'none', c: 'none' })).toBeNull()
})
