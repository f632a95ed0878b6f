import { spawnSync } from 'node:child_process'
import { mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackText } from '../library/packed-text.ts'
import { type ParseOrder, Parser } from './parser.ts'

const request = (text: string): ParseOrder => ({
  name: 'a.txt',
  content: new TextEncoder().encode(text),
  pasted: null,
  options: {},
  label: 'a',
})

test('a file is taken apart in a thread beside the engine', async () => {
  const file = await new Parser().parse(request('Some words of no importance, and a few more of them.'))
  expect(file.articles.map(({ text }) => unpackText(text))).toEqual([
    'Some words of no importance, and a few more of them.',
  ])
})

test('a program whose files are all taken apart can end, though the thread waits for more', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'casebook-'))
  const path = join(folder.path, 'program.mjs')
  const parserFile = JSON.stringify(new URL('parser.ts', import.meta.url).href)
  const program = `
    const { Parser } = await import(${parserFile})
    const content = new TextEncoder().encode('Some words.')
    await new Parser().parse({ name: 'a.txt', content, pasted: null, options: {}, label: 'a' })`
  writeFileSync(path, program)
  const ended = spawnSync(process.execPath, [path], {
    timeout: 60_000,
    encoding: 'utf8',
  })
  expect([ended.stderr, ended.status, ended.signal]).toEqual(['', 0, null])
}, 90_000)

test('a failure keeps its code and its sentence on the way', async () => {
  await expect(new Parser().parse(request(''))).rejects.toMatchObject({
    code: 'source.empty',
    message: 'The file is empty.',
  })
})

test('a thread that hangs, dies or needs too much memory is one failed file; the next one is read', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'casebook-'))
  const worker = join(folder.path, 'worker.mjs')
  writeFileSync(
    worker,
    `import { parentPort } from 'node:worker_threads'
     const hoard = []
     parentPort.on('message', ({ label }) => {
       if (label === 'hang') for (;;) {}
       if (label === 'exit') process.exit(1)
       if (label === 'throw') throw new Error('broken')
       if (label === 'hoard') for (;;) hoard.push(Array.from({ length: 10_000 }, () => ({})))
       parentPort.postMessage({ ok: true, part: { original: {}, isLast: true, format: label, articles: [], failed: [], skipped: [] } })
     })`,
  )
  const parser = new Parser({ milliseconds: 3_000, megabytes: 32 }, worker, 1)
  const outcomes = await Promise.allSettled(
    ['hang', 'fine', 'exit', 'throw', 'hoard', 'fine'].map((label) =>
      parser.parse({ ...request('x'), label }),
    ),
  )
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value.format : one.reason.code))).toEqual([
    'source.timeout',
    'fine',
    'source.damaged',
    'source.damaged',
    'source.too-large',
    'fine',
  ])
})

test('where many files wait a second thread helps, and what one of them breaks on is one failed file', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'casebook-'))
  const worker = join(folder.path, 'worker.mjs')
  writeFileSync(
    worker,
    `import { parentPort, threadId } from 'node:worker_threads'
     parentPort.on('message', ({ label }) => {
       if (label === '70') process.exit(1)
       const part = { original: {}, isLast: true, articles: [], failed: [], skipped: [] }
       parentPort.postMessage({ ok: true, part: { ...part, format: label, sha256: String(threadId) } })
     })`,
  )
  const parser = new Parser(undefined, worker, 2)
  const labels = Array.from({ length: 200 }, (_, at) => `${at}`)
  const outcomes = await Promise.allSettled(
    labels.map((label) => parser.parse({ ...request('x'.repeat(100)), label })),
  )
  const files = outcomes.map((one) => (one.status === 'fulfilled' ? one.value : null))
  expect(files.map((file) => file?.format ?? null)).toEqual(
    labels.map((label) => (label === '70' ? null : label)),
  )
  // Two, and the one that took the place of the one that died.
  expect(new Set(files.map((file) => file?.sha256)).size).toBeGreaterThanOrEqual(3)
})

test('a file of very many articles is read no further than its parts are taken, and is whole for who wants it so', async () => {
  const row = (at: number) => `Report ${at},Ship ${at} left the harbour of Norrel.`
  const content = ['title,text', ...Array.from({ length: 2_000 }, (_, at) => row(at))].join('\n')
  const order = { ...request(content), name: 'a.csv' }
  const parser = new Parser()
  const sizes: number[] = []
  const [taken, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const last = parser.parseInParts(order, async ({ articles, expected }) => {
    expect(expected).toBe(2_000)
    if (sizes.push(articles.length) === 2) taken.resolve()
    await go.promise
  })
  await taken.promise
  expect(sizes).toEqual([512, 512])
  go.resolve()
  expect([(await last).articles.length, sizes]).toEqual([464, [512, 512, 512]])
  expect((await parser.parse(order)).articles).toHaveLength(2_000)
})
