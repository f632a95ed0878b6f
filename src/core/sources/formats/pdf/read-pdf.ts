import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../../article.ts'
import { cleanText } from '../encodings/clean-text.ts'
import type { FileToRead } from '../format.ts'
import { BlockWriter } from '../pages/block-writer.ts'
import { paragraphsOfPages } from '../pages/page-lines.ts'
import { type DocumentProperties, readProperties } from '../word/document-properties.ts'
import { withPdfium } from './pdf-memory.ts'
import { propertiesOfPdf } from './pdf-properties.ts'

/**
 * The text of a PDF in reading order, paragraphs joined over line and page ends, with a mark where each page begins.
 * @throws CasebookError source.encrypted, source.damaged, source.no-text
 */
export async function readPdf({ bytes, options }: FileToRead): Promise<Article[]> {
  const texts: (string | null)[] = []
  let properties: DocumentProperties = {}
  let count = 1
  while (texts.length < count) {
    // Pages stay in memory until their document goes.
    await withDocument(bytes, options.password, (document) => {
      count = pagesOf(document)
      properties = propertiesOfPdf(document)
      texts.push(...readPages(document, texts.length, Math.min(count, texts.length + pagesAtOnce)))
    })
  }
  if (texts.every((text) => text === null)) {
    throw new CasebookError('source.damaged', 'This PDF is damaged: none of its pages can be read.')
  }
  return [{ ...articleOf(texts), ...readProperties(properties) }]
}

const pagesAtOnce = 500
const mostPages = 10_000
/** What a page of text and its fonts may need, beside the file itself. */
const workingMemory = 128 * 1024 * 1024

async function withDocument(
  bytes: Uint8Array,
  password: string | undefined,
  use: (document: PDFiumDocument) => void,
): Promise<void> {
  await withPdfium(workingMemory + 2 * bytes.length, async (library) => {
    const document = await open(library, bytes, password)
    if (password === undefined) refuseLockedAttachments(bytes)
    use(document)
    document.destroy()
  })
}

async function open(library: PDFiumLibrary, bytes: Uint8Array, password?: string): Promise<PDFiumDocument> {
  try {
    return await library.loadDocument(bytes, password)
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) {
      const asked = password === undefined ? 'needs a password' : 'does not open with this password'
      throw new CasebookError('source.encrypted', `This PDF ${asked}.`, {}, { cause: error })
    }
    throw new CasebookError(
      'source.damaged',
      'This PDF is damaged: it cannot be opened.',
      {},
      { cause: error },
    )
  }
}

/** The pages may be open while the files attached to them are not (ISO 32000-2, §7.6.6): then a password is asked for, too. */
function refuseLockedAttachments(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.indexOf('/Encrypt') < 0) return
  const at = file.indexOf('/EFF')
  if (at < 0 || /^\/EFF\s*\/Identity/.test(file.toString('latin1', at, at + 40))) return
  throw new CasebookError(
    'source.encrypted',
    'This PDF needs a password: the files attached to it are locked.',
  )
}

function pagesOf(document: PDFiumDocument): number {
  const count = document.getPageCount()
  if (count === 0) throw new CasebookError('source.damaged', 'This PDF is damaged: it has no pages.')
  if (count > mostPages) {
    throw new CasebookError(
      'source.too-large',
      `This PDF has ${count} pages; Casebook takes up to ${mostPages}.`,
    )
  }
  return count
}

/** Null for a page that cannot be read. */
function readPages(document: PDFiumDocument, from: number, to: number): (string | null)[] {
  return Array.from({ length: to - from }, (_, at) => {
    try {
      return document.getPage(from + at).getText()
    } catch {
      return null
    }
  })
}

function articleOf(texts: readonly (string | null)[]): Article {
  const broken = texts.flatMap((text, at) => (text === null ? [at + 1] : []))
  const pages = texts.map((text) => cleanText(text ?? '').text)
  if (pages.every((page) => page.trim() === '')) {
    throw new CasebookError(
      'source.no-text',
      'This PDF holds no text: its pages are pictures, perhaps a scan.',
    )
  }
  const writer = new BlockWriter()
  const boilerplate: { start: number; end: number }[] = []
  for (const { pages: begun, text, isHead } of paragraphsOfPages(pages)) {
    writer.begin('paragraph')
    const start = writer.nextStart
    writer.exact(text)
    for (const { number, at } of begun) writer.markAt('page', String(number), start + at)
    writer.end()
    if (isHead) boilerplate.push({ start, end: start + text.length })
  }
  const warnings = broken.length === 0 ? [] : [`Some pages could not be read: ${broken.join(', ')}.`]
  return { part: null, ...writer.finish(), boilerplate, stated: {}, url: null, language: null, warnings }
}
