import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { newTestCasebook, type TestCasebook } from '../../test-world.ts'

const czech =
  'Vláda schválila přílohu\n\nBy Jan Novák\n03/04/2025\n\nVláda schválila půlhodinu, řekl ministr. Přílohu dostane každý čtenář zítra večer.\n\nThe agreement was signed in Prague on Monday by all seven ministers of the region.\n'

/** Two letters of `čtenář` in the wrong encoding: not one of them is left when they are read rightly. */
const unreadable = 'бш'

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
  const { encodings } = await engine.ask('sources.readings', { id })
  expect(encodings?.[0]?.sample).toContain('Vláda schválila přílohu')
  const options = { encoding: encodings?.[0]?.name ?? '', dateOrder: 'dmy' as const }
  expect(await engine.ask('sources.reread', { id, options })).toEqual({
    items: [{ id, textChanged: true, version: null }],
    highlights: [],
    warnings: [],
  })
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
  expect(await engine.ask('sources.reread', { id, options })).toMatchObject({
    items: [{ id, textChanged: false, version: null }],
  })
  const source = await engine.ask('sources.find', { what: id })
  expect([source.title, source.published]).toEqual(['The annex', '2025-03-04'])
  expect((await engine.ask('sources.list', { sort: 'published' })).items[0]?.published).toBe('2025-03-04')
})

test('where marks stand, what is read now is a newer version: the old words stay, and the marks come along', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const id = await importWrongly(casebook)
  await engine.ask('sources.edit', { ids: [id], set: { publisher: 'The Annex' } })
  const before = await engine.ask('sources.read', { id })
  const at = before.text.indexOf('signed in Prague')
  const plain = await engine.ask('highlights.add', {
    source: id,
    spans: [{ start: at, end: at + 26 }],
  })
  const lost = before.text.indexOf(unreadable)
  const wrong = await engine.ask('highlights.add', { source: id, spans: [{ start: lost, end: lost + 2 }] })
  const marked = await engine.ask('sources.read', { id })
  const steps = (await engine.ask('casebook.history', {})).steps.length
  const again = await engine.ask('sources.reread', { id, options: { encoding: 'windows-1250' } })
  const version = again.items[0]?.version ?? 'source_none'
  expect(again.items).toEqual([{ id, textChanged: true, version }])
  expect(again.highlights.map((one) => [one.highlight, one.outcome])).toEqual([
    [wrong.id, 'orphan'],
    [plain.id, expect.stringMatching(/exact|moved/)],
  ])
  expect((await engine.ask('casebook.history', {})).steps).toHaveLength(steps + 1)
  const now = await engine.ask('sources.read', { id: version })
  expect([now.text, now.source.publisher, now.source.replaces, now.source.sha256]).toEqual([
    czech,
    'The Annex',
    id,
    before.source.sha256,
  ])
  const old = await engine.ask('sources.read', { id })
  expect([old.text, old.source.replacedBy]).toEqual([before.text, version])
  const { items } = await engine.ask('highlights.list', { source: version })
  expect(items.map((one) => one.passages[0]?.quote)).toEqual(['signed in Prague on Monday'])
  expect((await engine.ask('highlights.outcomes', { source: version, toReview: true })).total).toBe(1)
  // The name means the newest reading, and the same file brought in once more is that one.
  expect((await engine.ask('sources.find', { what: 'vlada.txt' })).id).toBe(version)
  expect(await engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
  await engine.ask('casebook.undo', {})
  expect(await engine.ask('sources.read', { id })).toEqual(marked)
  expect((await engine.ask('sources.list', {})).total).toBe(1)
})

test('a second wrong guess loses no mark: those that it could not keep come from the words before it', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const id = await importWrongly(casebook)
  const lost = (await engine.ask('sources.read', { id })).text.indexOf(unreadable)
  const mark = await engine.ask('highlights.add', { source: id, spans: [{ start: lost, end: lost + 2 }] })
  const worse = await engine.ask('sources.reread', { id, options: { encoding: 'windows-1252' } })
  expect(worse.highlights).toMatchObject([{ highlight: mark.id, outcome: 'orphan' }])
  // Asked of the first reading: the last one is what is read again.
  const back = await engine.ask('sources.reread', { id, options: { encoding: 'windows-1251' } })
  expect(back.items).toMatchObject([{ id: worse.items[0]?.version, textChanged: true }])
  expect(back.highlights).toMatchObject([{ highlight: mark.id, outcome: 'exact' }])
  const { items } = await engine.ask('sources.versions', { id })
  expect(items.map((one) => one.id)).toEqual([id, worse.items[0]?.version, back.items[0]?.version])
})

const rows =
  'headline,content,summary\nOne harbour,"The harbour was closed at noon, they say.",Short one\nTwo ships,"Two ships were seen at night, they say.",Short two\n'

test('all rows of a table are read again with other columns, as one step', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const bytes = new TextEncoder().encode(rows)
  const { imported } = await engine.ask('sources.import', {
    items: [{ kind: 'bytes', name: 'rows.csv', bytes }],
    options: { columns: { summary: 'text', content: 'none' } },
  })
  const [one, two] = imported.map((source) => source.id)
  if (one === undefined || two === undefined) throw new Error('two rows are needed')
  await engine.ask('highlights.add', { source: two, spans: [{ start: 0, end: 5 }] })
  const { table, others } = await engine.ask('sources.readings', { id: one })
  expect(others).toBe(1)
  expect(table?.columns.map(({ name, field }) => [name, field])).toContainEqual(['content', 'text'])
  const columns = { content: 'text', summary: 'none' } as const
  const again = await engine.ask('sources.reread', { id: one, options: { columns }, wholeFile: true })
  const version = again.items[1]?.version ?? 'source_none'
  expect(again.items).toEqual([
    { id: one, textChanged: true, version: null },
    { id: two, textChanged: true, version },
  ])
  expect((await engine.ask('sources.read', { id: one })).text).toContain('closed at noon')
  expect((await engine.ask('sources.read', { id: version })).text).toContain('seen at night')
  await engine.ask('casebook.undo', {})
  expect((await engine.ask('sources.read', { id: one })).text).toContain('Short one')
  expect((await engine.ask('sources.versions', { id: two })).items).toHaveLength(1)
})

test('what was pasted were characters already: no encoding is offered', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await casebook.engine.ask('sources.import', {
    items: [{ kind: 'paste', text: 'Příloha' }],
  })
  const id = imported[0]?.id ?? 'source_none'
  expect(await casebook.engine.ask('sources.readings', { id })).toEqual({
    encodings: null,
    table: null,
    others: 0,
  })
})
