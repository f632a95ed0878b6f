import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { ImportReport } from '#contract/importing.ts'
import { sharedTest } from '../shared-material.ts'
import { answer, newFolder, run } from './test-terminal.ts'

/** What `casebook import` can be told, from the command line to the report. */

async function importing(
  files: Readonly<Record<string, string | Uint8Array>>,
  code: number,
  ...flags: string[]
) {
  using folder = newFolder()
  await run('new', folder.at('a.casebook'))
  for (const [name, content] of Object.entries(files)) writeFileSync(folder.at(name), content)
  const paths = Object.keys(files).map((name) => folder.at(name))
  const report = await answer<ImportReport>(code, 'import', folder.at('a.casebook'), ...flags, ...paths)
  const kept = await answer<readonly object[]>(0, 'sources', folder.at('a.casebook'))
  return { report, kept: kept.length }
}

test('--map says what a column is, and the report names rows without text and unused columns', async () => {
  const { report } = await importing(
    { 'a.csv': 'Kopf,Ort=x,Wörter\nThe strait,Selden,It is closed.\nNothing,Selden,\n' },
    3,
    '--map',
    'Kopf=title',
    '--map',
    'Wörter=text',
    '--map',
    'Ort=x=dateline',
  )
  expect(report.imported).toMatchObject([{ title: 'The strait', dateline: 'Selden', words: 3, warnings: [] }])
  expect(report.failed).toMatchObject([
    { path: expect.stringMatching(/a\.csv: row 3$/), code: 'source.no-text' },
  ])
})

test('--map with a field that does not exist is wrong usage, and names those that do', async () => {
  const ended = await run('import', 'a.casebook', 'a.csv', '--map', 'Kopf=colour')
  expect(ended).toMatchObject({ code: 2, err: expect.stringMatching(/COLUMN=FIELD.*title.*published/) })
})

test('--encoding reads a text as it is told to; a guess stands among the warnings', async () => {
  const words =
    'Vláda ve středu schválila předlohu zákona, řekl ministr. Příliš žluťoučký kůň úpěl ďábelské ódy u řeky.'
  const bytes = new Uint8Array(iconv.encode(words, 'windows-1250'))
  const told = await importing({ 'a.txt': bytes }, 0, '--encoding', 'windows-1250')
  expect(told.report.imported).toMatchObject([{ warnings: [] }])
  const guessed = await importing({ 'a.txt': bytes }, 0)
  expect(guessed.report.imported[0]?.warnings[0]).toMatch(/^The encoding was guessed: /)
  const unknown = await importing({ 'a.txt': bytes }, 2, '--encoding', 'klingon')
  expect(unknown.report.failed).toMatchObject([{ code: 'source.encoding' }])
})

const article =
  'Strait closed\n\nBy Ana Prelle\n03/04/2025\n\nThe strait was closed to all ships on Monday, officials said, after a collision.\n'

test.each([
  ['dmy', '2025-04-03'],
  ['mdy', '2025-03-04'],
])('--date-order %s reads 03/04/2025 as %s', async (order, published) => {
  const { report } = await importing({ 'a.txt': article }, 0, '--date-order', order)
  expect(report.imported).toMatchObject([{ published, warnings: [] }])
})

test.each([
  ['ymd', '25/04/03', '2025-04-03'],
  ['dmy', '25/04/03', '2003-04-25'],
  // In no order is this a day: it stays empty.
  ['ymd', '25/30/03', null],
  ['ymd', '2025/04/03', '2025-04-03'],
])('--date-order %s reads %s as %s', async (order, words, published) => {
  const { report } = await importing(
    { 'a.txt': article.replace('03/04/2025', words) },
    0,
    '--date-order',
    order,
  )
  expect(report.imported).toMatchObject([{ published }])
})

test('--date-order ymd says nothing of day and month before a whole year: that stays a guess', async () => {
  const { report } = await importing({ 'a.txt': article }, 0, '--date-order', 'ymd')
  expect(report.imported[0]?.warnings[0]).toMatch(/^The date of publication is a guess/)
})

test('the order that a casebook has settled holds for its imports, until one says otherwise', async () => {
  using folder = newFolder()
  const file = folder.at('a.casebook')
  await run('new', file)
  writeFileSync(folder.at('a.txt'), article)
  expect(await run('settings', file, '--set', 'date-order=mdy')).toMatchObject({ code: 0 })
  expect(await answer(0, 'settings', file)).toEqual({ 'date-order': 'mdy' })
  const dryRun = async (...flags: string[]) =>
    (await answer<ImportReport>(0, 'import', file, folder.at('a.txt'), '--dry-run', ...flags)).imported[0]
  expect(await dryRun()).toMatchObject({ published: '2025-03-04', warnings: [] })
  expect(await dryRun('--date-order', 'dmy')).toMatchObject({ published: '2025-04-03' })
  expect(await run('settings', file, '--set', 'date-order=')).toMatchObject({ code: 0 })
  expect((await dryRun())?.warnings).toHaveLength(1)
  for (const wrong of ['date-order=later', 'colour=red', 'date-order'])
    expect(await run('settings', file, '--set', wrong)).toMatchObject({ code: 2 })
})

test('the report in words says what is not kept yet, and what was guessed', async () => {
  using folder = newFolder()
  const file = folder.at('a.casebook')
  await run('new', file)
  writeFileSync(folder.at('a.txt'), article)
  const told = await run('import', file, folder.at('a.txt'), '--dry-run')
  expect(told.out).toMatch(
    /^to import {2}Strait closed \(\d+ words\).*\n {11}The date of publication is a guess/,
  )
  expect(told.err).toMatch(/^1 to import, 0 duplicates/)
})

test('without an order the date is a guess, and a warning says so', async () => {
  const { report } = await importing({ 'a.txt': article }, 0)
  expect(report.imported[0]?.warnings[0]).toMatch(/^The date of publication is a guess/)
})

test('--dry-run tells what would be made of each file, and keeps nothing', async () => {
  const { report, kept } = await importing({ 'a.txt': article, 'b.rtf': '{\\rtf1 cut{' }, 3, '--dry-run')
  expect([report.imported.map(({ title }) => title), report.failed.length, kept]).toEqual([
    ['Strait closed'],
    1,
    0,
  ])
})

sharedTest('--password opens what is protected', ['corpora', 'pdf', 'issue6010_1.pdf'], async (path) => {
  using folder = newFolder()
  const file = folder.at('a.casebook')
  await run('new', file)
  const shut = await answer<ImportReport>(2, 'import', file, path)
  expect(shut.failed).toMatchObject([{ code: 'source.encrypted', message: 'This PDF needs a password.' }])
  const wrong = await answer<ImportReport>(2, 'import', file, path, '--password', 'no')
  expect(wrong.failed).toMatchObject([{ message: 'This PDF does not open with this password.' }])
  expect((await answer<ImportReport>(0, 'import', file, path, '--password', 'abc')).imported).toHaveLength(1)
})
