import { expect, test } from 'vitest'
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
