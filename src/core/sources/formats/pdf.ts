import { beginning, type Format } from './format.ts'

/** Portable documents. The mark may stand behind a few stray bytes. */
export const pdf: Format = {
  name: 'pdf',
  isMine: ({ bytes }) => beginning(bytes).includes('%PDF-'),
  read: async (file) => (await import('./pdf/read-pdf.ts')).readPdf(file),
}
