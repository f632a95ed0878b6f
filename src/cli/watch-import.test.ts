import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { ImportReport } from '#contract/importing.ts'
import { runCasebook } from './casebook.ts'
import { newFolder, run } from './test-terminal.ts'

const patience = { timeout: 15_000, interval: 50 }

/** `import --watch --json` on a folder; the reports are those printed until now. */
async function watching(folder: ReturnType<typeof newFolder>) {
  const stop = new AbortController()
  let [out, err] = ['', '']
  await run('new', folder.at('a.casebook'))
  const ended = runCasebook(['import', folder.at('a.casebook'), folder.at('incoming'), '--watch', '--json'], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    watched: false,
    stop: stop.signal,
  })
  await vi.waitFor(() => expect(err).toMatch(/Watching/), patience)
  return {
    reports: () =>
      out
        .split('\n')
        .filter((line) => line !== '')
        // Printed by the command, as the contract's report.
        .map((line) => JSON.parse(line) as ImportReport),
    end: () => {
      stop.abort()
      return ended
    },
  }
}

test('import --watch brings in what is there and what comes, one report a line, and ends when asked to', async () => {
  using folder = newFolder()
  mkdirSync(folder.at('incoming'))
  writeFileSync(folder.at('incoming', 'first.txt'), 'The first article, which is there already.')
  const { reports, end } = await watching(folder)
  writeFileSync(folder.at('incoming', 'second.txt'), 'The second article, put there later.')
  await vi.waitFor(() => expect(reports()).toHaveLength(2), patience)
  expect(await end()).toBe(0)
  expect(reports().flatMap(({ imported }) => imported.map(({ label }) => label))).toEqual(['first', 'second'])
  expect((await run('sources', folder.at('a.casebook'))).out).toMatch(/second/)
}, 40_000)

test('while it watches, a file that changes is told as a version, and one that only moved as known', async () => {
  using folder = newFolder()
  mkdirSync(folder.at('incoming'))
  const file = folder.at('incoming', 'ferry.txt')
  const ferry = 'The ferry sails at noon from the old harbour of Norrel, with nobody on board.'
  writeFileSync(file, ferry)
  const { reports, end } = await watching(folder)
  const first = reports()[0]?.imported[0]?.id
  writeFileSync(file, `${ferry} It came back at night.`)
  await vi.waitFor(() => expect(reports()).toHaveLength(2), patience)
  expect(reports()[1]).toMatchObject({ versions: [{ path: file, of: first }], duplicates: [] })
  const known = { imported: [], versions: [], duplicates: [{ kind: 'exact' }] }
  const later = new Date(Date.now() + 60_000)
  utimesSync(file, later, later)
  await vi.waitFor(() => expect(reports()).toHaveLength(3), patience)
  expect(reports()[2]).toMatchObject(known)
  renameSync(file, folder.at('incoming', 'renamed.txt'))
  await vi.waitFor(() => expect(reports()).toHaveLength(4), patience)
  expect(reports()[3]).toMatchObject(known)
  expect(await end()).toBe(0)
}, 60_000)
