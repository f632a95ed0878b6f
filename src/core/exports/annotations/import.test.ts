import { expect, test } from 'vitest'
import { proseFromText } from '#contract/prose.ts'
import { newTestCasebook } from '../../test-world.ts'
import { casebookWith, exported, importing, quoting, text } from './test-world.ts'

test('importing the same again changes nothing, with identifiers or without', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const annotations = [
    { ...quoting(source, 'Nobody'), id: 'urn:example:1' },
    quoting(source, 'Nobody'),
    { ...quoting(source, 'Talks'), body: { type: 'TextualBody', purpose: 'tagging', value: 'a / b' } },
  ]
  expect(await importing(casebook.engine, annotations)).toEqual({
    added: 3,
    unchanged: 0,
    different: [],
    refused: [],
  })
  expect(await importing(casebook.engine, annotations)).toEqual({
    added: 0,
    unchanged: 3,
    different: [],
    refused: [],
  })
  expect(await importing(casebook.engine, await exported(casebook.engine))).toEqual({
    added: 0,
    unchanged: 3,
    different: [],
    refused: [],
  })
  const { steps } = await casebook.engine.ask('casebook.history', {})
  expect(steps.map(({ title }) => title)).toEqual(['Imported 3 annotations'])
})

test('what is here already and says something else now is told, and left as it is', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const annotation = {
    ...quoting(source, 'Talks'),
    id: 'urn:example:1',
    body: { type: 'TextualBody', purpose: 'commenting', value: 'As it was.' },
  }
  await importing(casebook.engine, [annotation])
  const edited = { ...annotation, body: { ...annotation.body, value: 'As it is now.' } }
  const elsewhere = { ...annotation, ...quoting(source, 'resumed') }
  const [before] = (await casebook.engine.ask('highlights.list', { source })).items
  for (const other of [edited, elsewhere]) {
    expect(await importing(casebook.engine, [quoting(source, 'Nobody'), other])).toMatchObject({
      different: [{ index: 1, highlight: before?.id }],
      refused: [],
    })
  }
  const { items } = await casebook.engine.ask('highlights.list', { source })
  expect(items.find(({ id }) => id === before?.id)).toEqual(before)
})

test('a web page is known by its address, whatever way the address was come by', async () => {
  await using casebook = newTestCasebook()
  const page = (name: string, url: string) => ({
    kind: 'bytes' as const,
    name,
    bytes: new TextEncoder().encode(
      `<html><head><title>${name}</title><link rel="canonical" href="${url}"></head>` +
        `<body><article><h1>${name}</h1><p>Talks resumed on ${name}. ${'The envoy said so. '.repeat(20)}</p></article></body></html>`,
    ),
  })
  await casebook.engine.ask('sources.import', {
    items: [
      page('Monday', 'https://www.example.org/news/monday/?id=7'),
      page('Tuesday', 'https://www.example.org/news/monday?id=8'),
    ],
  })
  const speaking = (source: string) => quoting(source, 'Talks resumed')
  const same = [
    'http://example.org/news/monday?id=7',
    'https://example.org/news/monday/?utm_source=letter&id=7#part-2',
    'https://WWW.example.org/news/monday?fbclid=x&id=7',
  ]
  const report = await importing(casebook.engine, [
    ...same.map((address, at) => ({ ...speaking(address), id: `urn:example:${at}` })),
    speaking('https://example.org/news/'),
  ])
  expect(report).toMatchObject({ added: 3, refused: [{ index: 3, code: 'annotation.unknown-source' }] })
  const { items } = await casebook.engine.ask('sources.list', {})
  const monday = items.find(({ title }) => title === 'Monday')
  const { items: marks } = await casebook.engine.ask('highlights.list', { source: monday?.id })
  expect(marks).toHaveLength(3)
})

test('the quote decides, the position is a hint', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const repeated = 'The envoy arrived on Monday.'
  const second = text.lastIndexOf(repeated)
  const at = (start: number, exact: string) => ({
    target: {
      source,
      selector: [
        { type: 'TextPositionSelector', start, end: start + exact.length },
        { type: 'TextQuoteSelector', exact },
      ],
    },
  })
  const report = await importing(casebook.engine, [
    at(7, 'Nobody confirmed'),
    at(second - 1, repeated),
    { ...quoting(source, repeated, { prefix: 'resumed. ' }) },
    { ...quoting(source, repeated, { prefix: 'nothing like it', suffix: ' (Photo' }) },
    { target: { source, selector: { type: 'TextPositionSelector', start: 0, end: 7 } } },
    quoting(source, 'Nobody confirmed “it”', { prefix: 'quite other words ' }),
  ])
  expect(report).toEqual({ added: 6, unchanged: 0, different: [], refused: [] })
  const { items } = await casebook.engine.ask('highlights.list', {})
  expect(items.map(({ passages: [one] }) => [one?.start, one?.quote])).toEqual([
    [0, 'Talks 🕊'],
    [text.indexOf(repeated), repeated],
    [second, repeated],
    [second, repeated],
    [text.indexOf('Nobody'), 'Nobody confirmed'],
    [text.indexOf('Nobody'), 'Nobody confirmed “it”'],
  ])
})

