import { CasebookError } from '#contract/failure.ts'
import type { MetadataField } from '#contract/source.ts'
import type { Article, Found, FoundFields } from '../article.ts'
import { cleanText } from './clean-text.ts'
import type { FileToRead } from './format.ts'
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
      stated: statedIn(info),
      url: null,
      language: null,
      warnings,
    },
  ]
}

/** A document's properties are often a template's or an account's: where the words tell, they go first. */
function statedIn(info: ReadonlyMap<string, string>): FoundFields {
  const fields: Partial<Record<MetadataField, Found>> = {}
  for (const field of ['title', 'author'] as const) {
    const words = cleanText((info.get(field) ?? '').replace(/\s+/g, ' ').trim()).text
    if (words === '') continue
    const evidence = {
      span: null,
      from: 'header',
      words,
      rule: `${field} in the file’s properties`,
      certainty: 'guess',
    } as const
    fields[field] = { value: words, evidence }
  }
  return fields
}
