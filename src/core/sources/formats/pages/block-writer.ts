import type { Structure, TextBlock } from '#contract/source.ts'

/**
 * Writes a text block by block and remembers where each block and link stands in it. Between blocks stands an empty line,
 * between the items of a list and the rows of a table a line break.
 */
export class BlockWriter {
  // In pieces, and with their ends counted: to look at the end of one long string again and again would copy it each time.
  readonly #pieces: string[] = []
  #length = 0
  /** How much white space the pieces end with. */
  #trailing = 0
  /** Written before the next words, if any come: what parts two blocks or two lines, and white space at their beginning. */
  #pending = ''
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
    this.#pending = last === undefined ? '' : close ? '\n' : '\n\n'
    this.#kind = kind
    this.#level = level
    this.#start = this.nextStart
  }

  /** Where the next words of the open block will stand. */
  get nextStart(): number {
    return this.#length + this.#pending.length
  }

  get isOpen(): boolean {
    return this.#kind !== null
  }

  /** Words with the white space of markup: any run of it is one space, none at the beginning of a line. */
  flow(words: string): void {
    const collapsed = words.replace(/[ \t\n\r\f]+/g, ' ')
    const atStart = this.#length <= this.#start || this.#pending !== '' || this.#pieces.at(-1)?.endsWith(' ')
    this.exact(atStart === true ? collapsed.replace(/^ /, '') : collapsed)
  }

  /** Words as they are. */
  exact(words: string): void {
    if (words === '') return
    if (this.#kind === null) this.begin('paragraph')
    const black = words.trimEnd().length
    if (black === 0 && this.#pending !== '') {
      this.#pending += words
      return
    }
    this.#pieces.push(this.#pending, words)
    this.#length += this.#pending.length + words.length
    this.#trailing = black === 0 ? this.#trailing + words.length : words.length - black
    this.#pending = ''
  }

  /** A line break inside the block. */
  lineBreak(): void {
    if (this.#length <= this.#start) return
    this.#trim()
    this.#pending = '\n'
  }

  link(href: string, write: () => void): void {
    const before = this.isOpen ? this.nextStart : null
    write()
    this.linked(before ?? this.#start, href)
  }

  /** What was written since `start` is a link. */
  linked(start: number, href: string): void {
    const end = this.#length - this.#trailing
    if (end > start && isHarmless(href)) this.#links.push({ start, end, href })
  }

  /** A mark at a place that was written already. */
  markAt(kind: Structure['marks'][number]['kind'], label: string, at: number): void {
    this.#marks.push({ kind, at, label })
  }

  end(): void {
    if (this.#kind === null) return
    this.#trim()
    if (this.#length > this.#start) {
      this.#blocks.push({ kind: this.#kind, start: this.#start, end: this.#length, ...levelOf(this.#level) })
    }
    this.#pending = ''
    this.#kind = null
  }

  finish(): { text: string; structure: Structure } {
    this.end()
    const end = this.#length
    const links = this.#links.filter((link) => link.end <= end)
    const marks = this.#marks.map((mark) => ({ ...mark, at: Math.min(mark.at, end) }))
    return { text: this.#pieces.join(''), structure: { blocks: this.#blocks, links, marks } }
  }

  #trim(): void {
    while (this.#trailing > 0) {
      const last = this.#pieces.pop() ?? ''
      const kept = last.slice(0, Math.max(0, last.length - this.#trailing))
      if (kept !== '') this.#pieces.push(kept)
      this.#trailing -= last.length - kept.length
      this.#length -= last.length - kept.length
    }
  }
}

function levelOf(level: number | undefined): { level?: number } {
  return level === undefined ? {} : { level }
}

/** Links are data, never followed; those that would run something are not even that. */
export function isHarmless(href: string): boolean {
  return /^(?:https?|mailto|ftp):/i.test(href.trim())
}
