import mammoth from 'mammoth'
import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../article.ts'
import { inflateArchive } from './archive.ts'
import { BlockWriter } from './block-writer.ts'
import type { FileToRead } from './format.ts'
import { readPage } from './page.ts'
import { writePage } from './write-page.ts'

/**
 * A Word document by way of the plain markup that mammoth makes of it. Its properties (creator, created) are those of the
 * file and not of the article, so nothing is taken from them.
 * @throws CasebookError source.damaged, source.too-large, source.no-text
 */
export async function readDocx({ bytes }: FileToRead): Promise<Article[]> {
  // mammoth unfolds whatever it is given: what comes out is measured first.
  inflateArchive(bytes, () => false)
  const { value } = await convert(bytes)
  const writer = new BlockWriter()
  const { body } = readPage(value)
  for (const mark of body?.querySelectorAll(noteMarks) ?? []) mark.remove()
  if (body) writePage(body, writer)
  const { text, structure } = writer.finish()
  if (text.trim() === '') throw new CasebookError('source.no-text', 'The document holds no words.')
  return [{ part: null, text, structure, stated: {}, url: null, language: null, warnings: [] }]
}

/** The numbers of notes and the arrows back to them are no words of the text. */
const noteMarks = 'a[href^="#footnote-"], a[href^="#endnote-"], a[href^="#comment-"]'

async function convert(bytes: Uint8Array): Promise<{ value: string }> {
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    return await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
  } catch (error) {
    throw new CasebookError(
      'source.damaged',
      'This Word document is damaged: it cannot be opened.',
      {},
      { cause: error },
    )
  }
}
