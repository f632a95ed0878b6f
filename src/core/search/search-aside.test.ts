import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plantSources } from '../planted-source.ts'
import { newTestCasebook } from '../test-world.ts'

test('a search in a thread of its own finds the same, what was added a moment ago too, and leaves one whole file', async () => {
  await using casebook = newTestCasebook()
  await plantSources(casebook, ['The envoy arrived.', 'Nobody left.'])
  const here = await casebook.engine.ask('search.run', { query: 'envoy', facets: ['kind'] })
  const engine = await casebook.reopen({ searchAside: true })
  expect(await engine.ask('search.run', { query: 'envoy', facets: ['kind'] })).toEqual(here)
  await engine.ask('entities.add', { type: 'person', name: 'The Envoy' })
  expect((await engine.ask('search.run', { query: 'envoy' })).total).toBe(2)
  await engine.close()
  expect(existsSync(`${casebook.path}-wal`)).toBe(false)
  await casebook.reopen()
})

test('a search that was called off while another one ran is never made', async () => {
  await using casebook = newTestCasebook()
  await plantSources(casebook, ['The envoy arrived.'])
  const engine = await casebook.reopen({ searchAside: true })
  const older = new AbortController()
  const asked = [
    engine.ask('search.run', { query: 'e*' }),
    engine.ask('search.run', { query: 'en*' }, { signal: older.signal }),
    engine.ask('search.run', { query: 'env*' }),
  ]
  older.abort()
  const answers = await Promise.allSettled(asked)
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.total : one.reason.code))).toEqual([
    1,
    'job.cancelled',
    1,
  ])
})

test('a question that fails in the thread fails as it would beside it', async () => {
  await using casebook = newTestCasebook()
  const engine = await casebook.reopen({ searchAside: true })
  await expect(
    engine.ask('search.inSource', { source: 'source_0000000000000000', query: 'a' }),
  ).rejects.toMatchObject({ code: 'source.not-found' })
})

test('a search that is called off while it runs breaks off, and the next one is answered', async () => {
  await using casebook = newTestCasebook()
  await plantSources(
    casebook,
    Array.from({ length: 20 }, (_, at) => `${at} ${'The envoy went on. '.repeat(400)}`),
  )
  const engine = await casebook.reopen({ searchAside: true })
  await engine.ask('search.run', { query: 'envoy', limit: 0 })
  const older = new AbortController()
  const running = engine.ask('search.run', { query: 'envoy' }, { signal: older.signal })
  setTimeout(() => older.abort())
  await expect(running).rejects.toMatchObject({ code: 'job.cancelled' })
  expect((await engine.ask('search.run', { query: 'envoy', limit: 1, passages: 1 })).total).toBe(20)
})

test('a search is answered while an import runs, from what was there before', async () => {
  await using casebook = newTestCasebook()
  await plantSources(casebook, ['The envoy arrived.'])
  const engine = await casebook.reopen({ searchAside: true })
  await engine.ask('search.run', { query: 'envoy' })
  const finished: string[] = []
  const importing = engine
    .ask('sources.import', {
      items: Array.from({ length: 400 }, (_, at) => ({
        kind: 'paste' as const,
        text: `Number ${at}.\n\n${`The envoy spoke for hour ${at}. `.repeat(60)}`,
      })),
    })
    .then(() => finished.push('import'))
  for (let asked = 0; asked < 3; asked += 1) {
    const { total } = await engine.ask('search.run', { query: 'envoy', limit: 1, passages: 1 })
    expect(total).toBeGreaterThan(0)
    finished.push('search')
  }
  await importing
  expect(finished.slice(0, 3)).toEqual(['search', 'search', 'search'])
  expect((await engine.ask('search.run', { query: 'envoy', limit: 1, passages: 1 })).total).toBeGreaterThan(1)
})

test('a list of queries runs in a thread of its own: it tells how far it is, nobody waits for it, and it can be stopped', async () => {
  await using casebook = newTestCasebook()
  await plantSources(
    casebook,
    Array.from({ length: 8 }, (_, at) => `${at} ${'The envoy went on. '.repeat(20)}`),
  )
  const list = Array.from({ length: 12 }, (_, at) => `Number ${at}\tenvoy`).join('\n')
  const here = await casebook.engine.ask('search.runList', { list, passages: 2 })
  const engine = await casebook.reopen({ searchAside: true })
  const told: (string | undefined)[] = []
  const answer = await engine.ask(
    'search.runList',
    { list, passages: 2 },
    { onProgress: ({ label }) => told.push(label) },
  )
  expect(answer).toEqual(here)
  expect(told).toEqual(Array.from({ length: 12 }, (_, at) => `Number ${at}`))
  const stopping = new AbortController()
  const running = engine.ask(
    'search.runList',
    { list },
    { signal: stopping.signal, onProgress: () => stopping.abort() },
  )
  await expect(running).rejects.toMatchObject({ code: 'job.cancelled' })
  expect((await engine.ask('search.run', { query: 'envoy', limit: 1, passages: 1 })).total).toBe(8)
})

test('the table of a list of queries is the same, whichever thread ran it', async () => {
  await using casebook = newTestCasebook()
  await plantSources(casebook, ['The envoy arrived.', 'Nobody left.'])
  const list = 'Who\tenvoy OR nobody\nhow far\n((('
  const table = await casebook.engine.ask('exports.queryTable', { list })
  const engine = await casebook.reopen({ searchAside: true })
  expect(await engine.ask('exports.queryTable', { list })).toEqual(table)
})
