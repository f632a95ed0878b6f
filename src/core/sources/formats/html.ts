import { beginning, endingOf, type Format } from './format.ts'

/** A saved page: the article in it as Readability finds it, as text; no markup is kept, so none can run. */
export const html: Format = {
  name: 'html',
  isMine: ({ bytes, name, pasted }) => pasted === 'markup' || (pasted === null && looksLikePage(bytes, name)),
  // What takes a page apart is large: loaded when the first one comes.
  read: async (file) => (await import('./pages/read-html.ts')).readHtmlFile(file),
}

const opensAPage =
  /^\s*(?:\ufeff|\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title|div|p|h1)\b/i

function looksLikePage(bytes: Uint8Array, name: string): boolean {
  if (opensAPage.test(beginning(bytes, 4_096))) return true
  return ['html', 'htm', 'xhtml'].includes(endingOf(name)) && beginning(bytes, 65_536).includes('<')
}

/** What the page says of its own encoding. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(beginning(bytes, 4_096))?.[1]?.toLowerCase()
}
