import { createHash } from 'node:crypto'

/** Hexadecimal. Of a text: of its UTF-8. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
