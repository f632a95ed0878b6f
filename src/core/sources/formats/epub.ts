import { isArchive, namesInArchive } from './archives/archive.ts'
import { endingOf, type Format } from './format.ts'

/** Electronic books: each chapter is a source. */
export const epub: Format = {
  name: 'epub',
  // What calls itself a book and has no table of contents is a damaged book, not an archive of loose files.
  isMine: ({ bytes, name }) =>
    isArchive(bytes) &&
    (endingOf(name) === 'epub' || namesInArchive(bytes).includes('META-INF/container.xml')),
  read: async (file) => (await import('./books/read-epub.ts')).readEpub(file),
}
