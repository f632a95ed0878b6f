import { CasebookError } from '#contract/failure.ts'
import type { Article } from '../article.ts'
import { isArchive, namesInArchive, openArchive } from './archives/archive.ts'
import { endingOf, type FileToRead, type Format } from './format.ts'

/** Archives of files of any kind: each file in it is read as if it lay in a folder. */
export const zip: Format = {
  name: 'zip',
  // Office documents of other kinds are archives too, but hold no articles.
  isMine: ({ bytes }) => isArchive(bytes) && !namesInArchive(bytes).includes('[Content_Types].xml'),
  read: readZip,
}

/** One file after the other: what was taken out of an archive is never all in memory. */
async function readZip({ bytes, readInner, passOver, leaveOut }: FileToRead): Promise<Article[]> {
  const articles: Article[] = []
  for (const { name, read } of openArchive(bytes)) {
    const reason = reasonAgainst(name)
    if (reason !== null) passOver(name, reason)
    else articles.push(...(await readEntry(name, read)))
  }
  return articles

  async function readEntry(name: string, read: () => Uint8Array): Promise<Article[]> {
    try {
      return await readInner(name, read())
    } catch (error) {
      if (!(error instanceof CasebookError && error.code === 'source.damaged')) throw error
      leaveOut(name, error)
      return []
    }
  }
}

/** By its name alone; what its content tells is asked later. */
function reasonAgainst(name: string): string | null {
  const parts = name.split('/')
  if (parts.some((part) => part.startsWith('.')) || parts[0] === '__MACOSX') return 'a hidden file'
  return ['css', 'js', 'mjs', 'map'].includes(endingOf(name)) ? 'a style sheet or script' : null
}
