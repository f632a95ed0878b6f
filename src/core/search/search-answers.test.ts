import { expect, test } from 'vitest'
import { listNames } from './list-names.ts'
import { searchedCasebook } from './test-casebook.ts'

function dispute() {
  const casebook = searchedCasebook()
  casebook.addSource({
    title: 'Talks begin',
    text:
      'Prime Minister Netanyahu spoke of settlements. Nothing else was said that day. '.repeat(6) +
      'Netanyahu met the envoy in Hama.',
    publisher: 'Axios',
    published: '2025-06-30',
  })
  casebook.addSource({
    title: 'Envoy arrives',
    text: 'The envoy arrived in Damascus, Netanyahu said.',
    publisher: 'Reuters',
    published: '2025-06-02',
  })
  casebook.addSource({
    title: 'Envoy leaves',
    text: 'The envoy left. Officials denied that the report was wrong.',
    publisher: 'Axios',
    published: '2024-02',
  })
  return casebook
}

test('a long word that nothing has is answered by the one that it almost is, and the answer says so', () => {
  using casebook = dispute()
  const answer = casebook.search('Netanyahoo')
  expect(answer).toMatchObject({
    total: 2,
    instead: 'netanyahu',
    message: 'Nothing has “Netanyahoo”. These have “netanyahu”.',
  })
  expect(answer.suggestions).toEqual([])
})

test('a short word, a plural and a phrase are never put right unasked, only offered', () => {
  using casebook = dispute()
  for (const [query, offered] of [
    ['Hamas', 'hama'],
    ['settlement', 'settlements'],
    ['"Netanyahoo"', 'netanyahu'],
  ] as const) {
    expect(casebook.search(query), query).toMatchObject({
      total: 0,
      instead: null,
      suggestions: [{ kind: 'spelling', query: offered, total: offered === 'netanyahu' ? 2 : 1 }],
    })
  }
})

test('a question is answered by what has most of its words', () => {
  using casebook = dispute()
  const { hits, message } = casebook.search('who denied the report')
  expect(hits.map(({ title }) => title)).toEqual(['Envoy leaves'])
  expect(message).toMatch(/Read as a question/)
  expect(casebook.search('WHO denied the report').message).toBeNull()
})

test('words that stand together nowhere are offered one by one', () => {
  using casebook = dispute()
  expect(casebook.search('settlements Damascus denied').suggestions).toEqual([
    { kind: 'any-word', query: 'settlements OR damascus OR denied', total: 3 },
  ])
})

test('facets count all hits, whatever the page', () => {
  using casebook = dispute()
  const { facets, total } = casebook.search('envoy', {
    limit: 1,
    facets: ['publisher', 'month', 'kind', 'tag'],
  })
  expect({ facets, total }).toEqual({
    total: 3,
    facets: {
      publisher: [
        { value: 'Axios', count: 2, query: 'publisher:="Axios"' },
        { value: 'Reuters', count: 1, query: 'publisher:="Reuters"' },
      ],
      month: [
        { value: '2025-06', count: 2, query: 'published:2025-06' },
        { value: '2024-02', count: 1, query: 'published:2024-02' },
      ],
      kind: [{ value: 'source', count: 3, query: 'in:source' }],
      tag: [],
    },
  })
})

test('the list can be in the order of dates or titles, and goes on as far as there is something', () => {
  using casebook = dispute()
  const titles = (more: object) => casebook.search('envoy', more).hits.map(({ title }) => title)
  expect(titles({ sort: 'newest' })).toEqual(['Talks begin', 'Envoy arrives', 'Envoy leaves'])
  expect(titles({ sort: 'oldest' })).toEqual(['Envoy leaves', 'Envoy arrives', 'Talks begin'])
  expect(titles({ sort: 'title' })).toEqual(['Envoy arrives', 'Envoy leaves', 'Talks begin'])
  expect([0, 1, 2, 3].flatMap((offset) => titles({ offset, limit: 1 }))).toEqual(titles({}))
})

