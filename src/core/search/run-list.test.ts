import { expect, test } from 'vitest'
import { proseFromText } from '#contract/prose.ts'
import { newTestCasebook } from '../test-world.ts'

test('a long list is stopped between two queries, also where they find nothing', async () => {
  await using casebook = newTestCasebook()
  const stop = new AbortController()
  const begun: number[] = []
  const list = Array.from({ length: 500 }, (_, at) => `nothing${at}`).join('\n')
  const run = casebook.engine.ask(
    'search.runList',
    { list },
    {
      signal: stop.signal,
      onProgress: ({ done }) => {
        begun.push(done)
        stop.abort()
      },
    },
  )
  await expect(run).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(begun.length).toBeLessThan(500)
})

test('what a list finds in marks and notes tells where in its source they stand', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const text = 'Talks began on Monday.\n\nThe envoy left for Damascus.'
  await engine.ask('sources.import', { items: [{ kind: 'paste', text }] })
  const [{ id: source } = fail()] = (await engine.ask('sources.list', {})).items
  const start = (await engine.ask('sources.read', { id: source })).text.indexOf('The envoy')
  const mark = { start, end: start + 'The envoy'.length }
  await engine.ask('highlights.add', {
    source,
    spans: [mark],
    note: proseFromText('Ask the ministry.'),
    tags: ['doubtful'],
  })
  const { queries } = await engine.ask('search.runList', {
    list: 'envoy in:highlights\nministry\ntag:doubtful in:highlights\nmonday',
  })
  const place = { ...mark, quote: 'The envoy' }
  expect(queries.map(({ passages }) => passages)).toMatchObject([
    [{ kind: 'highlight', source, passage: { quote: 'envoy' }, mark: place }],
    [{ kind: 'note', source, passage: { quote: 'ministry' }, mark: place }],
    [{ kind: 'highlight', source, passage: null, mark: place }],
    [{ kind: 'source', source, passage: { quote: 'Monday' }, mark: null }],
  ])
})

function fail(): never {
  throw new Error('the text was not imported')
}
