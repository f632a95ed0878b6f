import { expect, test } from 'vitest'
import { LONG } from '../index/long-texts.ts'
import { searchedCasebook } from '../test-casebook.ts'

const filler = 'The ministry of the interior said that trade went on as before. '
const long = filler.repeat(Math.ceil((LONG * 2) / filler.length))

test('who asks again about a long text gets the same answer', () => {
  using casebook = searchedCasebook()
  casebook.addSource({
    title: 'Trade',
    text: `${long} The envoy left. ${long} The envoy came back to the ministry.`,
  })
  for (const query of ['ministry', 'envoy ministry', '"the envoy" NEAR/4 ministry', 'text:env*', 'minstry~1'])
    for (const passages of [1, 3]) {
      const first = casebook.search(query, { passages })
      expect(first.hits[0]?.matches, query).toBeGreaterThan(0)
      expect(casebook.search(query, { passages }), query).toEqual(first)
    }
})

test('what was found in a long text goes with it', () => {
  using casebook = searchedCasebook()
  casebook.addSource({ title: 'Trade', text: `${long} The envoy left.` })
  const search = () => casebook.search('envoy', { passages: 3 }).hits[0]
  expect(search()).toMatchObject({ matches: 1, why: [{ inTitle: false }] })
  casebook.casebook.record('test', (tx) => {
    tx.store.run(`UPDATE text_chunks SET chunk = replace(chunk, 'The envoy left.', 'Envoy to envoy.')`)
    tx.store.run(`UPDATE sources SET title = 'The envoy of trade'`)
  })
  expect(search()).toMatchObject({ matches: 2, why: [{ inTitle: true }] })
  casebook.casebook.record('test', (tx) => {
    tx.store.run(
      'UPDATE sources SET zones = ?',
      JSON.stringify([{ kind: 'boilerplate', start: 0, end: 640 }]),
    )
  })
  expect(search()).toMatchObject({ matches: 2 })
})

test('marks and what is said about a long text are looked up each time', () => {
  using casebook = searchedCasebook()
  casebook.addSource({ text: `${long} The envoy left Damascus.`, dateline: 'Damascus' })
  const search = () => casebook.search('dateline:damascus', { passages: 3 }).hits[0]?.matches
  expect(search()).toBe(0)
  const start = long.length + ' The envoy left '.length
  casebook.casebook.record('test', (tx) => {
    const evidence = { dateline: { span: { start, end: start + 'Damascus'.length } } }
    tx.store.run('UPDATE sources SET evidence = ?', JSON.stringify(evidence))
  })
  expect(search()).toBe(1)
})
