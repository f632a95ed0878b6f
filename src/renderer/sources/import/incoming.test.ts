import { expect, test } from 'vitest'
import type { ImportReport } from '#contract/importing.ts'
import type { Ask } from '../../session/session.tsx'
import { type Incoming, importAll, incomingToRetry } from './incoming.ts'

const empty: ImportReport = {
  imported: [],
  duplicates: [],
  versions: [],
  possibleVersions: [],
  failed: [],
  skipped: [],
  cancelled: false,
}
const megabytes = (name: string, size: number): Incoming => ({
  kind: 'file',
  name,
  file: new File([new Uint8Array(size * 1024 * 1024)], name),
})

test('files whose bytes travel go in portions, and come back as one report', async () => {
  const portions: number[] = []
  // Only imports are asked for here.
  const ask = ((_name: string, input: { items: { name: string }[] }) => {
    portions.push(input.items.length)
    const failed = input.items.map(({ name }) => ({ path: name, code: 'source.binary', message: 'No text' }))
    return Promise.resolve({ ...empty, failed })
  }) as unknown as Ask
  const files = ['a', 'b', 'c'].map((name) => megabytes(name, 10))
  const report = await importAll(files, { ask, signal: new AbortController().signal, onProgress: () => {} })
  expect(portions).toEqual([2, 1])
  expect(report.failed.map(({ path }) => path)).toEqual(['a', 'b', 'c'])
})

test('a portion is not begun once the analyst has stopped', async () => {
  const abort = new AbortController()
  const ask = (() => {
    abort.abort()
    return Promise.resolve(empty)
  }) as unknown as Ask
  const files = ['a', 'b'].map((name) => megabytes(name, 20))
  const report = await importAll(files, { ask, signal: abort.signal, onProgress: () => {} })
  expect(report.cancelled).toBe(true)
})

test('only what failed is handed in again, a file of a folder by its own path', () => {
  const file = megabytes('letter.pdf', 0)
  const incoming: Incoming[] = [file, { kind: 'path', path: '/articles' }]
  const failed = ['letter.pdf', '/articles/scan.pdf'].map((path) => ({
    path,
    code: 'source.unreadable' as const,
    message: 'Not readable',
  }))
  expect(incomingToRetry(incoming, { ...empty, failed })).toEqual([
    file,
    { kind: 'path', path: '/articles/scan.pdf' },
  ])
})
