import { expect, test } from 'vitest'
import { proseFromText } from '#contract/prose.ts'
import { casebookWith, exported, importing, text } from './test-world.ts'

test('a highlight becomes an annotation that counts in code points', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const envoy = await casebook.engine.ask('entities.add', {
    type: 'person',
    name: 'Envoy',
    iri: 'https://example.org/envoy',
  })
  const start = text.indexOf('The envoy')
  const { id } = await casebook.engine.ask('highlights.add', {
    source,
    spans: [{ start, end: start + 9 }],
    tags: ['talks'],
    note: proseFromText('Who?'),
    type: 'type_fact',
    entities: [envoy.id],
  })
  const page = await exported(casebook.engine)
  expect(page['@context']).toBe('http://www.w3.org/ns/anno.jsonld')
  expect(page.items).toEqual([
    {
      id: `urn:casebook:${id}`,
      type: 'Annotation',
      motivation: ['identifying', 'classifying', 'tagging', 'commenting'],
      created: '2026-01-05T09:00:00.000Z',
      body: [
        {
          type: 'SpecificResource',
          purpose: 'identifying',
          source: 'https://example.org/envoy',
          label: 'Envoy',
        },
        { type: 'TextualBody', purpose: 'classifying', value: 'person' },
        {
          type: 'SpecificResource',
          purpose: 'classifying',
          source: 'urn:casebook:type_fact',
          label: 'Fact',
          styleClass: 'green solid',
        },
        { type: 'TextualBody', purpose: 'tagging', value: 'talks' },
        { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'Who?' },
      ],
      target: {
        source: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'The envoy',
            prefix: text.slice(0, start),
            suffix: expect.stringMatching(/^ arrived on Monday\.\nCaption/),
          },
          { type: 'TextPositionSelector', start: start - 1, end: start + 8 },
        ],
      },
    },
  ])
})

test('what Casebook has no word for comes back as it was, and changes are said beside it', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const annotation = {
    id: 'https://example.org/a1',
    type: 'Annotation',
    motivation: ['commenting', 'assessing'],
    creator: { type: 'Person', name: 'A. Reader' },
    rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
    created: '2025-11-07T10:49:00.000Z',
    modified: '2025-11-08T10:49:00.000Z',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'kept', creator: 'https://example.org/me' },
      { type: 'TextualBody', purpose: 'tagging', value: 'dropped', creator: 'https://example.org/me' },
      { type: 'TextualBody', purpose: 'assessing', value: '4' },
      { type: 'TextualBody', purpose: 'commenting', value: 'Doubtful', language: 'en' },
      { type: 'Video', id: 'https://example.org/v.mp4' },
    ],
    target: {
      source,
      renderedVia: 'https://example.org/reader',
      selector: [
        { type: 'TextQuoteSelector', exact: 'Nobody' },
        { type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p[3]' } },
      ],
    },
  }
  await importing(casebook.engine, annotation)
  const [back] = (await exported(casebook.engine)).items
  const { target, ...rest } = annotation
  expect(back).toMatchObject(rest)
  expect(back?.['target']).toMatchObject({
    renderedVia: target.renderedVia,
    selector: [
      { exact: 'Nobody' },
      { type: 'TextPositionSelector' },
      { type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p[3]' } },
    ],
  })
  const [highlight] = (await casebook.engine.ask('highlights.list', {})).items
  expect(highlight).toMatchObject({ created: annotation.created, changed: annotation.modified })
  if (highlight === undefined) return
  await casebook.engine.ask('highlights.change', {
    ids: [highlight.id],
    set: {},
    addTags: ['new'],
    removeTags: ['dropped'],
  })
  const [changed] = (await exported(casebook.engine)).items
  expect(changed?.['body']).toEqual([
    annotation.body[0],
    annotation.body[2],
    annotation.body[3],
    annotation.body[4],
    { type: 'TextualBody', purpose: 'tagging', value: 'new' },
  ])
})

test('what targets and selectors say beside the words comes back with the words that it was said of', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const annotation = {
    type: 'Annotation',
    target: [
      {
        source: { id: source, format: 'text/plain' },
        styleClass: 'last',
        selector: {
          type: 'FragmentSelector',
          value: 'p=3',
          refinedBy: { type: 'TextQuoteSelector', exact: 'Nobody', 'ex:weight': 3 },
        },
      },
      {
        source,
        styleClass: 'first',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Talks', 'ex:seen': 'twice' },
          { type: 'TextPositionSelector', start: 0, end: 5, 'ex:by': 'hand' },
        ],
      },
    ],
  }
  await importing(casebook.engine, annotation)
  const [back] = (await exported(casebook.engine)).items
  expect(back?.['target']).toMatchObject([
    {
      styleClass: 'first',
      selector: [
        { exact: 'Talks', 'ex:seen': 'twice' },
        { start: 0, end: 5, 'ex:by': 'hand' },
      ],
    },
    {
      source: { id: expect.stringMatching(/^sha256:/), format: 'text/plain' },
      styleClass: 'last',
      selector: [
        { type: 'TextQuoteSelector', exact: 'Nobody' },
        { type: 'TextPositionSelector' },
        { type: 'FragmentSelector', refinedBy: { exact: 'Nobody', 'ex:weight': 3 } },
      ],
    },
  ])
  expect(await importing(casebook.engine, [back])).toMatchObject({ unchanged: 1, refused: [] })
})

test('marks with gaps and types of one’s own travel to another casebook', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const type = await casebook.engine.ask('highlights.addType', {
    name: 'Map',
    colour: 'teal',
    underline: 'wavy',
    key: 5,
  })
  const spans = [
    { start: 0, end: 5 },
    { start: 9, end: 16 },
  ]
  await casebook.engine.ask('highlights.add', { source, spans, type: type.id })
  const page = await exported(casebook.engine)
  await casebook.engine.ask('casebook.undo', { steps: 2 })
  expect(await importing(casebook.engine, page)).toEqual({
    added: 1,
    unchanged: 0,
    different: [],
    refused: [],
  })
  const { items } = await casebook.engine.ask('highlights.list', {})
  expect(items[0]?.passages).toMatchObject(spans)
  const types = (await casebook.engine.ask('highlights.types', {})).items
  expect(types.find(({ id }) => id === items[0]?.type)).toMatchObject({
    name: 'Map',
    colour: 'teal',
    underline: 'wavy',
  })
})
