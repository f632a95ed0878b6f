/**
 * Which file of the built page an address means, whichever host serves it: nothing outside the folder has an address,
 * and no kind of file that the page does not have.
 */

export interface PageFile {
  /** The steps from the folder of the built page down to the file. */
  readonly steps: readonly string[]
  readonly mediaType: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/**
 * @param pathname the path of the address, percent signs included: `/assets/page.js`
 * @returns null for another kind of file, and for every way out of the folder
 */
export function pageFileAt(pathname: string): PageFile | null {
  const steps = decodedSteps(pathname)
  const ending = steps?.at(-1)?.split('.').at(-1)?.toLowerCase()
  const mediaType = ending === undefined ? undefined : mediaTypes[ending]
  return steps === null || mediaType === undefined ? null : { steps, mediaType }
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
