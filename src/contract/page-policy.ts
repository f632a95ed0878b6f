/**
 * What the page may load and run, whichever host serves it: its own files and nothing else. No inline script, no eval,
 * no address outside the program.
 */

/** Stands in the built page where each answer puts a nonce that was never used before. */
export const noncePlaceholder = 'CASEBOOK_PAGE_NONCE'

export interface PagePolicy {
  /** For the one `<style>` that the component library puts in by itself. */
  readonly nonce: string
  /** Where the page may connect to, as CSP sources: the desktop needs none, the browser host its own socket. */
  readonly connect: readonly string[]
}

/** The value of the `Content-Security-Policy` header. */
export function contentSecurityPolicy({ nonce, connect }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The headers of every answer to a page, policy included. */
export function pageHeaders(policy: PagePolicy): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** The built page as it is sent: the nonce stands where the policy expects it. */
export function pageWithNonce(html: string, nonce: string): string {
  return html.replaceAll(noncePlaceholder, nonce)
}
