import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { pageHeaders, pageWithNonce } from '#contract/page-policy.ts'
import { rendererFolder } from './built-files.ts'
import { findPageFile, pageOrigin, pageScheme } from './page-files.ts'

/**
 * The page's own scheme, in place of `file:`: it reaches the built page and nothing else on the disk, and every answer
 * carries the page policy.
 */

/** Before the app is ready: a scheme with an origin of its own, so that module scripts and the policy's `self` work. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Once the app is ready. */
export function serveAppScheme(): void {
  protocol.handle(pageScheme, (request) => answer(request.url))
}

export const firstPage = `${pageOrigin}/index.html`

async function answer(url: string): Promise<Response> {
  const file = findPageFile(url, rendererFolder)
  if (file === null) return new Response('Not found', { status: 404 })
  const nonce = randomBytes(18).toString('base64')
  const headers = { ...pageHeaders({ nonce, connect: [] }), 'Content-Type': file.mediaType }
  try {
    const content = await readFile(file.path)
    const body = file.mediaType.startsWith('text/html')
      ? pageWithNonce(content.toString('utf8'), nonce)
      : content
    return new Response(body, { headers })
  } catch {
    return new Response('Not found', { status: 404 })
  }
}
