import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../article.ts'
import { cleanText } from '../clean-text.ts'
import { BlockWriter } from './block-writer.ts'
import type { FileToRead } from './format.ts'
import { paragraphsOfPages } from './page-lines.ts'

/**
 * The text of a PDF in reading order, paragraphs joined over line and page ends, with a mark where each page begins.
 * @throws CasebookError source.encrypted, source.damaged, source.no-text
 */
export async function readPdf({ bytes, options }: FileToRead): Promise<Article[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await open(library, bytes, options.password)
    try {
      if (options.password === undefined) refuseLockedAttachments(bytes)
      return [articleOf(readPages(document))]
    } finally {
      document.destroy()
    }
  } finally {
    library.destroy()
  }
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

interface Pages {
  /** Null for a page that cannot be read. */
  readonly texts: readonly (string | null)[]
}

function readPages(document: PDFiumDocument): Pages {
  const count = document.getPageCount()
  if (count === 0) throw new CasebookError('source.damaged', 'This PDF is damaged: it has no pages.')
  const texts = Array.from({ length: count }, (_, at) => {
    try {
      return document.getPage(at).getText()
    } catch {
      return null
    }
  })
  if (texts.every((text) => text === null)) {
    throw new CasebookError('source.damaged', 'This PDF is damaged: none of its pages can be read.')
  }
  return { texts }
}

function articleOf({ texts }: Pages): Article {
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
  for (const { page, text, isHead } of paragraphsOfPages(pages)) {
    if (page !== null) writer.mark('page', String(page))
    writer.begin('paragraph')
    const start = writer.nextStart
    writer.exact(text)
    writer.end()
    if (isHead) boilerplate.push({ start, end: start + text.length })
  }
  const warnings = broken.length === 0 ? [] : [`Some pages could not be read: ${broken.join(', ')}.`]
  return { part: null, ...writer.finish(), boilerplate, stated: {}, url: null, language: null, warnings }
}
