import type { Article } from '../article.ts'
import { noStructure } from '../article.ts'
import { cleanText } from './clean-text.ts'
import { type Decoded, decode } from './decode.ts'
import type { FileToRead, Format } from './format.ts'

/** Text as it stands: not a character is moved, only a byte order mark is left out. */
export const plainText: Format = {
  name: 'text',
  isMine: () => true,
  read: (file) => [readPlainText(file)],
}

function readPlainText({ bytes, options, pasted }: FileToRead): Article {
  const decoded = decode(bytes, { asked: options.encoding })
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

/** A guess is told, so that a wrong one is seen. */
export function encodingWarnings({ how, encoding, text }: Decoded): string[] {
  const warnings: string[] = []
  if (how === 'guess') warnings.push(`The encoding was guessed: ${encoding}.`)
  if (text.includes('\u{fffd}'))
    warnings.push(`Some characters could not be read as ${encoding} and are shown as �.`)
  return warnings
}
