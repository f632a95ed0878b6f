import { isArchive, namesInArchive } from './archives/archive.ts'
import type { Format } from './format.ts'

/** Word documents. */
export const docx: Format = {
  name: 'docx',
  isMine: ({ bytes }) => isArchive(bytes) && namesInArchive(bytes).includes('word/document.xml'),
  read: async (file) => (await import('./word/read-docx.ts')).readDocx(file),
}
