import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { newTestCasebook, type TestCasebook } from '../test-world.ts'

const czech =
  'Vláda schválila přílohu\n\nBy Jan Novák\n03/04/2025\n\nVláda schválila půlhodinu, řekl ministr. Přílohu dostane každý čtenář zítra večer.\n'

async function importWrongly({ engine }: TestCasebook) {
  const bytes = new Uint8Array(iconv.encode(czech, 'windows-1250'))
  const { imported } = await engine.ask('sources.import', {
    items: [{ kind: 'bytes', name: 'vlada.txt', bytes }],
    fileOptions: { 'vlada.txt': { encoding: 'windows-1251' } },
    options: { dateOrder: 'dmy' },
  })
  const id = imported[0]?.id
  if (id === undefined) throw new Error('nothing was imported')
  return id
}

test('a wrong encoding is put right from the original, and undone', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const id = await importWrongly(casebook)
  const before = await engine.ask('sources.read', { id })
  expect(before.text).not.toBe(czech)
  const { encodings } = await engine.ask('sources.encodings', { id })
  expect(encodings?.[0]?.sample).toContain('Vláda schválila přílohu')
  const options = { encoding: encodings?.[0]?.name ?? '', dateOrder: 'dmy' as const }
  expect(await engine.ask('sources.reread', { id, options })).toEqual({ textChanged: true, warnings: [] })
  const after = await engine.ask('sources.read', { id })
  expect([after.text, after.source.title, after.source.author]).toEqual([
    czech,
    'Vláda schválila přílohu',
    'Jan Novák',
  ])
  expect((await engine.ask('search.run', { query: 'přílohu' })).total).toBe(1)
  await engine.ask('casebook.undo', {})
  expect(await engine.ask('sources.read', { id })).toEqual(before)
})

test('another order of dates changes the date, and not what was corrected by hand', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const id = await importWrongly(casebook)
  await engine.ask('sources.edit', { ids: [id], set: { title: 'The annex' } })
  const options = { encoding: 'windows-1251', dateOrder: 'mdy' as const }
  expect(await engine.ask('sources.reread', { id, options })).toMatchObject({ textChanged: false })
  const source = await engine.ask('sources.find', { what: id })
  expect([source.title, source.published]).toEqual(['The annex', '2025-03-04'])
  expect((await engine.ask('sources.list', { sort: 'published' })).items[0]?.published).toBe('2025-03-04')
})

test('words on which highlights stand are not replaced', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const id = await importWrongly(casebook)
  await engine.ask('highlights.add', { source: id, spans: [{ start: 0, end: 5 }] })
  await expect(
    engine.ask('sources.reread', { id, options: { encoding: 'windows-1250' } }),
  ).rejects.toMatchObject({ code: 'highlight.outside', about: { highlights: 1 } })
})

test('what was pasted were characters already: no encoding is offered', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await casebook.engine.ask('sources.import', {
    items: [{ kind: 'paste', text: 'Příloha' }],
  })
  const id = imported[0]?.id ?? 'source_none'
  expect(await casebook.engine.ask('sources.encodings', { id })).toEqual({ encodings: null })
})
