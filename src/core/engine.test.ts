import { expect, test } from 'vitest'
import { newTestCasebook } from './test-world.ts'

test('a setting is saved, undone, redone, and survives a restart', async () => {
  await using casebook = newTestCasebook()
  const settings = async () => (await casebook.engine.ask('casebook.settings', {})).settings
  await casebook.engine.ask('casebook.set', { name: 'date-order', value: 'dmy' })
  await casebook.engine.ask('casebook.set', { name: 'date-order', value: 'mdy' })
  await casebook.reopen()
  expect(await settings()).toEqual({ 'date-order': 'mdy' })
  await casebook.engine.ask('casebook.undo', {})
  expect(await settings()).toEqual({ 'date-order': 'dmy' })
  await casebook.engine.ask('casebook.undo', {})
  expect(await settings()).toEqual({})
  await casebook.reopen()
  await casebook.engine.ask('casebook.redo', { steps: 2 })
  expect(await settings()).toEqual({ 'date-order': 'mdy' })
  const { steps } = await casebook.engine.ask('casebook.history', {})
  expect(steps.map(({ title, state }) => [title, state])).toEqual([
    ['Set date-order', 'done'],
    ['Set date-order', 'done'],
  ])
})

test('what is asked wrongly is refused by name', async () => {
  await using casebook = newTestCasebook()
  await expect(casebook.engine.ask('casebook.undo', { steps: -1 })).rejects.toMatchObject({
    code: 'input.invalid',
  })
  await expect(casebook.engine.ask('casebook.undo', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('a second program is told who holds the casebook, and can read it', async () => {
  await using casebook = newTestCasebook()
  const { openCasebook } = await import('./engine.ts')
  expect(() => openCasebook(casebook.path, { outside: casebook.outside })).toThrow(
    /held by Casebook \(test\) on .* \(process \d+, since 2026-01-05T09:00:00.000Z\)/,
  )
  const reader = openCasebook(casebook.path, { outside: casebook.outside, readOnly: true })
  expect((await reader.ask('casebook.info', {})).readOnly).toBe(true)
  await expect(reader.ask('casebook.set', { name: 'a', value: 'b' })).rejects.toMatchObject({
    code: 'casebook.read-only',
  })
  await reader.close()
})
