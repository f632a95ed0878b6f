import { z } from 'zod'
import { entityId, highlightId, sourceId } from './ids.ts'

/**
 * The small document format of notes and briefs. It is ours and not an editor's, so that what the analyst wrote
 * outlives the editor. A citation is a live link to a highlight; the quoted words stand beside it as plain text.
 */

export const textMark = z.enum(['bold', 'italic', 'underline', 'strike', 'code'])
export type TextMark = z.infer<typeof textMark>

export const inline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), marks: z.array(textMark).optional() }),
  z.object({ kind: z.literal('break') }),
  z.object({ kind: z.literal('link'), href: z.string(), text: z.string() }),
  z.object({ kind: z.literal('citation'), highlight: highlightId }),
  z.object({ kind: z.literal('entity'), entity: entityId, text: z.string() }),
  z.object({ kind: z.literal('source'), source: sourceId, text: z.string() }),
])
export type Inline = z.infer<typeof inline>

export const listItem = z.object({
  inlines: z.array(inline),
  /** A list inside this item. */
  get list() {
    return listBlock.optional()
  },
})
export const listBlock = z.object({
  kind: z.literal('list'),
  ordered: z.boolean(),
  get items() {
    return z.array(listItem)
  },
})

export const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), inlines: z.array(inline) }),
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    inlines: z.array(inline),
  }),
  z.object({ kind: z.literal('quote'), inlines: z.array(inline) }),
  listBlock,
])
export type Block = z.infer<typeof block>
export type ListItem = z.infer<typeof listItem>
export type ListBlock = z.infer<typeof listBlock>

export const prose = z.object({ version: z.literal(1), blocks: z.array(block) })
export type Prose = z.infer<typeof prose>

export const emptyProse: Prose = { version: 1, blocks: [] }

/** Plain text as prose: a paragraph per line. */
export function proseFromText(text: string): Prose {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return {
    version: 1,
    blocks: lines.map((line) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: line }] })),
  }
}

/** The words of a prose document: a line per block, citations left out. */
export function textOfProse(document: Prose): string {
  return document.blocks.map(textOfBlock).join('\n')
}

/** The highlights that a document cites, in order of first appearance. */
export function citedHighlights(document: Prose): Extract<Inline, { kind: 'citation' }>['highlight'][] {
  const cited = new Set<Extract<Inline, { kind: 'citation' }>['highlight']>()
  for (const one of document.blocks)
    for (const piece of inlinesOf(one)) if (piece.kind === 'citation') cited.add(piece.highlight)
  return [...cited]
}

/** All inlines of a block, those of nested lists included, in reading order. */
export function inlinesOf(one: Block): Inline[] {
  return one.kind === 'list' ? one.items.flatMap(inlinesOfItem) : one.inlines
}

function inlinesOfItem(item: ListItem): Inline[] {
  return item.list === undefined ? item.inlines : [...item.inlines, ...item.list.items.flatMap(inlinesOfItem)]
}

function textOfBlock(one: Block): string {
  return one.kind === 'list' ? one.items.map(textOfItem).join('\n') : one.inlines.map(textOfInline).join('')
}

function textOfItem(item: ListItem): string {
  const own = item.inlines.map(textOfInline).join('')
  return item.list === undefined ? own : `${own}\n${item.list.items.map(textOfItem).join('\n')}`
}

function textOfInline(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
    case 'link':
    case 'entity':
    case 'source':
      return piece.text
    case 'break':
      return '\n'
    case 'citation':
      return ''
  }
}
