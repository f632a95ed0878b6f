import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SearchAnswer } from '#contract/search.ts'
import { newFolder, run } from './test-terminal.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample')

/** A casebook with two sample articles, and a way to run commands on it. */
async function newCasebook() {
  const folder = newFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const onIt = (name: string, ...words: string[]) => run(name, folder.at('a.casebook'), ...words)
  await onIt('new')
  await onIt('import', join(sample, '02-quiet-talks.txt'), join(sample, '08-interim-arrangement.txt'))
  return onIt
}

test('search counts by facet, explains, sorts, and keeps to kinds', async () => {
  const run = await newCasebook()
  const { code, out } = await run(
    'search',
    'strait',
    '--facets',
    '--explain',
    '--sort',
    'newest',
    '--in',
    'source',
    '--json',
  )
  const { total, hits, facets, explained } = JSON.parse(out) as SearchAnswer
  expect([code, total]).toEqual([0, 2])
  expect(hits.map(({ kind, published }) => [kind, published?.slice(0, 7)])).toEqual([
    ['source', '2024-07'],
    ['source', '2024-06'],
  ])
  expect(facets.month?.map(({ count }) => count)).toEqual([1, 1])
  expect(explained).toMatchObject([{ part: 'strait', total: 2 }])
  expect(JSON.parse((await run('search', 'strait', '--offset', '1', '--json')).out)).toMatchObject({
    total: 2,
    hits: [{}],
  })
  expect(await run('search', 'strait', '--sort', 'colour')).toMatchObject({ code: 2 })
})

test('search points at what it cannot read, and says what else may be meant', async () => {
  const run = await newCasebook()
  const slip = await run('search', '“strait” published:soon')
  expect(slip.err).toContain('  “strait” published:soon\n                     ^^^^\n')
  expect((await run('search', '"of the strayt"')).out).toMatch(
    /^0 found\ndid you mean: "of the strait" \(\d\)\n/,
  )
})

test('a correction is made from the terminal, and an empty value clears', async () => {
  const run = await newCasebook()
  expect(
    await run('edit', '02-quiet-talks.txt', '--set', 'publisher=The Selden Courier', 'author='),
  ).toMatchObject({ code: 0 })
  const shown = JSON.parse((await run('show', '02-quiet-talks.txt', '--json')).out) as object
  expect(shown).toMatchObject({ publisher: 'The Selden Courier', author: null })
  expect(await run('edit', '02-quiet-talks.txt', '--set', 'colour=red')).toMatchObject({
    code: 2,
    err: expect.stringContaining('"colour=red" is not FIELD=VALUE'),
  })
  expect((await run('undo')).code).toBe(0)
  expect(JSON.parse((await run('show', '02-quiet-talks.txt', '--json')).out)).toMatchObject({
    publisher: null,
  })
})

test('marks lists highlights, and orphans are none where nothing was replaced', async () => {
  const run = await newCasebook()
  expect(await run('marks', '--json')).toMatchObject({ code: 0, out: '[]\n' })
  expect(await run('marks', '--orphans', '--source', '02-quiet-talks.txt', '--json')).toMatchObject({
    code: 0,
    out: '[]\n',
  })
  expect(await run('marks', '--source', 'nowhere.txt')).toMatchObject({ code: 2 })
})
