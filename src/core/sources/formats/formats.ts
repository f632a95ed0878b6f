import type { Format } from './format.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

/** Every kind of file that Casebook reads. The first that knows a file for its own reads it; plain text takes the rest. */
export const formats: readonly Format[] = [markdown, html, plainText]
