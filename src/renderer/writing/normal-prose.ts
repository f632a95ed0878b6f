import { type Block, type Inline, type ListBlock, type Prose, textMark } from '#contract/prose.ts'

/**
 * The one form of a document that the editor reads back as it was written: neighbouring texts with the same marks are
 * one, so are neighbouring lists of one kind, marks stand in one order, and no text is empty. An empty document is one
 * empty paragraph.
 */
export function normalProse({ blocks }: Prose): Prose {
  const normal = joinLists(blocks.map(normalBlock))
  return { version: 1, blocks: normal.length === 0 ? [{ kind: 'paragraph', inlines: [] }] : normal }
}

function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered) {
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] }
    } else joined.push(block)
  }
  return joined
}

function normalBlock(block: Block): Block {
  return block.kind === 'list' ? normalList(block) : { ...block, inlines: normalInlines(block.inlines) }
}

function normalList({ items, ...list }: ListBlock): ListBlock {
  return {
    ...list,
    items: items.map((item) => ({
      inlines: normalInlines(item.inlines),
      ...(item.list !== undefined && { list: normalList(item.list) }),
    })),
  }
}

function normalInlines(inlines: readonly Inline[]): Inline[] {
  return joinTexts(inlines.flatMap(withoutLineEnds))
}

/** A line end inside a text is a break. */
function withoutLineEnds(inline: Inline): Inline[] {
  if (inline.kind !== 'text') return [inline]
  const marks = textMark.options.filter((mark) => inline.marks?.includes(mark))
  return inline.text.split(/\r?\n/).flatMap((text, at): Inline[] => {
    const piece: Inline = marks.length === 0 ? { kind: 'text', text } : { kind: 'text', text, marks }
    return at === 0 ? [piece] : [{ kind: 'break' }, piece]
  })
}

/** Neighbouring texts with the same marks become one; empty ones go. */
export function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    if (inline.kind === 'text' && inline.text === '') continue
    if (inline.kind === 'text' && last?.kind === 'text' && sameMarks(last.marks, inline.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text }
    } else joined.push(inline)
  }
  return joined
}

function sameMarks(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark))
}
