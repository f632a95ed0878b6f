import { join } from 'node:path'
import { pageFileAt } from '#contract/page-files.ts'

/** Which file of the built page an address of the app's scheme means. */

export const pageScheme = 'casebook-app'
export const pageOrigin = `${pageScheme}://app`

export interface PageFile {
  readonly path: string
  readonly mediaType: string
}

/** @returns null for another origin, for a kind of file that the page does not have, and for every way out of the folder. */
export function findPageFile(address: string, folder: string): PageFile | null {
  const url = URL.parse(address)
  if (url === null || url.protocol !== `${pageScheme}:` || url.host !== 'app') return null
  const file = pageFileAt(url.pathname)
  return file === null ? null : { path: join(folder, ...file.steps), mediaType: file.mediaType }
}