test('a hit says why it was found, and an explained query what it was understood as', () => {
  using casebook = dispute()
  const { hits, explained } = casebook.search('envoy arriv* -publisher:axios', { explain: true })
  expect(hits.map(({ why }) => why)).toEqual([
    [
      { part: 'envoy', matches: 1, inTitle: true },
      { part: 'arriv*', matches: 1, inTitle: true },
    ],
  ])
  expect(explained).toEqual([
    { part: 'envoy', meaning: 'the word “envoy”', total: 3 },
    { part: 'arriv*', meaning: 'words that begin with “arriv”', total: 1 },
    { part: '-publisher:axios', meaning: 'not the word “axios” as publisher', total: 2 },
  ])
})

test('of the passages the one with most of the words comes first', () => {
  using casebook = dispute()
  const hit = casebook
    .search('Netanyahu envoy', { passages: 2 })
    .hits.find(({ title }) => title === 'Talks begin')
  expect(hit?.matches).toBe(8)
  expect(hit?.passages.map(({ snippet }) => snippet.includes('met the envoy'))).toEqual([true, false])
})

test('words near each other, in any order, and words with slips are found and marked', () => {
  using casebook = dispute()
  expect(casebook.titles('"damascus envoy"~2')).toEqual(['Envoy arrives'])
  expect(casebook.titles('"damascus envoy"~1')).toEqual([])
  const [near] = casebook.search('"damascus envoy"~2').hits
  expect(near?.passages.map(({ text }) => text)).toEqual(['envoy', 'Damascus'])
  expect(casebook.search('Damascas~1').hits[0]?.passages.map(({ text }) => text)).toEqual(['Damascus'])
})

test('NEAR takes words, phrases, beginnings and alternatives on both sides', () => {
  using casebook = dispute()
  expect(casebook.titles('damascus NEAR/2 envoy')).toEqual(casebook.titles('"damascus envoy"~2'))
  expect(casebook.titles('damascus NEAR/1 envoy')).toEqual([])
  expect(casebook.titles('NEAR(damascus envoy, 2)')).toEqual(['Envoy arrives'])
  expect(casebook.titles('damas* NEAR/2 (minister OR env*)')).toEqual(['Envoy arrives'])
  expect(casebook.titles('envoy -damascus NEAR envoy')).not.toContain('Envoy arrives')
  expect(casebook.search('damas* NEAR/2 envoy').hits[0]?.passages.map(({ text }) => text)).toEqual([
    'envoy',
    'Damascus',
  ])
})

test('a NEAR that holds for nothing is told where it stands', () => {
  using casebook = dispute()
  expect(casebook.search('NEAR envoy').message).toMatch(/missing beside NEAR at character 1\./)
  expect(casebook.search('envoy NEAR').message).toMatch(/missing beside NEAR at character 7\./)
  expect(casebook.search('title:envoy NEAR pact').message).toMatch(
    /NEAR at character 13 stands between words/,
  )
  expect(casebook.search('NEAR(envoy)').message).toMatch(/NEAR at character 1 stands between words/)
})

test('fields of every kind choose among sources', () => {
  using casebook = dispute()
  expect(casebook.titles('text:arrived')).toEqual(['Envoy arrives'])
  expect(casebook.titles('text:arrives')).toEqual([])
  expect(casebook.titles('has:date source:leaves')).toEqual(['Envoy leaves'])
  expect(casebook.titles('envoy -has:publisher')).toEqual([])
  expect(casebook.titles('imported:2026-01 in:sources title:talks')).toEqual(['Talks begin'])
  expect(casebook.search('grade:>=B2')).toMatchObject({ total: 0, message: null })
  expect(casebook.search('grade:Z9').message).toMatch(/Z9 is no grade \(at character 7\)/)
  expect(casebook.search('title:').message).toMatch(/directly behind title: at character 1/)
  expect(casebook.search('has:moustache').message).toMatch(/one of these is meant/)
})

