import { appendFileSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { newTestCasebook, type TestCasebook } from '../../test-world.ts'

const patience = { timeout: 15_000, interval: 50 }

async function watching(casebook: TestCasebook) {
  const engine = await casebook.reopen({ watchFolders: true })
  const folder = join(casebook.folder, 'incoming')
  mkdirSync(folder)
  return {
    engine,
    folder,
    put: (name: string, text: string) => writeFileSync(join(folder, name), text),
    labels: async () => (await engine.ask('sources.list', {})).items.map(({ label }) => label).toSorted(),
  }
}

test('what lies in a watched folder comes in, and what is put there later; what an import passes over does not', async () => {
  await using casebook = newTestCasebook()
  const { engine, folder, put, labels } = await watching(casebook)
  put('first.txt', 'The first article, which is there already.')
  put('.hidden.txt', 'Hidden words.')
  symlinkSync(join(folder, 'first.txt'), join(folder, 'link.txt'))
  await engine.ask('sources.watch', { path: folder })
  await vi.waitFor(async () => expect(await labels()).toEqual(['first']), patience)
  mkdirSync(join(folder, 'deeper'))
  put('deeper/second.txt', 'The second article, put in a folder of its own.')
  put('empty.txt', '')
  await vi.waitFor(async () => {
    expect(await labels()).toEqual(['first', 'second'])
    const { folders } = await engine.ask('sources.watched', {})
    expect(folders.map(({ path, state }) => [path, state])).toEqual([[folder, 'watching']])
    expect(folders[0]?.last?.failed.map(({ path }) => path)).toEqual([join(folder, 'empty.txt')])
  }, patience)
}, 40_000)

test('a file that is still being written is waited for, and comes in once and whole', async () => {
  await using casebook = newTestCasebook()
  const { engine, folder, put } = await watching(casebook)
  await engine.ask('sources.watch', { path: folder })
  put('slow.txt', 'It begins')
  for (let part = 0; part < 6; part++) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    appendFileSync(join(folder, 'slow.txt'), ` and goes on ${part}`)
  }
  await vi.waitFor(async () => expect((await engine.ask('sources.list', {})).total).toBe(1), patience)
  const { items } = await engine.ask('sources.list', {})
  const id = items[0]?.id ?? 'source_none'
  expect((await engine.ask('sources.read', { id })).text).toMatch(/goes on 5$/)
}, 40_000)

test('a renamed file is no second source, and a folder that is let go of brings nothing in', async () => {
  await using casebook = newTestCasebook()
  const { engine, folder, put, labels } = await watching(casebook)
  put('one.txt', 'An article that will be renamed.')
  await engine.ask('sources.watch', { path: folder })
  await vi.waitFor(async () => expect(await labels()).toEqual(['one']), patience)
  renameSync(join(folder, 'one.txt'), join(folder, 'two.txt'))
  put('three.txt', 'Another article, so that it can be seen that the folder was looked at.')
  await vi.waitFor(async () => expect(await labels()).toEqual(['one', 'three']), patience)
  await engine.ask('sources.unwatch', { path: folder })
  put('four.txt', 'Nobody watches any more.')
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(await labels()).toEqual(['one', 'three'])
}, 40_000)

const points = [
  'The envoys met at noon in the old customs house of Norrel.',
  'Nobody was allowed to take pictures of the table or the maps.',
  'Selden asked for eleven more weeks, and for grain before winter.',
  'A ferry with forty passengers waited outside the breakwater.',
  'The minister would not say who pays for the repair of the quay.',
  'Fishermen on both shores have been without licences since May.',
  'Two banks froze the accounts that were named in the annex.',
  'A court in the capital will hear the first complaint on Friday.',
]
const planWith = (...more: string[]) => [...points, ...more].join('\n\n')

test('a file that changes is a newer version each time, with its marks; touched or renamed it is nothing new', async () => {
  await using casebook = newTestCasebook()
  const { engine, folder, put } = await watching(casebook)
  put('plan.txt', planWith('It is not signed yet, they say.'))
  await engine.ask('sources.watch', { path: folder })
  const sources = async () => (await engine.ask('sources.list', {})).items
  await vi.waitFor(async () => expect(await sources()).toHaveLength(1), patience)
  const first = (await sources())[0]?.id ?? 'source_none'
  const { text } = await engine.ask('sources.read', { id: first })
  const at = text.indexOf('A ferry with')
  const mark = await engine.ask('highlights.add', { source: first, spans: [{ start: at, end: at + 27 }] })

  put('plan.txt', `${points.slice(2, 6).join('\n\n')}\n\nHalf of the plan was given up on Tuesday.`)
  await vi.waitFor(async () => expect(await sources()).toHaveLength(2), patience)
  // More like the first than like the second, and newer than both.
  put('plan.txt', planWith('All of it was taken up again, and signed.'))
  await vi.waitFor(async () => expect(await sources()).toHaveLength(3), patience)
  const versions = async () => (await engine.ask('sources.versions', { id: first })).items.map(({ id }) => id)
  expect(await versions()).toEqual((await sources()).map(({ id }) => id))
  const last = (await versions()).at(-1) ?? 'source_none'
  const carried = await engine.ask('highlights.list', { source: last })
  expect(carried.items.map((one) => [one.id, one.passages[0]?.quote])).toEqual([
    [mark.id, 'A ferry with forty passenge'],
  ])
  expect((await engine.ask('sources.list', { newest: true })).items.map(({ id }) => id)).toEqual([last])

  utimesSync(join(folder, 'plan.txt'), new Date(), new Date())
  renameSync(join(folder, 'plan.txt'), join(folder, 'renamed.txt'))
  put('another.txt', 'So that it can be seen that the folder was looked at again.')
  await vi.waitFor(async () => expect(await sources()).toHaveLength(4), patience)
  expect(await versions()).toHaveLength(3)
}, 60_000)

test('after a restart a watched folder brings in what came meanwhile, and undo lets go of a folder', async () => {
  await using casebook = newTestCasebook()
  const { engine, folder, put, labels } = await watching(casebook)
  put('one.txt', 'An article from before.')
  await engine.ask('sources.watch', { path: folder })
  await vi.waitFor(async () => expect(await labels()).toEqual(['one']), patience)
  const closed = await casebook.reopen()
  put('two.txt', 'It came while nobody watched.')
  expect((await closed.ask('sources.watched', {})).folders).toEqual([
    { path: folder, state: 'idle', last: null },
  ])
  const again = await casebook.reopen({ watchFolders: true })
  await vi.waitFor(async () => expect((await again.ask('sources.list', {})).total).toBe(2), patience)
  await expect(again.ask('sources.watch', { path: join(folder, 'none') })).rejects.toMatchObject({
    code: 'input.invalid',
  })
}, 40_000)
