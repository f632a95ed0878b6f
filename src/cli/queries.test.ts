import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ListAnswer } from '#contract/query-lists.ts'
import { newFolder, run } from './test-terminal.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample')

async function newCasebook(list: string) {
  const folder = newFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const file = folder.at('a.casebook')
  await run('new', file)
  await run('import', file, join(sample, '02-quiet-talks.txt'), join(sample, '08-interim-arrangement.txt'))
  writeFileSync(folder.at('list.txt'), list)
  const queries = (...words: string[]) => run('queries', file, '--from', folder.at('list.txt'), ...words)
  return { queries, at: folder.at }
}

test('a list of queries becomes a table', async () => {
  const { queries, at } = await newCasebook('\uFEFF# names\nStrait\tstrait\nchannels\n')
  const { code, err } = await queries('--out', at('table.csv'))
  expect([code, err]).toEqual([0, `Wrote ${at('table.csv')}\n`])
  const lines = readFileSync(at('table.csv'), 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^record,line,name,query,found,sources,/)
  expect(lines[1]).toMatch(/^query,2,Strait,strait,2,2,0,0,0,0,/)
  const answer = JSON.parse((await queries('--json')).out) as ListAnswer
  expect(answer.queries.map(({ name, total }) => [name, total])).toEqual([
    ['Strait', 2],
    ['channels', 2],
  ])
  expect((await queries()).out).toMatch(/^found +sources .*\n2 +2 +0 +0 +0 +0 +Strait\n/)
})

test('bad lines are named with their numbers, and the rest is done', async () => {
  const { queries, at } = await newCasebook('strait\n(strait\n')
  const { code, err, out } = await queries()
  expect(code).toBe(3)
  expect(err).toContain('line 2: (strait: The ( at character 1 is not closed')
  expect(out).toContain('strait\n')
  writeFileSync(at('list.txt'), '(\n')
  expect((await queries()).code).toBe(2)
})

test('a list that cannot be read is told in a sentence', async () => {
  const { queries, at } = await newCasebook('')
  writeFileSync(at('list.txt'), Buffer.from([0xff, 0xfe, 0x41, 0x00]))
  expect(await queries()).toMatchObject({ code: 2, err: expect.stringContaining('is not UTF-8') })
  expect(await run('queries', at('a.casebook'), '--from', at('none.txt'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('cannot be read'),
  })
})
