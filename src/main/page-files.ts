import { join } from 'node:path'
import { pageFileAt } from '#contract/page-files.ts'

/** The desktop's own scheme for the built page, and which file an address of it means. */

export const pageScheme = 'casebook-app'
export const pageOrigin = `${pageScheme}://app`

export interface FileToSend {
  readonly path: string
  readonly mediaType: string
}

/** @returns null for another origin, and for all that the built page does not have. */
export function findPageFile(address: string, folder: string): FileToSend | null {
  const url = URL.parse(address)
  if (url === null || url.protocol !== `${pageScheme}:` || url.host !== 'app') return null
  const file = pageFileAt(url.pathname)
  return file === null ? null : { path: join(folder, ...file.steps), mediaType: file.mediaType }
}
