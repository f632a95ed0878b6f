import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { newTestCasebook } from '../test-world.ts'

async function tableOf(list: string, ...texts: readonly string[]) {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  for (const text of texts) await engine.ask('sources.import', { items: [{ kind: 'paste', text }] })
  const table = await engine.ask('exports.queryTable', { list })
  return { ...table, rows: parse<Record<string, string>>(table.content, { columns: true, bom: true }) }
}

const article = 'Truce “holds”, for now\n\nThe truce, he said,\nheld. A truce is no peace.'

test('each query has a row of counts, and a row for every passage with its place', async () => {
  const { rows, queries } = await tableOf('# what matters\n\nQuiet\ttruce -war\nnothing like it\n', article)
  expect(queries).toBe(2)
  expect(rows.map(({ record, line, name, found, quote }) => [record, line, name, found, quote])).toEqual([
    ['query', '3', 'Quiet', '1', ''],
    ['passage', '3', 'Quiet', '', 'Truce'],
    ['passage', '3', 'Quiet', '', 'truce'],
    ['passage', '3', 'Quiet', '', 'truce'],
    ['query', '4', 'nothing like it', '0', ''],
  ])
  const at = article.indexOf('truce')
  expect(rows[2]).toMatchObject({ kind: 'source', start: `${at}`, end: `${at + 5}`, query: 'truce -war' })
})

test('quotation marks, commas and line breaks stay inside their cell, and lines end as RFC 4180 says', async () => {
  const { rows, content } = await tableOf('"he said held"', article)
  expect(rows[1]?.quote).toBe('he said,\nheld')
  expect(content.endsWith('\r\n')).toBe(true)
  expect(content).toContain('"he said,\nheld"')
})

test('a text that begins like a formula is no formula in a spreadsheet', async () => {
  const { rows } = await tableOf('=1+1\tharbour\n@SUM(A1)\tharbour\n+1\tharbour\n-1\tharbour', 'The harbour')
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(["'=1+1", "'@SUM(A1)", "'+1", "'-1"]))
})

test('a line that is no query is named, and the others are run', async () => {
  const { rows, problems, queries } = await tableOf('truce\n"truce\ncolour:red\n—\n', article)
  expect(queries).toBe(1)
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4])
  expect(problems[0]?.message).toMatch(/^The quotation mark at character 1 has no partner/)
  expect(problems[0]?.message).not.toContain('meanwhile')
  expect(rows.filter(({ record }) => record === 'problem').map(({ line }) => line)).toEqual(['2', '3', '4'])
})

test('a query of a list is never corrected: what it counts is what it says', async () => {
  const { rows } = await tableOf('ceasefier', 'The ceasefire held.')
  expect(rows[0]).toMatchObject({ found: '0' })
})
