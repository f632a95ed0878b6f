import { createHeadlessEditor } from '@lexical/headless'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Block,
  type Inline,
  type ListBlock,
  type Prose,
  prose as proseSchema,
  textMark,
} from '#contract/prose.ts'
import { proseNodes } from './nodes.ts'
import { normalProse } from './normal-prose.ts'
import { $readProse } from './read-prose.ts'
import { $writeProse } from './write-prose.ts'

function throughTheEditor(prose: Prose): Prose {
  const editor = createHeadlessEditor({
    namespace: 'test',
    nodes: proseNodes,
    onError: (error: Error) => {
      throw error
    },
  })
  editor.update(() => $writeProse(prose), { discrete: true })
  // As it is saved and opened again by Lexical itself, too (copying inside the editor).
  const state = editor.parseEditorState(JSON.stringify(editor.getEditorState()))
  return state.read($readProse)
}

const words = fc.string({ unit: 'grapheme', maxLength: 12 })
const marks = fc.option(fc.subarray([...textMark.options], { minLength: 1 }), { nil: undefined })
const id = fc.integer({ min: 0x1000, max: 0xffff }).map((number) => number.toString(16))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(words, marks)
      .map(([text, own]): Inline => (own ? { kind: 'text', text, marks: own } : { kind: 'text', text })),
  },
  fc.constant<Inline>({ kind: 'break' }),
  id.map((one): Inline => ({ kind: 'citation', highlight: `highlight_${one}` })),
  fc.tuple(id, words).map(([one, text]): Inline => ({ kind: 'entity', entity: `entity_${one}`, text })),
  fc.tuple(id, words).map(([one, text]): Inline => ({ kind: 'source', source: `source_${one}`, text })),
  fc
    .string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' })
    .map((text): Inline => ({ kind: 'link', href: 'https://example.org/a', text })),
)
const inlines = fc.array(inline, { maxLength: 6 })

const { list } = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc
        .record({
          inlines,
          list: fc.option(tie('list'), { nil: undefined, depthSize: 'small', maxDepth: 2 }),
        })
        .map((item) =>
          item.list === undefined ? { inlines: item.inlines } : { inlines: item.inlines, list: item.list },
        ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}))

const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((own): Block => ({ kind: 'paragraph', inlines: own })),
  inlines.map((own): Block => ({ kind: 'quote', inlines: own })),
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), inlines)
    .map(([level, own]): Block => ({ kind: 'heading', level, inlines: own })),
  list,
)
const prose: fc.Arbitrary<Prose> = fc.array(block, { maxLength: 5 }).map((blocks) => ({ version: 1, blocks }))

test('what goes through the editor comes out as it was', () => {
  fc.assert(
    fc.property(prose, (document) => {
      const normal = normalProse(document)
      expect(proseSchema.parse(normal)).toEqual(normal)
      expect(throughTheEditor(normal)).toEqual(normal)
    }),
    { numRuns: 300 },
  )
})

test('bringing a document into its normal form twice changes nothing more', () => {
  fc.assert(
    fc.property(prose, (document) => {
      const normal = normalProse(document)
      expect(normalProse(normal)).toEqual(normal)
    }),
  )
})

test('an empty document is one empty paragraph', () => {
  expect(throughTheEditor({ version: 1, blocks: [] })).toEqual({
    version: 1,
    blocks: [{ kind: 'paragraph', inlines: [] }],
  })
})
