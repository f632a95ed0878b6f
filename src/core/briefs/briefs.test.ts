import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import type { HighlightId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import { newTestCasebook } from '../test-world.ts'

const article = `Ferry Talks Resume in Port Selden

By Mara Quill

Harbour officials said on Monday that the ferry would sail again. “We are peeling an onion,” one of them said.

A second boat is expected in spring.`

/** A casebook with one article and two marks: on "the ferry would sail again" and on "A second boat". */
async function newCited() {
  const casebook = newTestCasebook()
  const { engine } = casebook
  const { imported } = await engine.ask('sources.import', { items: [{ kind: 'paste', text: article }] })
  const source = imported[0]?.id
  if (source === undefined) throw new Error('the article was not imported')
  const mark = async (quote: string) => {
    const start = article.indexOf(quote)
    return (await engine.ask('highlights.add', { source, spans: [{ start, end: start + quote.length }] })).id
  }
  return {
    casebook,
    engine,
    source,
    ferry: await mark('the ferry would sail again'),
    boat: await mark('A second boat'),
  }
}

const citing = (...highlights: HighlightId[]): Prose => ({
  version: 1,
  blocks: highlights.map((highlight) => ({
    kind: 'paragraph',
    inlines: [
      { kind: 'text', text: 'It sails.' },
      { kind: 'citation', highlight },
    ],
  })),
})

test('a citation leads back to the passage, its source and the words round it', async () => {
  const { casebook, engine, source, ferry } = await newCited()
  await using _ = casebook
  const { id } = await engine.ask('briefs.add', { title: 'Ferries', prose: citing(ferry) })
  const { items } = await engine.ask('briefs.citations', { id })
  expect(items).toMatchObject([
    { state: 'found', highlight: ferry, source, quote: 'the ferry would sail again' },
  ])
  const [one] = items
  if (one?.state !== 'found') throw new Error('the citation is missing')
  const { text } = await engine.ask('sources.read', { id: source })
  expect(text.slice(one.start, one.end)).toBe(one.quote)
  expect(text).toContain(one.before + one.quote + one.after)
})

test('a citation whose highlight was deleted says that it is missing, and is whole again after undo', async () => {
  const { casebook, engine, ferry } = await newCited()
  await using _ = casebook
  const { id } = await engine.ask('briefs.add', { title: 'Ferries', prose: citing(ferry) })
  await engine.ask('highlights.delete', { ids: [ferry] })
  expect((await engine.ask('briefs.citations', { id })).items).toEqual([
    { state: 'missing', highlight: ferry },
  ])
  await engine.ask('casebook.undo', {})
  expect((await engine.ask('briefs.citations', { id })).items).toMatchObject([{ state: 'found' }])
})

test('Markdown becomes prose, its first heading the title, [@highlight] a citation', async () => {
  const { casebook, engine, ferry, boat } = await newCited()
  await using _ = casebook
  const markdown = `# Ferries\n\n## What is *known*\n\nThe ferry\nsails [@${ferry}]. Two boats [@${ferry}; @${boat}].\n\n> the ferry would sail again [@${ferry}]\n\n- one\n  1. inner\n- two **bold** \`code\`\n\n[a link](https://example.org)`
  const brief = await engine.ask('briefs.addMarkdown', { markdown })
  expect(brief).toMatchObject({ title: 'Ferries', citations: 2 })
  expect(brief.prose.blocks).toEqual([
    {
      kind: 'heading',
      level: 2,
      inlines: [
        { kind: 'text', text: 'What is ' },
        { kind: 'text', text: 'known', marks: ['italic'] },
      ],
    },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'The ferry sails ' },
        { kind: 'citation', highlight: ferry },
        { kind: 'text', text: '. Two boats ' },
        { kind: 'citation', highlight: ferry },
        { kind: 'citation', highlight: boat },
        { kind: 'text', text: '.' },
      ],
    },
    {
      kind: 'quote',
      inlines: [
        { kind: 'text', text: 'the ferry would sail again ' },
        { kind: 'citation', highlight: ferry },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        {
          inlines: [{ kind: 'text', text: 'one' }],
          list: { kind: 'list', ordered: true, items: [{ inlines: [{ kind: 'text', text: 'inner' }] }] },
        },
        {
          inlines: [
            { kind: 'text', text: 'two ' },
            { kind: 'text', text: 'bold', marks: ['bold'] },
            { kind: 'text', text: ' ' },
            { kind: 'text', text: 'code', marks: ['code'] },
          ],
        },
      ],
    },
    { kind: 'paragraph', inlines: [{ kind: 'link', href: 'https://example.org', text: 'a link' }] },
  ])
})

test('Markdown that cites an unknown highlight is refused, and nothing is added', async () => {
  await using casebook = newTestCasebook()
  const asked = casebook.engine.ask('briefs.addMarkdown', { markdown: 'It sails [@highlight_00000000].' })
  await expect(asked).rejects.toMatchObject({
    code: 'brief.unknown-citation',
    message: expect.stringContaining('highlight_00000000'),
  })
  expect((await casebook.engine.ask('briefs.list', {})).items).toEqual([])
})

test('typing on in a brief is one step of history, renaming another', async () => {
  await using casebook = newTestCasebook()
  const { engine, outside } = casebook
  const { id } = await engine.ask('briefs.add', { title: '  ' })
  const write = (text: string) =>
    engine.ask('briefs.change', {
      id,
      set: { prose: { version: 1, blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }] } },
    })
  await write('The')
  outside.pass(500)
  await write('The ferry')
  await write('The ferry')
  await engine.ask('briefs.change', { id, set: { title: 'Ferries' } })
  expect(await titles(engine)).toEqual([
    'Renamed the brief “Untitled brief” to “Ferries”',
    'Edited the brief “Untitled brief”',
    'Began the brief “Untitled brief”',
  ])
  await engine.ask('casebook.undo', { steps: 2 })
  expect(await engine.ask('briefs.get', { id })).toMatchObject({ title: 'Untitled brief', words: 0 })
})

const titles = async (engine: Engine) =>
  (await engine.ask('casebook.history', {})).steps.map(({ title }) => title)