test('what cannot be placed is refused one by one, with the reason', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const entity = { type: 'SpecificResource', purpose: 'identifying', source: 'urn:x:1', label: 'Nobody' }
  const report = await importing(casebook.engine, [
    { ...quoting(source, 'Nobody'), body: entity },
    { ...quoting(source, 'Somebody'), body: { ...entity, source: 'urn:x:2' } },
    quoting(source, 'The envoy arrived'),
    quoting('sha256:0000', 'Nobody'),
    'no annotation',
    { type: 'Annotation', body: 'urn:x:3' },
    { type: 'Annotation', target: source },
    quoting(source, ''),
    { target: { source, selector: { type: 'RangeSelector' } } },
    { target: { source, selector: { type: 'TextPositionSelector', start: 3, end: 9_999 } } },
    { target: { source, selector: { type: 'TextPositionSelector', start: 3, end: 3 } } },
    quoting(source, '\ud83d'),
    quoting(source, 'The envoy arrived on Monday.', { prefix: 'elsewhere ' }),
    { type: 'Annotation', references: ['urn:x:4'], target: { source } },
  ])
  expect(report.added).toBe(1)
  expect(report.refused.map(({ index, code }) => [index, code])).toEqual([
    [1, 'annotation.quote-not-found'],
    [2, 'annotation.quote-ambiguous'],
    [3, 'annotation.unknown-source'],
    [4, 'annotation.invalid'],
    [5, 'annotation.invalid'],
    [6, 'annotation.invalid'],
    [7, 'annotation.invalid'],
    [8, 'annotation.invalid'],
    [9, 'highlight.outside'],
    [10, 'annotation.invalid'],
    [11, 'input.invalid'],
    [12, 'annotation.quote-ambiguous'],
    [13, 'annotation.invalid'],
  ])
  const messages = report.refused.map(({ message }) => message)
  expect(messages).toContain('Its quote stands 2 times in this source, and nothing tells which is meant.')
  expect(messages).toContain('It is about the whole source: only annotations of a passage can be kept.')
  expect(messages.at(-1)).toBe(
    'It is a reply to another annotation: only what is said of a passage can be kept.',
  )
  const { items } = await casebook.engine.ask('entities.list', {})
  expect(items.map(({ iri, name, type }) => [iri, name, type])).toEqual([['urn:x:1', 'Nobody', 'other']])
})

test('a file that holds no annotations is refused as a whole', async () => {
  const { casebook } = await casebookWith(text)
  await using _ = casebook
  for (const content of ['', '{', '{"a": 1}', '7', 'null'])
    await expect(casebook.engine.ask('exports.importAnnotations', { content })).rejects.toMatchObject({
      code: 'annotation.invalid',
    })
})

test('an entity is known by its identifier, and made where it is not known', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const known = await casebook.engine.ask('entities.add', {
    type: 'person',
    name: 'The envoy',
    iri: 'https://example.org/envoy',
  })
  await importing(casebook.engine, [
    {
      ...quoting(source, 'Nobody'),
      body: [
        { type: 'SpecificResource', purpose: 'identifying', source: known.iri, label: 'Another spelling' },
        { type: 'TextualBody', purpose: 'classifying', value: 'PERSON' },
        {
          type: 'SpecificResource',
          purpose: 'identifying',
          source: { id: 'urn:x:kalin' },
          label: 'S. Kalin',
        },
        { type: 'TextualBody', purpose: 'classifying', value: 'ORG' },
      ],
    },
    { ...quoting(source, 'Talks'), motivation: 'oa:identifying', body: 'http://example.org/Peace_talks' },
  ])
  const { items } = await casebook.engine.ask('entities.list', {})
  expect(items.map(({ name, type, mentions }) => [name, type, mentions])).toEqual([
    ['Peace talks', 'other', 1],
    ['S. Kalin', 'organisation', 1],
    ['The envoy', 'person', 1],
  ])
})

test('annotations come one by one, in lists, pages, collections, and as Hypothesis gives them', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const one = (exact: string) => quoting(source, exact)
  expect(await importing(casebook.engine, one('Talks'))).toMatchObject({ added: 1 })
  expect(await importing(casebook.engine, [one('Talks'), one('resumed')])).toMatchObject({
    added: 1,
    unchanged: 1,
  })
  expect(await importing(casebook.engine, { type: 'AnnotationPage', items: [one('Nobody')] })).toMatchObject({
    added: 1,
  })
  const collection = {
    type: 'AnnotationCollection',
    first: { type: 'AnnotationPage', items: [one('Photo')] },
  }
  expect(await importing(casebook.engine, collection)).toMatchObject({ added: 1 })
  const row = {
    id: 'oKxwTp-jEe6',
    created: '2025-11-07T10:49:12.123456+00:00',
    updated: '2025-11-07T10:49:12.123456+00:00',
    user: 'acct:reader@hypothes.is',
    uri: source,
    text: 'A note',
    tags: ['one', 'two'],
    group: '__world__',
    target: [
      {
        source: 'https://example.org/other',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]' },
          { type: 'TextPositionSelector', start: 900, end: 907 },
          { type: 'TextQuoteSelector', exact: 'Caption', prefix: 'x', suffix: 'y' },
        ],
      },
    ],
  }
  expect(await importing(casebook.engine, { total: 1, rows: [row] })).toEqual({
    added: 1,
    unchanged: 0,
    different: [],
    refused: [],
  })
  expect(await importing(casebook.engine, { annotations: [row] })).toMatchObject({ unchanged: 1 })
  const back = (await exported(casebook.engine)).items.find((item) => item['user'] === row.user)
  expect(back).toMatchObject({ id: 'https://hypothes.is/a/oKxwTp-jEe6', group: '__world__' })
  const { items } = await casebook.engine.ask('highlights.list', { tag: 'two' })
  expect(items[0]).toMatchObject({ tags: ['one', 'two'], note: proseFromText('A note') })
})
