import { expect, test } from 'vitest'
import { type Prose, proseFromText } from '#contract/prose.ts'
import { casebookWith, exported, importing, quoting, text } from './test-world.ts'

test('a note keeps its form, and its links to what is here', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const entity = await casebook.engine.ask('entities.add', { type: 'person', name: 'Envoy' })
  const cited = await casebook.engine.ask('highlights.add', { source, spans: [{ start: 0, end: 5 }] })
  const note: Prose = {
    version: 1,
    blocks: [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: 'Open <questions>' }] },
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'Who is ' },
          { kind: 'entity', entity: entity.id, text: 'the envoy' },
          { kind: 'text', text: '? See ', marks: ['bold', 'italic'] },
          { kind: 'citation', highlight: cited.id },
          { kind: 'break' },
          { kind: 'link', href: 'https://example.org/?a=1&b=2', text: 'here' },
          { kind: 'source', source, text: 'the source' },
        ],
      },
      { kind: 'quote', inlines: [{ kind: 'text', text: 'it' }] },
      {
        kind: 'list',
        ordered: true,
        items: [
          {
            inlines: [{ kind: 'text', text: 'one' }],
            list: { kind: 'list', ordered: false, items: [{ inlines: [{ kind: 'text', text: 'inner' }] }] },
          },
        ],
      },
    ],
  }
  const { id } = await casebook.engine.ask('highlights.add', { source, spans: [{ start: 2, end: 9 }], note })
  const page = await exported(casebook.engine)
  await casebook.engine.ask('highlights.delete', { ids: [id] })
  expect(await importing(casebook.engine, page)).toMatchObject({ added: 1, unchanged: 1 })
  const { items } = await casebook.engine.ask('highlights.list', {})
  expect(items[1]?.note).toEqual(note)
})

test('a script in a note is dropped, and its link leads nowhere', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const value = '<script>alert(1)</script><p onclick="x()">Words <a href="javascript:alert(1)">here</a></p>'
  const body = { type: 'TextualBody', purpose: 'commenting', format: 'text/html', value }
  await importing(casebook.engine, { ...quoting(source, 'Nobody'), body })
  const { items } = await casebook.engine.ask('highlights.list', {})
  expect(items[0]?.note).toEqual(proseFromText('Words here'))
})
