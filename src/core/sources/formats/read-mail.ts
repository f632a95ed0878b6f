import { isUtf8 } from 'node:buffer'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/sources.ts'
import { type Article, type Found, type FoundFields, noStructure } from '../article.ts'
import { cleanText } from './clean-text.ts'
import { decode } from './decode.ts'
import { beginning, type FileToRead } from './format.ts'
import { readHtml } from './read-html.ts'

/**
 * A mail is a source with its headers as metadata, and each attachment one of its own; a mailbox is many mails; a page saved
 * as MHTML is the page.
 * @throws CasebookError source.no-text
 */
export async function readMail(file: FileToRead): Promise<Article[]> {
  const messages = splitMailbox(file.bytes)
  const articles: Article[] = []
  for (const [at, message] of messages.entries()) {
    const parsed = await simpleParser(withReadableHeaders(message), {
      skipImageLinks: true,
      skipTextToHtml: true,
    })
    const part = messages.length === 1 ? null : `message ${at + 1}`
    articles.push(...(await readMessage(parsed, message, part, file)))
  }
  if (articles.length === 0) throw new CasebookError('source.no-text', 'This mail holds no words.')
  return articles
}

/** A mailbox (RFC 4155) begins each message with a line `From …` that ends with a year or a zone. */
function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  if (!beginning(bytes, 5).startsWith('From ')) return [bytes]
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const starts = [...letters.matchAll(/^From \S+ .*\d{4}.*\r?\n/gm)].map(({ index, 0: line }) => ({
    index,
    body: index + line.length,
  }))
  return starts.map(({ body }, at) => bytes.subarray(body, starts[at + 1]?.index ?? bytes.length))
}

/** Headers should be ASCII or UTF-8; where an old program wrote its own code page, it is guessed as that of a text is. */
function withReadableHeaders(message: Uint8Array): Buffer {
  const whole = Buffer.from(message.buffer, message.byteOffset, message.length)
  const end = /\r?\n\r?\n/.exec(beginning(message, 65_536))?.index ?? 0
  const headers = whole.subarray(0, end)
  if (isUtf8(headers)) return whole
  return Buffer.concat([Buffer.from(decode(headers).text), whole.subarray(end)])
}

async function readMessage(
  parsed: ParsedMail,
  message: Uint8Array,
  part: string | null,
  { readInner }: FileToRead,
): Promise<Article[]> {
  const isPage = /^snapshot-content-location:|type="?text\/html"?|^from:\s*"?<?saved by/im.test(
    beginning(message, 4_096),
  )
  if (isPage && typeof parsed.html === 'string') {
    const page = readHtml(parsed.html, true)
    return [{ ...page, part, url: page.url ?? pageAddress(message) }]
  }
  const body = bodyOf(parsed)
  const articles: Article[] = body === null ? [] : [{ ...body, part, stated: headerFields(parsed) }]
  for (const { filename, content, related } of parsed.attachments) {
    if (related) continue
    const name = filename ?? 'attachment'
    articles.push(...(await readInner(part === null ? name : `${part}, ${name}`, content)))
  }
  return articles
}

function pageAddress(message: Uint8Array): string | null {
  return /^snapshot-content-location:\s*(https?:\S+)/im.exec(beginning(message, 4_096))?.[1] ?? null
}

function bodyOf({ text, html }: ParsedMail): Article | null {
  const plain = text?.trim() ?? ''
  if (plain === '' && typeof html === 'string' && /<\w/.test(html)) {
    try {
      return readHtml(html, false)
    } catch (error) {
      if (error instanceof CasebookError && error.code === 'source.no-text') return null
      throw error
    }
  }
  if (plain === '') return null
  const cleaned = cleanText(plain)
  return { part: null, ...cleaned, structure: noStructure, stated: {}, url: null, language: null }
}

function headerFields({ subject, from, date }: ParsedMail): FoundFields {
  const fields: Partial<Record<MetadataField, Found>> = {}
  const put = (
    field: MetadataField,
    value: string | undefined,
    words: string | undefined,
    header: string,
  ) => {
    if (!value) return
    const evidence = {
      span: null,
      from: 'header',
      words: words ?? value,
      rule: `header ${header}`,
      certainty: 'stated',
    } as const
    fields[field] = { value, evidence }
  }
  put('title', subject?.trim(), subject, 'Subject')
  put('author', senders(from), from?.text, 'From')
  const isDate = date !== undefined && !Number.isNaN(date.getTime())
  put('published', isDate ? `${date.toISOString().slice(0, 16)}Z` : undefined, undefined, 'Date')
  return fields
}

function senders(from: AddressObject | undefined): string | undefined {
  return from?.value.map(({ name, address }) => name || address).join(', ')
}
