import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { DocumentProperties } from '../word/document-properties.ts'

/** What a PDF's document information (ISO 32000-2, §14.3.3) says. The package that brings PDFium has no call for it: PDFium is asked itself. */

interface Pdfium {
  _FPDF_GetMetaText(document: number, tag: number, words: number, bytes: number): number
  readonly wasmExports: { malloc(bytes: number): number; free(place: number): void }
  readonly HEAPU8: Uint8Array
}

export function propertiesOfPdf(document: PDFiumDocument): DocumentProperties {
  // Private to the package's types alone; a test reads a document's properties, should an update take them away.
  const { module, documentIdx } = document as unknown as { module: Pdfium; documentIdx: number }
  const say = (name: string) => metaText(module, documentIdx, name)
  return {
    title: say('Title'),
    author: say('Author'),
    created: stampOf(say('CreationDate')),
    modified: stampOf(say('ModDate')),
  }
}

/** A property may be as long as its file; more than this is none that anybody reads. */
const mostBytes = 4_096

function metaText(pdfium: Pdfium, document: number, name: string): string {
  const place = pdfium.wasmExports.malloc(mostBytes + name.length + 1)
  if (place === 0) return ''
  try {
    const tag = place + mostBytes
    pdfium.HEAPU8.set(new TextEncoder().encode(`${name}\0`), tag)
    const bytes = pdfium._FPDF_GetMetaText(document, tag, place, mostBytes)
    // UTF-16 with a NUL behind it.
    if (bytes <= 2 || bytes > mostBytes) return ''
    return new TextDecoder('utf-16le').decode(pdfium.HEAPU8.slice(place, place + bytes - 2))
  } finally {
    pdfium.wasmExports.free(place)
  }
}

/** `D:20240628191500+03'00'` (ISO 32000-2, §7.9.4) as other stamps are written. */
function stampOf(date: string): string {
  const { year, month, day, time, zone } =
    /^(?:D:)?(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:(?<time>\d{4})(?:\d\d)?(?<zone>Z|[+-]\d\d'?\d\d)?)?/.exec(
      date,
    )?.groups ?? {}
  if (year === undefined) return date
  const clock = time === undefined ? '' : `T${time.slice(0, 2)}:${time.slice(2)}${zoneOf(zone)}`
  return `${year}-${month}-${day}${clock}`
}

function zoneOf(zone = ''): string {
  const digits = zone.replace("'", '')
  return digits.length === 5 ? `${digits.slice(0, 3)}:${digits.slice(3)}` : digits
}
