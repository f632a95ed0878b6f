import { isDeepStrictEqual } from 'node:util'
import { parseHTML } from 'linkedom'
import {
  type Block,
  type Inline,
  inlinesOf,
  type ListItem,
  type Prose,
  type TextMark,
} from '#contract/prose.ts'

/**
 * Notes as the HTML of a `commenting` body, and back. Links inside Casebook (a citation, an entity, a source) are
 * links to their identifiers; what names nothing here comes back as a plain link.
 */

/** As much of the document model as reading a note takes. */
interface Markup {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Markup>
  getAttribute(name: string): string | null
}

/** What an identifier in a note leads to in this casebook; null where to nothing. */
export type Lookup = (iri: string, text: string) => Inline | null

/** Whether the note is words in paragraphs, so that plain text says it all. */
export function isPlain(note: Prose): boolean {
  return note.blocks.every(
    (block) =>
      block.kind === 'paragraph' &&
      block.inlines.length === 1 &&
      block.inlines.every((piece) => piece.kind === 'text' && (piece.marks ?? []).length === 0) &&
      !/^\s*$|[\r\n]/.test(
        inlinesOf(block)
          .map((piece) => (piece.kind === 'text' ? piece.text : ''))
          .join(''),
      ),
  )
}

export function noteToHtml(note: Prose, iriOf: (piece: Inline) => string): string {
  const inline = (piece: Inline): string => {
    switch (piece.kind) {
      case 'text':
        return (piece.marks ?? []).reduce(
          (inner, mark) => `<${tagOf[mark]}>${inner}</${tagOf[mark]}>`,
          escaped(piece.text),
        )
      case 'break':
        return '<br>'
      case 'link':
        return anchor(piece.href, piece.text)
      case 'citation':
        return anchor(iriOf(piece), '')
      case 'entity':
      case 'source':
        return anchor(iriOf(piece), piece.text)
    }
  }
  const inlines = (pieces: readonly Inline[]): string => pieces.map(inline).join('')
  const list = (ordered: boolean, items: readonly ListItem[]): string => {
    const tag = ordered ? 'ol' : 'ul'
    return `<${tag}>${items.map((item) => `<li>${inlines(item.inlines)}${item.list === undefined ? '' : list(item.list.ordered, item.list.items)}</li>`).join('')}</${tag}>`
  }
  const block = (one: Block): string => {
    switch (one.kind) {
      case 'paragraph':
        return `<p>${inlines(one.inlines)}</p>`
      case 'heading':
        return `<h${one.level}>${inlines(one.inlines)}</h${one.level}>`
      case 'quote':
        return `<blockquote>${inlines(one.inlines)}</blockquote>`
      case 'list':
        return list(one.ordered, one.items)
    }
  }
  return note.blocks.map(block).join('\n')
}

/** Markup that prose has no word for loses its markup and keeps its words; scripts and styles are dropped. */
export function htmlToNote(html: string, lookup: Lookup): Prose {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  // linkedom's own types end in `any`.
  return { version: 1, blocks: blocksIn(document.body as Markup, lookup) }
}

function blocksIn(parent: Markup, lookup: Lookup): Block[] {
  const blocks: Block[] = []
  let loose: Inline[] = []
  const endParagraph = (): void => {
    if (saysSomething(loose)) blocks.push({ kind: 'paragraph', inlines: trimmed(loose) })
    loose = []
  }
  for (const node of parent.childNodes) {
    const name = node.nodeName.toLowerCase()
    if (!blockNames.has(name)) {
      loose.push(...inlinesIn(node, [], lookup))
      continue
    }
    endParagraph()
    blocks.push(...blocksOf(node, name, lookup))
  }
  endParagraph()
  return blocks
}

const blockNames = new Set(
  'p div section article header footer main figure h1 h2 h3 h4 h5 h6 blockquote ul ol pre table tr'.split(
    ' ',
  ),
)

