import { docx } from './docx.ts'
import { epub } from './epub.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { mail } from './mail.ts'
import { markdown } from './markdown.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import { rtf } from './rtf.ts'
import { table } from './table.ts'
import { zip } from './zip.ts'

/** Every kind of file that Casebook reads. The first that knows a file for its own reads it; plain text takes the rest. */
export const formats: readonly Format[] = [
  pdf,
  epub,
  docx,
  rtf,
  zip,
  mail,
  json,
  table,
  markdown,
  html,
  plainText,
]
