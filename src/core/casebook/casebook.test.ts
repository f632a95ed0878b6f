import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { EngineEvent } from '#contract/engine.ts'
import { openCasebook, openOptions } from '../engine.ts'
import { newTestCasebook, stillOutside } from '../test-world.ts'
import { Casebook } from './casebook.ts'
import { applicationId, migrate, openForWriting } from './file.ts'
import { formatVersion } from './migrations/migrations.ts'

const newPath = () => join(mkdtempSync(join(tmpdir(), 'casebook-')), 'a.casebook')
const options = openOptions({ outside: stillOutside() })

function set(casebook: Casebook, name: string, value: string): void {
  casebook.record('casebook.set', (tx) => {
    tx.store.run('INSERT INTO settings (name, value) VALUES (?, ?)', name, value)
    tx.describe(`Set ${name}`)
  })
}

test('a closed casebook is one file, whole by itself', () => {
  const path = newPath()
  const casebook = Casebook.create(path, options)
  set(casebook, 'a', 'b')
  casebook.close()
  expect(readdirSync(join(path, '..'))).toEqual(['a.casebook'])
  const bytes = readFileSync(path)
  expect(bytes.readUInt32BE(68)).toBe(applicationId)
  // Offsets 18 and 19 of the header: 1 is a file that needs no log beside it.
  expect([bytes[18], bytes[19]]).toEqual([1, 1])
})

test('an acknowledged write is on the disk: synchronous is FULL, the log is a WAL', () => {
  const casebook = Casebook.create(newPath(), options)
  expect(casebook.store.db.pragma('synchronous', { simple: true })).toBe(2)
  expect(casebook.store.db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(casebook.store.db.pragma('foreign_keys', { simple: true })).toBe(1)
  casebook.close()
})

test('every table is strict', () => {
  const casebook = Casebook.create(newPath(), options)
  const loose = casebook.store.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
     AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
  expect(loose.filter(({ name }) => !name.startsWith('search_index'))).toEqual([])
  casebook.close()
})

test('a casebook of a newer program is refused by name, and left byte for byte as it was', () => {
  const path = newPath()
  Casebook.create(path, options).close()
  const db = new Database(path)
  db.pragma('user_version = 999')
  db.close()
  const before = readFileSync(path)
  expect(() => Casebook.open(path, options)).toThrow(
    `${path} was made by a newer Casebook (format 999; this one knows ${formatVersion}). It was left as it is: open it with the newer program.`,
  )
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(join(path, '..'))).toEqual(['a.casebook'])
})

test.each([
  ['an empty file', ''],
  ['a text', 'Ceci n’est pas un casebook. '.repeat(10)],
  ['half a header', 'SQLite format 3\0'],
])('%s is not a casebook, and stays as it is', (_what, content) => {
  const path = newPath()
  writeFileSync(path, content)
  expect(() => Casebook.open(path, options)).toThrow(`${path} is not a casebook.`)
  expect(readFileSync(path, 'utf8')).toBe(content)
})

test('another program’s database and a folder are not casebooks', () => {
  const path = newPath()
  const db = new Database(path)
  db.exec('CREATE TABLE a (b)')
  db.close()
  expect(() => Casebook.open(path, options)).toThrow('is not a casebook')
  expect(() => Casebook.open(join(path, '..'), options)).toThrow('is not a casebook')
})

test('a damaged casebook is told as one', () => {
  const path = newPath()
  const casebook = Casebook.create(path, options)
  for (let at = 0; at < 200; at++) set(casebook, `name ${at}`, 'x'.repeat(500))
  casebook.close()
  const bytes = readFileSync(path)
  writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]))
  expect(() => Casebook.open(path, options)).toThrow(expect.objectContaining({ code: 'casebook.damaged' }))
})

