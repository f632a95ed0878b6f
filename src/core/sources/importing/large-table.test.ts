import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestCasebook, type TestCasebook } from '../../test-world.ts'

/** A table that comes in several parts, each recorded while the next is read. */
const rows = 1_400

function table(casebook: TestCasebook, ending = ''): string {
  const path = join(casebook.folder, 'news.csv')
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `Report ${at},The Courier,${at === 700 ? 'n/a' : `Ship ${at * 7} left the harbour of Norrel.`}`,
  )
  writeFileSync(path, ['title,publisher,text', ...lines, ending].join('\n'))
  return path
}

const labelsOf = ({ imported }: { imported: readonly { label: string }[] }) =>
  imported.map(({ label }) => label)

test('a large table comes in part by part, in its order, as one step, with its progress told in articles', async () => {
  await using casebook = newTestCasebook()
  const told: (readonly [number, number | null])[] = []
  const items = [{ kind: 'path' as const, path: table(casebook) }]
  const report = await casebook.engine.ask(
    'sources.import',
    { items },
    { onProgress: ({ done, total }) => told.push([done, total]) },
  )
  expect(labelsOf(report)).toEqual(
    Array.from({ length: rows }, (_, at) => `news: row ${at + 2}`).filter(
      (label) => label !== 'news: row 702',
    ),
  )
  expect(report.failed.map(({ path, code }) => [path.replace(/.*\//, ''), code])).toEqual([
    ['news.csv: row 702', 'source.no-text'],
  ])
  expect(told).toEqual([
    [0, 1],
    [512, rows],
    [1_024, rows],
    [rows, rows],
  ])
  await casebook.engine.ask('casebook.undo', {})
  expect((await casebook.engine.ask('sources.list', {})).total).toBe(0)
})

test('a large table that is cancelled keeps whole articles; imported again, what is missing comes in, and then nothing', async () => {
  await using casebook = newTestCasebook()
  const abort = new AbortController()
  const input = { items: [{ kind: 'path' as const, path: table(casebook) }] }
  const onProgress = ({ done }: { done: number }) => {
    if (done > 0) abort.abort()
  }
  const first = await casebook.engine.ask('sources.import', input, { signal: abort.signal, onProgress })
  expect([first.cancelled, first.imported.length]).toEqual([true, 512])
  const second = await casebook.engine.ask('sources.import', input)
  expect([second.cancelled, second.imported.length, second.imported[0]?.label]).toEqual([
    false,
    rows - 1 - 512,
    'news: row 514',
  ])
  const third = await casebook.engine.ask('sources.import', input)
  expect([third.imported.length, third.duplicates]).toMatchObject([0, [{ kind: 'exact' }]])
  expect((await casebook.engine.ask('sources.list', {})).total).toBe(rows - 1)
})

test('a large table that is broken at its end brings nothing in', async () => {
  await using casebook = newTestCasebook()
  const items = [{ kind: 'path' as const, path: table(casebook, 'Last,The Courier,"never closed') }]
  const { imported, failed } = await casebook.engine.ask('sources.import', { items })
  expect([imported, failed.map(({ code }) => code)]).toEqual([[], ['source.damaged']])
  expect((await casebook.engine.ask('sources.list', {})).total).toBe(0)
})
