import mammoth from 'mammoth'
import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../../article.ts'
import { openArchive } from '../archives/archive.ts'
import { decode } from '../encodings/decode.ts'
import type { FileToRead } from '../format.ts'
import { BlockWriter } from '../pages/block-writer.ts'
import { depthOf } from '../pages/markup-depth.ts'
import { readXml } from '../pages/page.ts'
import { readPage } from '../pages/read-page.ts'
import { writePage } from '../pages/write-page.ts'
import { type DocumentProperties, readProperties } from './document-properties.ts'

/**
 * A Word document by way of the plain markup that mammoth makes of it.
 * @throws CasebookError source.damaged, source.too-large, source.no-text
 */
export async function readDocx({ bytes }: FileToRead): Promise<Article[]> {
  const properties = refuseBombs(bytes)
  const { value } = await convert(bytes)
  const writer = new BlockWriter()
  const { body } = readPage(value)
  for (const mark of body?.querySelectorAll(noteMarks) ?? []) mark.remove()
  if (body) writePage(body, writer)
  const { text, structure } = writer.finish()
  if (text.trim() === '') throw new CasebookError('source.no-text', 'The document holds no words.')
  return [
    { part: null, text, structure, ...readProperties(properties), url: null, language: null, warnings: [] },
  ]
}

/** Word writes a dozen for a table in a table; a tree ten thousand deep breaks the program that builds it. */
const deepestMarkup = 2_000

/** mammoth unfolds and nests whatever it is given: so all of it is taken out and looked at first, one part after the other. @returns its properties */
function refuseBombs(bytes: Uint8Array): DocumentProperties {
  let properties: DocumentProperties = {}
  for (const { name, read } of openArchive(bytes, { bytes: 256 * 1024 * 1024 })) {
    const part = read()
    if (/\.(?:xml|rels)$/i.test(name) && depthOf(part) > deepestMarkup) {
      throw new CasebookError('source.damaged', 'This Word document is nested too deeply to be read.')
    }
    if (name === 'docProps/core.xml') properties = coreProperties(decode(part).text)
  }
  return properties
}

/** ECMA-376, part 2, §11. */
function coreProperties(xml: string): DocumentProperties {
  const all = [...readXml(xml).querySelectorAll('*')]
  const say = (name: string) => all.find(({ localName }) => localName === name)?.textContent
  return {
    title: say('dc:title'),
    author: say('dc:creator'),
    created: say('dcterms:created'),
    modified: say('dcterms:modified'),
  }
}

/** The numbers of notes and the arrows back to them are no words of the text. */
const noteMarks = 'a[href^="#footnote-"], a[href^="#endnote-"], a[href^="#comment-"]'

/** What mammoth does not map by itself. The names are Word's own, whatever its language. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='caption'] => figcaption:fresh",
]

async function convert(bytes: Uint8Array): Promise<{ value: string }> {
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    return await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap })
  } catch (error) {
    throw new CasebookError(
      'source.damaged',
      'This Word document is damaged: it cannot be opened.',
      {},
      { cause: error },
    )
  }
}