test('a name of an entity in the query is offered in all its spellings, beside the other words', () => {
  using casebook = dispute()
  casebook.casebook.record('test', (tx) => {
    const entity = tx.store.run(
      `INSERT INTO entities (id, type, name, iri, created, changed) VALUES ('entity_01', 'person', 'The Envoy', 'urn:1', '', '')`,
    ).key
    const highlight = tx.store.run(
      `INSERT INTO highlights (id, source, created, changed) VALUES ('highlight_01', 2, '', '')`,
    ).key
    tx.store.run(
      `INSERT INTO passages (highlight, source, ordinal, start, end, quote, prefix, suffix) VALUES (?, 2, 0, 0, 9, 'The envoy', '', '')`,
      highlight,
    )
    tx.store.run(`INSERT INTO entity_links (highlight, entity, created) VALUES (?, ?, '')`, highlight, entity)
  })
  const offers = (query: string) => casebook.search(query).suggestions.filter(({ kind }) => kind === 'entity')
  expect(offers('the envoy')).toMatchObject([{ query: 'entity:"the envoy"', total: 2 }])
  expect(offers('Damascus “the envoy”')).toEqual([])
  expect(offers('the envoy Damascus')).toEqual([
    { kind: 'entity', query: 'entity:"the envoy" AND (damascus)', total: 1 },
  ])
})

test('every name is listed, so that a few letters can find it', () => {
  using casebook = dispute()
  expect(
    listNames(casebook.casebook, { kinds: ['source', 'tag'] }).items.map(({ kind, name }) => [kind, name]),
  ).toEqual([
    ['source', 'Envoy arrives'],
    ['source', 'Envoy leaves'],
    ['source', 'Talks begin'],
  ])
})

test('a slip inside a phrase, in a short word, or two slips beside another word are offered put right', () => {
  using casebook = dispute()
  const offered = (query: string) =>
    casebook
      .search(query)
      .suggestions.filter(({ kind }) => kind === 'spelling')
      .map(({ query, total }) => `${query} ${total}`)
  expect(offered('"the envvoy left"')).toEqual(['"the envoy left" 1'])
  expect(offered('envoy lft')).toEqual(['envoy left 1'])
  expect(offered('enovi left')).toEqual(['envoy left 1'])
  // Nothing was spelt so that it stands beside the other word.
  expect(offered('settlements lft')).toEqual([])
})

test('a field that does not exist, a value that is none and a range that ends before it begins are told apart', () => {
  using casebook = dispute()
  const told = (query: string) => casebook.search(query).message ?? ''
  expect(told('publised:2025')).toMatch(/^There is no field publised: \(at character 1\): write published:/)
  expect(told('envoy language:en')).toMatch(/at character 7\): write lang:/)
  expect(told('moustache:yes')).toMatch(/the fields are publisher, author/)
  expect(told('published:2025-09..2025-06')).toMatch(/ends before it begins \(at character 11\)/)
  expect(told('published:soon')).toMatch(/^soon is no date or range/)
})

test('days, slips and what something has are told as one says them', () => {
  using casebook = dispute()
  const meaning = (query: string) =>
    casebook.search(query, { explain: true }).explained.map((part) => part.meaning)
  expect(meaning('published:2025-06-02 published:<2025-07 published:2025-06.. published:2025')).toEqual([
    'published on 2025-06-02',
    'published until 2025-06-30',
    'published from 2025-06-01 on',
    'published from 2025-01-01 to 2025-12-31',
  ])
  const without = { facet: 'kind', value: 'entity', exclude: true } as const
  expect(
    casebook.search('envoy', { explain: true, filters: [without] }).explained.map((part) => part.meaning),
  ).toEqual(['the word “envoy”', 'not among the entities'])
  expect(meaning('envoi~1 has:note -has:entity')).toEqual([
    'the word “envoi” with up to 1 typing slip',
    'with a note',
    'without an entity',
  ])
})

test('a source is named by its file too, and a language in words', () => {
  using casebook = dispute()
  expect(casebook.titles('source:"talks begin"')).toEqual(['Talks begin'])
  casebook.addSource({
    title: null,
    label: '002_c2a0_cable.txt',
    text: 'The envoy wired home.',
    language: 'en',
  })
  expect(casebook.titles('source:c2a0')).toEqual(['002_c2a0_cable.txt'])
  expect(casebook.titles('source:"c2a0 cab*"')).toEqual(['002_c2a0_cable.txt'])
  expect(casebook.titles('source:cable wired lang:English')).toEqual(['002_c2a0_cable.txt'])
  expect(casebook.titles('source:able')).toEqual([])
})
