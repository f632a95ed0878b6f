import { beginning, type Format } from './format.ts'

/** Rich Text Format, as word processors and news databases export it. */
export const rtf: Format = {
  name: 'rtf',
  isMine: ({ bytes }) => /^(?:\xef\xbb\xbf)?\s*\{\s*\\rtf/.test(beginning(bytes, 64)),
  read: async (file) => (await import('./word/read-rtf.ts')).readRtf(file),
}
