import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../../article.ts'
import { cleanText } from '../encodings/clean-text.ts'
import type { FileToRead } from '../format.ts'
import { readProperties } from './document-properties.ts'
import { RtfReader } from './rtf-reader.ts'
import { rtfTokens } from './rtf-tokens.ts'

/**
 * The text of an RTF document: hidden and deleted words, running heads, comments and pictures are not of it; footnotes stand at
 * its end.
 * @throws CasebookError source.damaged, source.no-text
 */
export function readRtf({ bytes }: FileToRead): Article[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const reader = new RtfReader()
  for (const token of rtfTokens(source)) {
    if (!reader.take(token)) break
  }
  const { text, structure, info, unclosed } = reader.finish()
  if (unclosed > 1) throw new CasebookError('source.damaged', 'This RTF document is damaged: it breaks off.')
  if (text.trim() === '') throw new CasebookError('source.no-text', 'This RTF document holds no words.')
  const cleaned = cleanText(text)
  const cut = unclosed === 1 ? ['The document has no end: it may have been cut off.'] : []
  const warnings = [...cleaned.warnings, ...cut]
  return [
    {
      part: null,
      text: cleaned.text,
      structure,
      ...readProperties({ title: info.get('title'), author: info.get('author') }),
      url: null,
      language: null,
      warnings,
    },
  ]
}
