import { isArchive, namesInArchive } from './archive.ts'
import type { Format } from './format.ts'

/** Word documents. */
export const docx: Format = {
  name: 'docx',
  isMine: ({ bytes }) => isArchive(bytes) && namesInArchive(bytes).includes('word/document.xml'),
  read: async (file) => (await import('./read-docx.ts')).readDocx(file),
}