function blocksOf(element: Markup, name: string, lookup: Lookup): Block[] {
  const heading = /^h([1-6])$/.exec(name)
  if (heading !== null) {
    const level = Math.min(3, Number(heading[1])) as 1 | 2 | 3
    return nonEmpty({ kind: 'heading', level, inlines: trimmed(inlinesIn(element, [], lookup)) })
  }
  if (name === 'ul' || name === 'ol')
    return [{ kind: 'list', ordered: name === 'ol', items: itemsIn(element, lookup) }]
  if (name !== 'blockquote') return blocksIn(element, lookup)
  return blocksIn(element, lookup).map((block) =>
    block.kind === 'paragraph' ? { kind: 'quote', inlines: block.inlines } : block,
  )
}

function nonEmpty(block: Extract<Block, { inlines: Inline[] }>): Block[] {
  return saysSomething(block.inlines) ? [block] : []
}

function itemsIn(list: Markup, lookup: Lookup): ListItem[] {
  return Array.from(list.childNodes)
    .filter((child) => child.nodeName.toLowerCase() === 'li')
    .map((child) => {
      const parts = Array.from(child.childNodes)
      const inner = parts.find((part) => /^[uo]l$/i.test(part.nodeName))
      const own = parts.filter((part) => part !== inner)
      const inlines = trimmed(own.flatMap((part) => inlinesIn(part, [], lookup)))
      if (inner === undefined) return { inlines }
      const ordered = inner.nodeName.toLowerCase() === 'ol'
      return { inlines, list: { kind: 'list', ordered, items: itemsIn(inner, lookup) } }
    })
}

function inlinesIn(node: Markup, marks: readonly TextMark[], lookup: Lookup): Inline[] {
  if (node.nodeType === textNode) return textPiece(node.textContent ?? '', marks)
  const name = node.nodeName.toLowerCase()
  if (node.nodeType !== elementNode || name === 'script' || name === 'style') return []
  if (name === 'br') return [{ kind: 'break' }]
  if (name === 'a') return linkPiece(node, lookup)
  const mark = markOf[name]
  const inside = mark === undefined ? marks : [mark, ...marks]
  return Array.from(node.childNodes).flatMap((child) => inlinesIn(child, inside, lookup))
}

const textNode = 3
const elementNode = 1

function textPiece(text: string, marks: readonly TextMark[]): Inline[] {
  const words = text.replace(/[ \t\r\n]+/g, ' ')
  if (words === '') return []
  return [
    marks.length === 0 ? { kind: 'text', text: words } : { kind: 'text', text: words, marks: [...marks] },
  ]
}

function linkPiece(anchor: Markup, lookup: Lookup): Inline[] {
  const href = anchor.getAttribute('href') ?? ''
  const text = anchor.textContent ?? ''
  const known = lookup(href, text)
  if (known !== null) return [known]
  // Only addresses that a reader may follow: never a script.
  return /^(https?|mailto|urn):/i.test(href) ? [{ kind: 'link', href, text }] : textPiece(text, [])
}

function trimmed(pieces: readonly Inline[]): Inline[] {
  const kept = joined(pieces)
  const [first, last] = [kept[0], kept.at(-1)]
  if (first?.kind === 'text') first.text = first.text.trimStart()
  if (last?.kind === 'text') last.text = last.text.trimEnd()
  return kept.filter((piece) => piece.kind !== 'text' || piece.text !== '')
}

/** The parser hands over every escaped sign as a text of its own. */
function joined(pieces: readonly Inline[]): Inline[] {
  const whole: Inline[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.kind === 'text' && piece.kind === 'text' && isDeepStrictEqual(last.marks, piece.marks))
      last.text += piece.text
    else whole.push({ ...piece })
  }
  return whole
}

function saysSomething(pieces: readonly Inline[]): boolean {
  return pieces.some((piece) => (piece.kind === 'text' ? piece.text.trim() !== '' : piece.kind !== 'break'))
}

const tagOf: Readonly<Record<TextMark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
}

const markOf: Readonly<Record<string, TextMark>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
  s: 'strike',
  del: 'strike',
  code: 'code',
}

function anchor(href: string, text: string): string {
  return `<a href="${escaped(href)}">${escaped(text)}</a>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
