import { inflateArchive, isArchive, namesInArchive } from './archive.ts'
import type { FileToRead, Format } from './format.ts'

/** Archives of files of any kind: each file in it is read as if it lay in a folder. */
export const zip: Format = {
  name: 'zip',
  // Office documents of other kinds are archives too, but hold no articles.
  isMine: ({ bytes }) => isArchive(bytes) && !namesInArchive(bytes).includes('[Content_Types].xml'),
  read: readZip,
}

async function readZip({ bytes, readInner }: FileToRead) {
  const files = inflateArchive(bytes, isWorthReading)
  const articles = []
  for (const [name, inner] of files) articles.push(...(await readInner(name, inner)))
  return articles
}

function isWorthReading(name: string): boolean {
  return !name.startsWith('__MACOSX/') && !name.split('/').some((part) => part.startsWith('.'))
}
