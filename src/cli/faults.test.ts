import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { openCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { answer, newFolder, run } from './test-terminal.ts'

/** Bad input: one plain sentence each, the right exit code, nothing half done, and the rest of the batch goes on. */

interface Report {
  readonly imported: readonly { readonly path: string }[]
  readonly failed: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
}

const oneSentence = /^casebook: [^\n]+\.\n$/
const good = 'Harbour closed\n\nThe harbour was closed on Monday.\n'
const isRoot = process.getuid?.() === 0
const isWindows = process.platform === 'win32'

test('files that cannot be read are told one by one, and the rest of the folder comes in', async () => {
  using folder = newFolder()
  const [file, papers] = [folder.at('a.casebook'), folder.at('papers')]
  mkdirSync(papers)
  writeFileSync(folder.at('papers', 'good.txt'), good)
  writeFileSync(folder.at('papers', 'empty.txt'), '')
  writeFileSync(folder.at('papers', 'blank.txt'), ' \n\t\n')
  writeFileSync(
    folder.at('papers', 'binary.txt'),
    Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7) % 32),
  )
  writeFileSync(folder.at('papers', 'picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  writeFileSync(folder.at('papers', 'enormous.txt'), '')
  // A hole: three gigabytes that nobody has written.
  truncateSync(folder.at('papers', 'enormous.txt'), 3 * 1024 ** 3)
  await run('new', file)

  const report = await answer<Report>(3, 'import', file, papers, folder.at('missing.txt'))
  expect(report.imported.map(({ path }) => basename(path))).toEqual(['good.txt'])
  expect(Object.fromEntries(report.failed.map(({ path, code }) => [basename(path), code]))).toEqual({
    'binary.txt': 'source.binary',
    'blank.txt': 'source.empty',
    'empty.txt': 'source.empty',
    'enormous.txt': 'source.too-large',
    'missing.txt': 'source.unreadable',
    'picture.txt': 'source.unsupported',
  })
  for (const { message } of report.failed) expect(message).toMatch(/^[A-Z][^\n]+\.$/)
  expect(await answer(0, 'check', file)).toEqual({ ok: true, problems: [] })
  expect(await answer(2, 'import', file, folder.at('papers', 'empty.txt'))).toMatchObject({ imported: [] })
})

test('text in another encoding comes in as its letters, and an encoding that does not exist is told', async () => {
  using folder = newFolder()
  const [file, text] = [folder.at('a.casebook'), folder.at('cp1251.txt')]
  writeFileSync(text, Buffer.from('cff0e8e2e5f22c20ecbcf0210a', 'hex'))
  await run('new', file)
  const refused = await answer<Report>(2, 'import', file, text, '--encoding', 'klingon')
  expect(refused.failed).toMatchObject([
    { code: 'source.encoding', message: expect.stringContaining('klingon') },
  ])
  await answer(0, 'import', file, text, '--encoding', 'windows-1251')
  expect((await answer<{ text: string }>(0, 'show', file, text)).text).toContain('Привет')
})

test.skipIf(isWindows)('loops of links and pipes are passed over, each with its reason', async () => {
  using folder = newFolder()
  const [file, papers] = [folder.at('a.casebook'), folder.at('papers')]
  mkdirSync(folder.at('papers', 'inner'), { recursive: true })
  writeFileSync(folder.at('papers', 'inner', 'good.txt'), good)
  symlinkSync('..', folder.at('papers', 'inner', 'back'))
  symlinkSync('itself', folder.at('papers', 'itself'))
  execFileSync('mkfifo', [folder.at('papers', 'pipe')])
  await run('new', file)
  const report = await answer<Report>(0, 'import', file, papers)
  expect(report.imported.map(({ path }) => basename(path))).toEqual(['good.txt'])
  expect(report.skipped.map(({ path, reason }) => [basename(path), reason])).toEqual(
    [
      ['back', 'a link'],
      ['pipe', 'a pipe'],
      ['itself', 'a link'],
    ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
  const named = await answer<Report>(2, 'import', file, folder.at('papers', 'itself'))
  expect(named.failed).toMatchObject([
    { code: 'source.unreadable', message: 'This link leads back to itself.' },
  ])
})

test.skipIf(isRoot || isWindows)(
  'a file and a folder without permission are told (not as root, who may read everything)',
  async () => {
    using folder = newFolder()
    const [file, closed] = [folder.at('a.casebook'), folder.at('papers', 'closed.txt')]
    mkdirSync(folder.at('papers', 'locked'), { recursive: true })
    writeFileSync(closed, good)
    writeFileSync(folder.at('papers', 'good.txt'), good)
    chmodSync(closed, 0)
    chmodSync(folder.at('papers', 'locked'), 0)
    await run('new', file)
    const report = await answer<Report>(3, 'import', file, folder.at('papers'))
    chmodSync(folder.at('papers', 'locked'), 0o700)
    expect(report.imported).toHaveLength(1)
    expect(report.failed.map(({ code }) => code)).toEqual(['source.unreadable', 'source.unreadable'])
  },
)

test.skipIf(isRoot || isWindows)(
  'a casebook without permission to write can be read (not as root)',
  async () => {
    using folder = newFolder()
    const file = folder.at('a.casebook')
    await run('new', file)
    chmodSync(file, 0o400)
    expect(await run('undo', file)).toMatchObject({ code: 2, err: expect.stringMatching(oneSentence) })
    expect(await run('sources', file, '--json')).toEqual({ code: 0, out: '[]\n', err: '' })
  },
)

test('a query with unbalanced quotes finds what it can and says what was amiss', async () => {
  using folder = newFolder()
  const [file, text] = [folder.at('a.casebook'), folder.at('good.txt')]
  writeFileSync(text, good)
  await run('new', file)
  await run('import', file, text)
  for (const query of ['"harbour was', 'harbour AND (closed', ') ( "', '"'])
    expect(await answer(0, 'search', file, query)).toMatchObject({
      query,
      message: expect.stringMatching(/\w/),
    })
  expect(await answer(0, 'search', file, '"harbour was')).toMatchObject({ total: 1 })
})

test('a casebook of a newer program is refused by name and left byte for byte as it was', async () => {
  using folder = newFolder()
  const file = folder.at('a.casebook')
  await run('new', file)
  const bytes = readFileSync(file)
  bytes.writeUInt32BE(9_999, 60)
  writeFileSync(file, bytes)
  for (const args of [
    ['sources', file],
    ['undo', file],
    ['check', file],
    ['import', file, folder.at('x.txt')],
  ])
    expect(await run(...args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/newer Casebook/),
    })
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(readdirSync(folder.at())).toEqual(['a.casebook'])
})

test('what is no casebook is told, whatever it is', async () => {
  using folder = newFolder()
  writeFileSync(folder.at('empty.casebook'), '')
  mkdirSync(folder.at('folder.casebook'))
  for (const name of ['empty.casebook', 'folder.casebook', 'missing.casebook'])
    for (const command of ['sources', 'undo'])
      expect(await run(command, folder.at(name))).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(oneSentence),
      })
  expect(await run('new', folder.at('no', 'such', 'folder.casebook'))).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(oneSentence),
  })
  expect(readdirSync(folder.at()).toSorted()).toEqual(['empty.casebook', 'folder.casebook'])
})

test('a casebook that another program holds can be read, and says who holds it', async () => {
  using folder = newFolder()
  const [file, text] = [folder.at('a.casebook'), folder.at('good.txt')]
  writeFileSync(text, good)
  await run('new', file)
  const other = openCasebook(file, { outside: realOutside('Casebook (desktop)') })
  expect(await run('import', file, text)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/held by Casebook \(desktop\)/),
  })
  expect(await answer(0, 'sources', file)).toEqual([])
  await other.close()
  await answer(0, 'import', file, text)
})

test('what a killed program left beside a casebook it was making is in nobody’s way', async () => {
  using folder = newFolder()
  const file = folder.at('a.casebook')
  writeFileSync(`${file}.part`, 'half a file')
  expect(await run('new', file)).toMatchObject({ code: 0 })
  expect(readdirSync(folder.at())).toEqual(['a.casebook'])
  expect(await answer(0, 'check', file)).toEqual({ ok: true, problems: [] })
})
