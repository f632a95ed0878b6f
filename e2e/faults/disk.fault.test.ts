import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inventArticle } from './articles.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'

/** Faults of disks, and programs that hold a file, as another program sees them: through the `casebook` command. */

const launch = join(import.meta.dirname, '..', '..', 'src', 'cli', 'launch.mjs')
const oneSentence = /^casebook: [^\n]+\.\n$/

function casebook(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launch, ...args], { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

/** A small disk of its own; null where this user may not make one. */
function newDisk(megabytes: number): (SmallDisk & { path: string }) | null {
  const path = mkdtempSync(join(tmpdir(), 'casebook-disk-'))
  const disk = mountSmallDisk(path, megabytes)
  if (disk === null) {
    rmSync(path, { recursive: true })
    return null
  }
  return {
    ...disk,
    path,
    [Symbol.dispose]: () => {
      disk[Symbol.dispose]()
      rmSync(path, { recursive: true })
    },
  }
}

function articlesIn(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const { name, text } = inventArticle(at)
    const path = join(folder, name)
    // Random letters after each paragraph: what cannot be packed fills a disk.
    writeFileSync(
      path,
      `${text}\n${Array.from({ length: 3_000 }, (_, n) => ((n * 7_919 + at * 104_729) % 99_991).toString(36)).join(' ')}\n`,
    )
    return path
  })
}

test('a disk that runs full ends an import with one sentence, and keeps what was there', (context) => {
  using disk = newDisk(3)
  if (disk === null) return context.skip('a small disk can only be mounted by root on Linux')
  const folder = mkdtempSync(join(tmpdir(), 'casebook-papers-'))
  const file = join(disk.path, 'a.casebook')
  expect(casebook('new', file).code).toBe(0)
  const [first = '', ...others] = articlesIn(folder, 120)
  expect(casebook('import', file, first).code).toBe(0)
  const before = casebook('sources', file, '--json').out
  const full = casebook('import', file, ...others)
  expect(full.code).toBe(1)
  expect(full.err).toMatch(/(?:^|\n)casebook: The disk is full[^\n]*\.\n$/)
  // What was committed before is told: no more and no less than is there.
  const told = full.out.split('\n').filter((line) => line.startsWith('imported')).length
  disk.makeRoom()
  expect(casebook('check', file, '--json')).toMatchObject({
    code: 0,
    out: expect.stringContaining('"ok": true'),
  })
  const after = JSON.parse(casebook('sources', file, '--json').out) as { id: string }[]
  expect(after.map(({ id }) => id)).toEqual(
    expect.arrayContaining((JSON.parse(before) as { id: string }[]).map(({ id }) => id)),
  )
  expect(after).toHaveLength(told + 1)
  rmSync(folder, { recursive: true })
})

test('on a disk without room no casebook is made, and none is half there', (context) => {
  using disk = newDisk(1)
  if (disk === null) return context.skip('a small disk can only be mounted by root on Linux')
  writeFileSync(join(disk.path, 'filler'), Buffer.alloc(900_000))
  const file = join(disk.path, 'a.casebook')
  expect(casebook('new', file)).toEqual({ code: 1, out: '', err: expect.stringMatching(oneSentence) })
  expect(readdirSync(disk.path)).toEqual(['filler'])
})

test('a casebook on a disk that cannot be written is read, and not changed', (context) => {
  using disk = newDisk(3)
  if (disk === null) return context.skip('a small disk can only be mounted by root on Linux')
  const file = join(disk.path, 'a.casebook')
  casebook('new', file)
  disk.makeReadOnly()
  expect(casebook('sources', file, '--json')).toEqual({ code: 0, out: '[]\n', err: '' })
  expect(casebook('undo', file)).toEqual({ code: 2, out: '', err: expect.stringMatching(oneSentence) })
  expect(casebook('check', file).code).toBe(0)
})

test('a second program is told who holds the casebook, and has it as soon as the first is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-held-'))
  const file = join(folder, 'a.casebook')
  casebook('new', file)
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'kill-victim.ts'), file], {
    stdio: 'pipe',
  })
  const said = () =>
    new Promise<string>((resolve) => holder.stdout.once('data', (data) => resolve(String(data))))
  await said()
  holder.stdin.write('go\n')
  await said()
  const refused = casebook('undo', file)
  expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Casebook (to be killed)') })
  expect(refused.err).toContain(`process ${holder.pid}`)
  expect(casebook('sources', file).code).toBe(0)
  const gone = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await gone
  expect(casebook('check', file).code).toBe(0)
  rmSync(folder, { recursive: true })
})
