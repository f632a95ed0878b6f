import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newFolder, run } from './test-terminal.ts'

test('wrong usage ends with 2 and says what is wanted', async () => {
  expect(await run('frobnicate')).toMatchObject({
    code: 2,
    err: expect.stringContaining("unknown command 'frobnicate'"),
  })
  expect(await run('undo', 'x.casebook', '--steps', 'many')).toMatchObject({
    code: 2,
    err: expect.stringContaining('A whole number'),
  })
  expect(await run('sources')).toMatchObject({
    code: 2,
    err: expect.stringContaining("missing required argument 'FILE'"),
  })
})

test('help ends with 0', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('annotate') })
})

test('a file that is missing, or no casebook, is told in one sentence', async () => {
  using folder = newFolder()
  const none = folder.at('none.casebook')
  expect(await run('history', none)).toEqual({
    code: 2,
    out: '',
    err: `casebook: There is no casebook at ${none}.\n`,
  })
  const text = folder.at('text.casebook')
  writeFileSync(text, 'not a database')
  expect(await run('history', text)).toEqual({
    code: 2,
    out: '',
    err: `casebook: ${text} is not a casebook.\n`,
  })
})

test('a new casebook is made once, and never over another file', async () => {
  using folder = newFolder()
  const file = folder.at('a.casebook')
  expect(await run('new', file)).toMatchObject({ code: 0 })
  expect(existsSync(`${file}.lock`)).toBe(false)
  expect(await run('new', file)).toMatchObject({ code: 2, err: expect.stringContaining('exists already') })
  expect(await run('history', file, '--json')).toEqual({ code: 0, out: '[]\n', err: '' })
  expect(await run('undo', file)).toMatchObject({ code: 2, err: 'casebook: There is nothing to undo.\n' })
})
