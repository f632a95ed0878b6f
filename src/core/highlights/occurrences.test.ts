import { expect, test } from 'vitest'
import { plantSources } from '../planted-source.ts'
import { newTestCasebook } from '../test-world.ts'

test('every occurrence of the words is shown first, then marked as one step', async () => {
  await using casebook = newTestCasebook()
  const sources = await plantSources(casebook, [
    'Ahmad al-Sharaa spoke. Later al‑Sharaa’s office denied it; the al-Sharaas did not.',
    'Nothing here.',
    'AL-SHARAA again, and al-sharaa.',
  ])
  const [first] = sources
  if (first === undefined) throw new Error('no source was planted')
  const marked = await casebook.engine.ask('highlights.add', {
    source: first,
    spans: [{ start: 6, end: 15 }],
  })
  const inOne = await casebook.engine.ask('highlights.occurrences', { words: 'al-Sharaa', source: first })
  expect(inOne.items.map(({ quote, highlight }) => [quote, highlight])).toEqual([
    ['al-Sharaa', marked.id],
    ['al‑Sharaa’s', null],
  ])
  const { items, total } = await casebook.engine.ask('highlights.occurrences', { words: 'al-Sharaa' })
  expect(total).toBe(4)
  for (const { context, quoteAt, quote } of items)
    expect(context.slice(quoteAt, quoteAt + quote.length)).toBe(quote)
  const places = items.map(({ source, start, end }) => ({ source, start, end }))
  const done = await casebook.engine.ask('highlights.addMany', { places, tags: ['name'] })
  expect(done).toMatchObject({ added: 3 })
  expect(done.highlights).toContain(marked.id)
  expect((await casebook.engine.ask('casebook.history', {})).steps[0]?.title).toBe('Highlighted 3 passages')
  await casebook.engine.ask('casebook.undo', {})
  expect((await casebook.engine.ask('highlights.list', {})).items).toEqual([marked])
  expect(await casebook.engine.ask('highlights.occurrences', { words: ' … ' })).toEqual({
    total: 0,
    items: [],
  })
})
