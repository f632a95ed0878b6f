import { inflateArchive, isArchive, namesInArchive } from './archive.ts'
import { endingOf, type FileToRead, type Format } from './format.ts'

/** Archives of files of any kind: each file in it is read as if it lay in a folder. */
export const zip: Format = {
  name: 'zip',
  // Office documents of other kinds are archives too, but hold no articles.
  isMine: ({ bytes }) => isArchive(bytes) && !namesInArchive(bytes).includes('[Content_Types].xml'),
  read: readZip,
}

async function readZip({ bytes, readInner, passOver }: FileToRead) {
  const files = inflateArchive(bytes, (name) => {
    const reason = reasonAgainst(name)
    if (reason !== null) passOver(name, reason)
    return reason === null
  })
  const articles = []
  for (const [name, inner] of files) articles.push(...(await readInner(name, inner)))
  return articles
}

/** By its name alone; what its content tells is asked later. */
function reasonAgainst(name: string): string | null {
  const parts = name.split('/')
  if (parts.some((part) => part.startsWith('.')) || parts[0] === '__MACOSX') return 'a hidden file'
  return ['css', 'js', 'mjs', 'map'].includes(endingOf(name)) ? 'a style sheet or script' : null
}
