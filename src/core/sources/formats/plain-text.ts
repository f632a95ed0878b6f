import type { Article } from '../article.ts'
import { noStructure } from '../article.ts'
import { cleanText } from './encodings/clean-text.ts'
import { type Decoded, decode } from './encodings/decode.ts'
import { beginning, type FileToRead, type Format } from './format.ts'

/** Text as it stands: not a character is moved, only a byte order mark is left out. */
export const plainText: Format = {
  name: 'text',
  isMine: () => true,
  read: (file) => [readPlainText(file)],
}

function readPlainText({ bytes, options, pasted }: FileToRead): Article {
  const decoded = decode(bytes, { asked: options.encoding, declared: encodingOfXml(bytes) })
  const { text, warnings } = cleanText(decoded.text)
  return {
    part: null,
    text,
    structure: noStructure,
    stated: {},
    url: null,
    language: null,
    // What was pasted was characters already: whatever was to be said of them was said.
    warnings: pasted === null ? [...encodingWarnings(decoded), ...warnings] : warnings,
  }
}

/** Feeds and other XML come in as text; what they say of their encoding in their first line goes before a guess. */
function encodingOfXml(bytes: Uint8Array): string | undefined {
  return /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w-]+)/.exec(beginning(bytes, 256))?.[1]
}

/** A guess is told, so that a wrong one is seen. */
export function encodingWarnings({ how, encoding, text }: Decoded): string[] {
  const warnings: string[] = []
  if (how === 'guess') warnings.push(`The encoding was guessed: ${encoding}.`)
  if (text.includes('\u{fffd}'))
    warnings.push(`Some characters could not be read as ${encoding} and are shown as �.`)
  return warnings
}
