import type { Structure, TextBlock } from '#contract/sources.ts'

/**
 * Writes a text block by block and remembers where each block and link stands in it. Between blocks stands an empty line,
 * between the items of a list and the rows of a table a line break.
 */
export class BlockWriter {
  #text = ''
  #separator = ''
  #kind: TextBlock['kind'] | null = null
  #level: number | undefined
  #start = 0
  readonly #blocks: TextBlock[] = []
  readonly #links: Structure['links'] = []
  readonly #marks: Structure['marks'] = []

  /** Ends the block that is open, if one is, and begins another. An empty block leaves no trace. */
  begin(kind: TextBlock['kind'], level?: number): void {
    this.end()
    const last = this.#blocks.at(-1)
    const close = last?.kind === kind && (kind === 'list-item' || kind === 'table')
    this.#separator = last === undefined ? '' : close ? '\n' : '\n\n'
    this.#kind = kind
    this.#level = level
    this.#start = this.#text.length + this.#separator.length
  }

  /** Where the next words of the open block will stand. */
  get nextStart(): number {
    return this.#text.length + this.#separator.length
  }

  get isOpen(): boolean {
    return this.#kind !== null
  }

  /** Words with the white space of markup: any run of it is one space, none at the beginning of a block. */
  flow(words: string): void {
    const collapsed = words.replace(/[ \t\n\r\f]+/g, ' ')
    const atStart = this.length <= this.#start || /[ \n]$/.test(this.#text)
    this.exact(atStart ? collapsed.replace(/^ /, '') : collapsed)
  }

  /** Words as they are. */
  exact(words: string): void {
    if (words === '') return
    if (this.#kind === null) this.begin('paragraph')
    this.#text += this.#separator + words
    this.#separator = ''
  }

  /** A line break inside the block. */
  lineBreak(): void {
    if (this.length <= this.#start) return
    this.#text = `${this.#text.trimEnd()}\n`
  }

  link(href: string, write: () => void): void {
    const start = Math.max(this.length, this.#start)
    write()
    const end = this.#text.trimEnd().length
    if (end > start && isHarmless(href)) this.#links.push({ start, end, href })
  }

  mark(kind: Structure['marks'][number]['kind'], label: string): void {
    this.end()
    this.#marks.push({ kind, at: this.#text.length === 0 ? 0 : this.#text.length + 2, label })
  }

  end(): void {
    if (this.#kind === null) return
    const trimmed = this.#text.trimEnd()
    if (trimmed.length > this.#start) {
      this.#text = trimmed
      this.#blocks.push({
        kind: this.#kind,
        start: this.#start,
        end: trimmed.length,
        ...levelOf(this.#level),
      })
    } else {
      this.#text = trimmed
    }
    this.#separator = ''
    this.#kind = null
  }

  finish(): { text: string; structure: Structure } {
    this.end()
    const text = this.#text
    const end = text.length
    const links = this.#links.filter((link) => link.end <= end)
    const marks = this.#marks.map((mark) => ({ ...mark, at: Math.min(mark.at, end) }))
    return { text, structure: { blocks: this.#blocks, links, marks } }
  }

  get length(): number {
    return this.#text.length
  }
}

function levelOf(level: number | undefined): { level?: number } {
  return level === undefined ? {} : { level }
}

/** Links are data, never followed; those that would run something are not even that. */
export function isHarmless(href: string): boolean {
  return /^(?:https?|mailto|ftp):/i.test(href.trim())
}
