import { isUtf8 } from 'node:buffer'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/source.ts'
import { type Article, type Found, type FoundFields, noStructure } from '../../article.ts'
import type { Moment } from '../../reading/relative-dates.ts'
import { cleanText } from '../encodings/clean-text.ts'
import { decode } from '../encodings/decode.ts'
import { beginning, type FileToRead } from '../format.ts'
import { readHtml } from '../pages/read-html.ts'

/**
 * A mail is a source with its headers as metadata, and each attachment one of its own; a mailbox is many mails; a page saved
 * as MHTML is the page.
 * @throws CasebookError source.no-text
 */
export async function readMail(file: FileToRead): Promise<Article[]> {
  const messages = splitMailbox(file.bytes)
  const articles: Article[] = []
  for (const [at, message] of messages.entries()) {
    const part = messages.length === 1 ? null : `message ${at + 1}`
    const parsed = await parseUnlessBroken(message, part, file)
    if (parsed !== null) articles.push(...(await readMessage(parsed, message, part, file)))
  }
  if (articles.length === 0) throw new CasebookError('source.no-text', 'This mail holds no words.')
  return articles
}

/** A message of a mailbox that cannot be taken apart is left out; alone, it is the file that cannot. */
async function parseUnlessBroken(
  message: Uint8Array,
  part: string | null,
  { leaveOut }: FileToRead,
): Promise<ParsedMail | null> {
  try {
    return await parseMessage(message)
  } catch (error) {
    if (part === null || !(error instanceof CasebookError)) throw error
    leaveOut(part, error)
    return null
  }
}

/** Mails that people wrote stay far below; the time it takes to read addresses grows faster than their number. */
const longestHeaders = 512 * 1024

async function parseMessage(message: Uint8Array): Promise<ParsedMail> {
  const head = beginning(message, longestHeaders)
  if (message.length > longestHeaders && !/\r?\n\r?\n/.test(head)) throw overgrown()
  try {
    return await simpleParser(withReadableHeaders(message), { skipImageLinks: true, skipTextToHtml: true })
  } catch (error) {
    // The parser's own limits: of headers, of parts, of parts in parts.
    if (error instanceof Error && 'code' in error && error.code === 'EMAXLEN') throw overgrown(error)
    throw new CasebookError(
      'source.damaged',
      'This mail is damaged: it cannot be taken apart.',
      {},
      { cause: error },
    )
  }
}

function overgrown(cause?: unknown): CasebookError {
  const message = 'This mail has more headers or parts than Casebook takes apart.'
  return new CasebookError('source.too-large', message, {}, { cause })
}

/** A mailbox (RFC 4155) begins each message with a line `From …` that tells a time; a sentence that begins so tells none. */
const opensMessage = /(?<=^|\n\r?\n)From \S+ .*\d\d:\d\d.*\d{4}.*\r?\n/g
/** Lines of a message that begin like that were escaped. */
const escaped = /^>(?=>*From )/gm

function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  if (!beginning(bytes, 5).startsWith('From ')) return [bytes]
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const starts = [...letters.matchAll(opensMessage)].map(({ index, 0: line }) => ({
    index,
    body: index + line.length,
  }))
  if (starts.length === 0) return [bytes]
  return starts.map(({ body }, at) =>
    Buffer.from(letters.slice(body, starts[at + 1]?.index).replace(escaped, ''), 'latin1'),
  )
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
    return [
      { ...page, part, url: page.url ?? pageAddress(message), seen: savedAt(parsed) ?? page.seen ?? null },
    ]
  }
  const body = bodyOf(parsed)
  const articles: Article[] = body === null ? [] : [{ ...body, part, stated: headerFields(parsed) }]
  for (const { filename, content, related } of parsed.attachments) {
    if (related) continue
    const name = withoutFolder(filename) || 'attachment'
    articles.push(...(await readInner(part === null ? name : `${part}, ${name}`, content)))
  }
  return articles
}

/** A page's `Date` is when it was saved, not when it was published. */
function savedAt(parsed: ParsedMail): Moment | null {
  const edtf = sentAt(parsed)?.edtf
  return edtf === undefined ? null : { edtf, rule: 'when the page was saved' }
}

/** Some programs write the folders of the sender's disk. */
function withoutFolder(filename: string | undefined): string {
  return filename?.replace(/^.*[/\\]/s, '').trim() ?? ''
}

/** As the snapshot says; else as its first part does, which is the page (RFC 2557, §5). */
function pageAddress(message: Uint8Array): string | null {
  const head = beginning(message, 16_384)
  const [, address] =
    /^snapshot-content-location:\s*(https?:\S+)/im.exec(head) ??
    /^content-location:\s*(https?:\S+)/im.exec(head) ??
    []
  return address ?? null
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

function headerFields(parsed: ParsedMail): FoundFields {
  const { subject, from } = parsed
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
  const sent = sentAt(parsed)
  put('published', sent?.edtf, sent?.words, 'Date')
  return fields
}

/** When the message says it was sent. */
function sentAt({ date, headerLines }: ParsedMail): { edtf: string; words: string } | null {
  const line = headerLines.find(({ key }) => key === 'date')?.line ?? ''
  const words = line
    .replace(/^[^:]*:\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const isDate = date !== undefined && !Number.isNaN(date.getTime())
  return isDate ? { edtf: onSendersClock(date, words), words } : null
}

/** Zones by name (RFC 5322, §4.3); hours from UTC. */
const namedZones: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

/** The moment as the sender's clock showed it: the day that a reader would cite. */
function onSendersClock(moment: Date, header: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /\s([+-])(\d\d)(\d\d)(?:\s*\(.*\))?$/.exec(header) ?? []
  const name = /\s([A-Z]{3})$/.exec(header)?.[1] ?? ''
  const offset = (namedZones[name] ?? 0) * 60 + Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
  const shown = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 16)
  if (offset === 0) return `${shown}Z`
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `${shown}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`
}

const mostSenders = 10

function senders(from: AddressObject | undefined): string | undefined {
  return from?.value
    .slice(0, mostSenders)
    .map(({ name, address }) => name || address)
    .join(', ')
}
