import type { Nodes, Parents, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/source.ts'
import type { Article, Found, FoundFields } from '../article.ts'
import { normaliseStamp } from '../reading/stamps.ts'
import { cleanText } from './encodings/clean-text.ts'
import { decode } from './encodings/decode.ts'
import type { FileToRead } from './format.ts'
import { BlockWriter } from './pages/block-writer.ts'
import { encodingWarnings } from './plain-text.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

/** The words without the signs. @throws CasebookError source.damaged, source.too-large where the signs are beyond measure */
export function readMarkdown({ bytes, options }: FileToRead): Article {
  const decoded = decode(bytes, { asked: options.encoding })
  const { text: source, warnings } = cleanText(decoded.text)
  if (source.length > largest || hasMoreBlocks(source)) {
    throw new CasebookError(
      'source.too-large',
      'This Markdown is longer, or has more items and rows, than Casebook takes apart.',
    )
  }
  if (isTangled(source)) {
    throw new CasebookError(
      'source.damaged',
      'This Markdown is nested too deeply, or has too many marks, to be read.',
    )
  }
  const { fields, url, rest } = readFrontMatter(source)
  const writer = new BlockWriter()
  writeNode(parser.parse(rest), writer)
  return {
    part: null,
    ...writer.finish(),
    stated: fields,
    url,
    language: null,
    warnings: [...encodingWarnings(decoded), ...warnings],
  }
}

/** Its tree is a hundred times its size, and the time to build a list of items grows faster than the list. */
const largest = 8 * 1024 * 1024
const mostBlocks = 30_000

function hasMoreBlocks(source: string): boolean {
  let count = 0
  for (const _ of source.matchAll(/^[ \t>]*(?:[-*+]|\d{1,9}[.)]|\|)/gm)) if (++count > mostBlocks) return true
  return false
}

const deepestQuote = 100
const mostMarks = 5_000
/** Where a block of its own begins: the item of a list, the row of a table, a heading. */
const opensBlock = /^\s*(?:$|[-*+]\s|\d{1,9}[.)]\s|#|\|)/

/** The time to parse it grows with the square of how deep blocks lie in blocks, and of how many marks one block has. */
function isTangled(source: string): boolean {
  let marks = 0
  for (const line of source.split('\n')) {
    if (opensBlock.test(line)) marks = 0
    const indent = /^[\s>]*/.exec(line)?.[0] ?? ''
    if (indent.replace(/ {4}|\t/g, '>').replaceAll(' ', '').length > deepestQuote) return true
    marks += line.match(/[*_[<`]|www\.|:\/\/|@/g)?.length ?? 0
    if (marks > mostMarks) return true
  }
  return false
}

function writeNode(node: Nodes | Root, writer: BlockWriter): void {
  switch (node.type) {
    case 'heading':
      return writeBlock(node, () => writer.begin('heading', node.depth), writer)
    case 'paragraph':
      if (!writer.isOpen) writer.begin('paragraph')
      return writeBlock(node, () => {}, writer)
    case 'blockquote':
      return node.children.forEach((child) => writeInside('quote', child, writer))
    case 'list':
      return node.children.forEach((item) =>
        item.children.forEach((child) => writeInside('list-item', child, writer)),
      )
    case 'table':
      return node.children.forEach((row) => {
        writer.begin('table')
        row.children.forEach((cell, at) => {
          if (at > 0) writer.exact('\t')
          writeChildren(cell, writer)
        })
        writer.end()
      })
    case 'code':
      writer.begin('code')
      writer.exact(node.value)
      return writer.end()
    case 'link':
      return writer.link(node.url, () => writeChildren(node, writer))
    case 'text':
    case 'inlineCode':
      return writer.flow(node.value)
    case 'break':
      return writer.lineBreak()
    // Pictures, raw markup and link definitions hold no words of the article.
    case 'html':
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'thematicBreak':
      return
    case 'yaml':
    case 'footnoteReference':
      return
    case 'root':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'linkReference':
    case 'footnoteDefinition':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return writeChildren(node, writer)
  }
}

function writeInside(kind: 'quote' | 'list-item', child: Nodes, writer: BlockWriter): void {
  if (child.type !== 'paragraph') return writeNode(child, writer)
  writer.begin(kind)
  writeChildren(child, writer)
  writer.end()
}

function writeBlock(node: Parents, begin: () => void, writer: BlockWriter): void {
  begin()
  writeChildren(node, writer)
  writer.end()
}

function writeChildren(node: Parents, writer: BlockWriter): void {
  for (const child of node.children) writeNode(child, writer)
}

const fieldOfKey: Readonly<Record<string, MetadataField>> = {
  title: 'title',
  headline: 'title',
  author: 'author',
  authors: 'author',
  byline: 'author',
  publisher: 'publisher',
  publication: 'publisher',
  source: 'publisher',
  site: 'publisher',
  outlet: 'publisher',
  dateline: 'dateline',
  date: 'published',
  published: 'published',
  updated: 'updated',
  lastmod: 'updated',
}

/** `key: value` lines between two `---`; nested values are left alone. */
function readFrontMatter(source: string): { fields: FoundFields; url: string | null; rest: string } {
  const match = /^---[ \t]*\r?\n(?<lines>[\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  const fields: Partial<Record<MetadataField, Found>> = {}
  let url: string | null = null
  for (const line of match?.groups?.['lines']?.split(/\r?\n/) ?? []) {
    const [, key = '', raw = ''] = /^([A-Za-z_-]+)\s*:\s*(.+?)\s*$/.exec(line) ?? []
    const words = raw
      .replace(/^\[(.*)\]$/, '$1')
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim()
    if (key === 'url' || key === 'link' || key === 'permalink') url = /^https?:/.test(words) ? words : url
    const field = fieldOfKey[key.toLowerCase()]
    const value = field === 'published' || field === 'updated' ? normaliseStamp(words) : words
    if (field === undefined || !value || fields[field] || /^https?:/.test(words)) continue
    const evidence = {
      span: null,
      from: 'header',
      words,
      rule: `front matter: ${key}`,
      certainty: 'stated',
    } as const
    fields[field] = { value, evidence }
  }
  return { fields, url, rest: match ? source.slice(match[0].length) : source }
}
