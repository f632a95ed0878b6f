import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { ImportReport } from '#contract/sources.ts'
import { runCasebook } from './casebook.ts'
import { newFolder, run } from './test-terminal.ts'

test('import --watch brings in what is there and what comes, one report a line, and ends when asked to', async () => {
  using folder = newFolder()
  const incoming = folder.at('incoming')
  mkdirSync(incoming)
  writeFileSync(folder.at('incoming', 'first.txt'), 'The first article, which is there already.')
  await run('new', folder.at('a.casebook'))
  const stop = new AbortController()
  let [out, err] = ['', '']
  const ended = runCasebook(['import', folder.at('a.casebook'), incoming, '--watch', '--json'], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    watched: false,
    stop: stop.signal,
  })
  const reports = () =>
    out
      .split('\n')
      .filter((line) => line !== '')
      // Printed by the command, as the contract's report.
      .map((line) => JSON.parse(line) as ImportReport)
  const patience = { timeout: 15_000, interval: 50 }
  await vi.waitFor(() => expect(err).toMatch(/Watching/), patience)
  writeFileSync(folder.at('incoming', 'second.txt'), 'The second article, put there later.')
  await vi.waitFor(() => expect(reports()).toHaveLength(2), patience)
  stop.abort()
  expect(await ended).toBe(0)
  expect(reports().flatMap(({ imported }) => imported.map(({ label }) => label))).toEqual(['first', 'second'])
  expect((await run('sources', folder.at('a.casebook'))).out).toMatch(/second/)
}, 40_000)
