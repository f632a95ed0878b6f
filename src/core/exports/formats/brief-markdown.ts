import type { BlockContent, FootnoteDefinition, List, PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { BriefText } from '#contract/briefs.ts'
import type { Block, Inline, ListBlock, TextMark } from '#contract/prose.ts'
import { describeInFull, describeShortly } from '../describe-source.ts'
import type { CitedSource, Note, Numbered } from '../number-citations.ts'
import { safeAddress } from '../safe-address.ts'

/** A brief as Markdown with footnotes (GitHub's and Pandoc's form): each note quotes the passage in its context. */
export function briefToMarkdown(brief: BriefText, numbered: Numbered): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(brief.title)] },
      ...brief.prose.blocks.map((block) => blockNode(block, numbered)),
      ...sourceNodes(numbered.sources),
      ...numbered.notes.map(noteNode),
    ],
  }
  return unified()
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
    .stringify(root)
}

function blockNode(block: Block, numbered: Numbered): BlockContent {
  switch (block.kind) {
    case 'paragraph':
      return { type: 'paragraph', children: inlineNodes(block.inlines, numbered) }
    case 'heading': {
      // The title is the only heading of the first level.
      const depth = block.level === 1 ? 2 : block.level === 2 ? 3 : 4
      return { type: 'heading', depth, children: inlineNodes(block.inlines, numbered) }
    }
    case 'quote':
      return {
        type: 'blockquote',
        children: [{ type: 'paragraph', children: inlineNodes(block.inlines, numbered) }],
      }
    case 'list':
      return listNode(block, numbered)
  }
}

function listNode(block: ListBlock, numbered: Numbered): List {
  return {
    type: 'list',
    ordered: block.ordered,
    spread: false,
    children: block.items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children: inlineNodes(item.inlines, numbered) },
        ...(item.list === undefined ? [] : [listNode(item.list, numbered)]),
      ],
    })),
  }
}

function inlineNodes(inlines: readonly Inline[], numbered: Numbered): PhrasingContent[] {
  return inlines.map((inline) => inlineNode(inline, numbered))
}

function inlineNode(inline: Inline, numbered: Numbered): PhrasingContent {
  switch (inline.kind) {
    case 'text':
      return marked(inline.text, inline.marks ?? [])
    case 'break':
      return { type: 'break' }
    case 'link': {
      const url = safeAddress(inline.href)
      return url === null ? text(inline.text) : { type: 'link', url, children: [text(inline.text)] }
    }
    case 'entity':
    case 'source':
      return text(inline.text)
    case 'citation': {
      const note = numbered.noteOf(inline.highlight)
      return note === null
        ? text('[the cited passage was deleted]')
        : { type: 'footnoteReference', identifier: String(note.number) }
    }
  }
}

function marked(value: string, marks: readonly TextMark[]): PhrasingContent {
  if (marks.includes('code')) return { type: 'inlineCode', value }
  let node: PhrasingContent = text(value)
  // Markdown has no underline.
  if (marks.includes('strike')) node = { type: 'delete', children: [node] }
  if (marks.includes('italic')) node = { type: 'emphasis', children: [node] }
  if (marks.includes('bold')) node = { type: 'strong', children: [node] }
  return node
}

function noteNode({ number, citation, toldIn }: Note): FootnoteDefinition {
  const where = toldIn === null ? describeInFull(citation) : describeShortly(citation, toldIn)
  const place = ` Characters ${citation.start}–${citation.end} of ${citation.source}.`
  return {
    type: 'footnoteDefinition',
    identifier: String(number),
    children: [
      { type: 'paragraph', children: [text(where + place)] },
      {
        type: 'blockquote',
        children: [
          {
            type: 'paragraph',
            children: [
              text(`…${oneLine(citation.before)}`),
              { type: 'strong', children: [text(oneLine(citation.quote))] },
              text(`${oneLine(citation.after)}…`),
            ],
          },
        ],
      },
    ],
  }
}

function sourceNodes(sources: readonly CitedSource[]): BlockContent[] {
  if (sources.length === 0) return []
  return [
    { type: 'heading', depth: 2, children: [text('Sources')] },
    {
      type: 'list',
      ordered: true,
      spread: false,
      children: sources.map(({ citation }) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: [text(describeInFull(citation))] }],
      })),
    },
  ]
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

/** Paragraph ends inside a quoted stretch become spaces: a footnote is one block. */
function oneLine(words: string): string {
  return words.replaceAll(/\s*\n\s*/g, ' ')
}
