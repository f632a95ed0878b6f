import iconv from 'iconv-lite'
import { codePageOfCharset, codePageOfDocument } from './rtf-words.ts'

/** The letters of a document: bytes in the code page of their font, or Unicode with something plain behind it for old readers. */
export class RtfCharacters {
  readonly #say: (words: string) => void
  #documentPage = 'cp1252'
  #defaultFont: number | null = null
  readonly #pages = new Map<number, string>()
  #bytes: number[] = []
  #pageOfBytes = 'cp1252'
  #skip = 0

  constructor(say: (words: string) => void) {
    this.#say = say
  }

  /** `\ansi`, `\mac`, …; or the number of `\ansicpg`. */
  setDocumentPage(page: string | number): void {
    const name = typeof page === 'number' ? `cp${page}` : codePageOfDocument[page]
    if (name !== undefined && iconv.encodingExists(name)) this.#documentPage = name
  }

  setDefaultFont(font: number): void {
    this.#defaultFont = font
  }

  setFont(font: number, { charset, page }: { charset?: number; page?: number }): void {
    const name = charset === undefined ? `cp${page}` : codePageOfCharset[charset]
    if (name !== undefined && iconv.encodingExists(name)) this.#pages.set(font, name)
  }

  /** Latin letters that stand for bytes. A character of two bytes may have one written as `\'83` and one as a letter. */
  letters(letters: string, font: number | null): void {
    const kept = letters.slice(this.#skip)
    this.#skip -= letters.length - kept.length
    if (kept === '') return
    this.#choosePage(font)
    if (this.#bytes.length === 0 && /^[\x00-\x7f]*$/.test(kept)) this.#say(kept)
    else for (const letter of kept) this.#bytes.push(letter.charCodeAt(0))
  }

  byte(byte: number, font: number | null): void {
    if (this.#isSkipped()) return
    this.#choosePage(font)
    this.#bytes.push(byte)
  }

  /** @param fallback how many characters behind it say the same for old readers */
  unicode(code: number, fallback: number): void {
    this.flush()
    this.#say(String.fromCharCode(code < 0 ? code + 65_536 : code))
    this.#skip = fallback
  }

  character(character: string): void {
    if (this.#isSkipped()) return
    this.flush()
    this.#say(character)
  }

  /** What stands behind a Unicode character ends with its group. */
  endFallback(): void {
    this.#skip = 0
  }

  flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = Buffer.from(this.#bytes)
    this.#bytes = []
    this.#say(iconv.decode(bytes, this.#pageOfBytes))
  }

  #choosePage(font: number | null): void {
    const page = this.#pages.get(font ?? this.#defaultFont ?? -1) ?? this.#documentPage
    if (page !== this.#pageOfBytes) this.flush()
    this.#pageOfBytes = page
  }

  #isSkipped(): boolean {
    if (this.#skip === 0) return false
    this.#skip--
    return true
  }
}
