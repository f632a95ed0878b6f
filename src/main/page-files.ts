import { extname, join } from 'node:path'

/** Which file of the built page an address of the app's scheme means. Nothing outside that folder has an address. */

export const pageScheme = 'casebook-app'
export const pageOrigin = `${pageScheme}://app`

export interface PageFile {
  readonly path: string
  readonly mediaType: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** @returns null for another origin, for a kind of file that the page does not have, and for every way out of the folder. */
export function findPageFile(address: string, folder: string): PageFile | null {
  const url = URL.parse(address)
  if (url === null || url.protocol !== `${pageScheme}:` || url.host !== 'app') return null
  const steps = decodedSteps(url.pathname)
  if (steps === null) return null
  const path = join(folder, ...steps)
  const mediaType = mediaTypes[extname(path).toLowerCase()]
  return mediaType === undefined ? null : { path, mediaType }
}

/** Every step must be a plain name: URL parsing has taken out `..`, but not one that hides behind percent signs. */
function decodedSteps(pathname: string): readonly string[] | null {
  try {
    const steps = pathname.split('/').slice(1).map(decodeURIComponent)
    return steps.every((step) => /^[\w@-][\w@.-]*$/.test(step)) ? steps : null
  } catch {
    return null
  }
}
