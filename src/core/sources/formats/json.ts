import { beginning, endingOf, type Format } from './format.ts'

/** Articles as JSON: an object a line (JSONL), a list of objects, or an object that holds such a list. */
export const json: Format = {
  name: 'json',
  isMine: ({ bytes, name, pasted }) =>
    pasted === null && (opensRecords(bytes) || ['jsonl', 'ndjson'].includes(endingOf(name))),
  read: async (file) => (await import('./tables/read-json.ts')).readJson(file),
}

/** In UTF-16 the signs stand with zeros between them. */
function opensRecords(bytes: Uint8Array): boolean {
  const head = beginning(bytes, 4_096).replaceAll('\0', '')
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\[?\s*\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(head)
}
