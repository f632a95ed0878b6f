import { hash } from 'node:crypto'

/** Hexadecimal. Of a text: of its UTF-8. */
export function sha256Of(content: Uint8Array | string): string {
  return hash('sha256', content)
}