test('before an old file becomes a new one, a copy is kept', () => {
  const path = newPath()
  const old = openForWriting(path)
  migrate(old, path, 1)
  old.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run('date-order', 'dmy')
  old.close()
  const before = readFileSync(path)
  const casebook = Casebook.open(path, options)
  expect(casebook.store.all('SELECT name, value FROM settings')).toEqual([
    { name: 'date-order', value: 'dmy' },
  ])
  expect(casebook.store.value('SELECT * FROM pragma_user_version')).toBe(formatVersion)
  casebook.close()
  const copies = readdirSync(join(path, '..')).filter((name) => name.endsWith('.bak'))
  expect(copies).toEqual(formatVersion === 1 ? [] : ['a.casebook.format-1.bak'])
  for (const copy of copies) expect(readFileSync(join(path, '..', copy)).equals(before)).toBe(true)
})

test('a full disk is told in a sentence, and nothing is half saved', () => {
  const casebook = Casebook.create(newPath(), options)
  set(casebook, 'a', 'b')
  const events: EngineEvent[] = []
  casebook.onEvent((event) => events.push(event))
  // SQLite answers SQLITE_FULL for a file that may not grow, as it does for a full disk.
  casebook.store.db.pragma(
    `max_page_count = ${String(casebook.store.db.pragma('page_count', { simple: true }))}`,
  )
  expect(() => set(casebook, 'large', 'x'.repeat(1_000_000))).toThrow(
    expect.objectContaining({
      code: 'disk.full',
      message: expect.stringMatching(/^The disk is full: nothing more was saved/),
    }),
  )
  expect(events).toEqual([
    { name: 'casebook.saveFailed', message: expect.stringContaining('The disk is full') },
  ])
  casebook.store.db.pragma('max_page_count = 1073741823')
  set(casebook, 'c', 'd')
  expect(casebook.store.all('SELECT name FROM settings')).toEqual([{ name: 'a' }, { name: 'c' }])
  expect(casebook.undo(2).map(({ title }) => title)).toEqual(['Set c', 'Set a'])
  casebook.close()
})

test('a program that was killed leaves no stale lock, and nothing it acknowledged is lost', async () => {
  const path = newPath()
  const script = `
    const { Casebook } = await import('./src/core/casebook/casebook.ts')
    const { openOptions } = await import('./src/core/engine.ts')
    const { stillOutside } = await import('./src/core/test-world.ts')
    const casebook = Casebook.create(process.argv[1], openOptions({ outside: stillOutside('Casebook (killed)') }))
    casebook.record('casebook.set', (tx) => {
      tx.store.run("INSERT INTO settings (name, value) VALUES ('a', 'b')")
    })
    console.log('saved')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, path], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  expect(() => Casebook.open(path, options)).toThrow(/held by Casebook \(killed\) on .* \(process \d+/)
  const reader = Casebook.open(path, { ...options, readOnly: true })
  expect(reader.file.heldBy).toMatchObject({ program: 'Casebook (killed)', pid: child.pid })
  reader.close()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const casebook = Casebook.open(path, options)
  expect(casebook.store.all('SELECT name, value FROM settings')).toEqual([{ name: 'a', value: 'b' }])
  casebook.close()
})

test('a backup is made while the file is in use, and opens by itself', async () => {
  await using casebook = newTestCasebook()
  await casebook.engine.ask('casebook.set', { name: 'a', value: 'b' })
  const to = join(casebook.folder, 'copy.casebook')
  const { bytes } = await casebook.engine.ask('casebook.backup', { to })
  expect(bytes).toBe(readFileSync(to).length)
  await casebook.engine.ask('casebook.set', { name: 'a', value: 'c' })
  const copy = openCasebook(to, options)
  expect((await copy.ask('casebook.settings', {})).settings).toEqual({ a: 'b' })
  await copy.close()
  await expect(casebook.engine.ask('casebook.backup', { to })).rejects.toMatchObject({
    code: 'casebook.exists',
  })
  const nowhere = join(casebook.folder, 'none', 'copy.casebook')
  await expect(casebook.engine.ask('casebook.backup', { to: nowhere })).rejects.toMatchObject({
    code: 'disk.failed',
  })
})

test('a copy of an open casebook is a casebook of its own', () => {
  const path = newPath()
  const casebook = Casebook.create(path, options)
  const copy = `${path}.2`
  copyFileSync(path, copy)
  Casebook.open(copy, options).close()
  casebook.close()
})
