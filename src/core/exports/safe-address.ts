/** An address that may stand in an exported file: of the web or a mailbox. Anything else stays words. */
export function safeAddress(href: string): string | null {
  const url = URL.parse(href)
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}
