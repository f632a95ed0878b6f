/** Lines of printed pages become paragraphs: joined over line and page ends, hyphens undone, running heads kept apart. */

export interface PageParagraph {
  readonly text: string
  readonly isHead: boolean
  /** The pages that begin with it or inside it, and where in its text. */
  readonly pages: readonly { readonly number: number; readonly at: number }[]
}

interface PageLine {
  readonly text: string
  readonly page: number
  readonly isHead: boolean
  /** The length that full lines of its page have. */
  readonly width: number
}

export function paragraphsOfPages(pages: readonly string[]): PageParagraph[] {
  const printed = linesOf(pages)
  const words = wholeWords(printed)
  const lines = printed.map((line) => ({ ...line, text: withoutInnerBreaks(line.text, words) }))
  const body = lines.filter(({ isHead }) => !isHead)
  const goingOn = new Set(body.filter((line, at) => goesOn(line, body[at + 1])))
  const paragraphs = new Paragraphs()
  for (const line of lines) {
    if (line.isHead) paragraphs.addHead(line)
    else paragraphs.addBody(line, goingOn.has(line), words)
  }
  return paragraphs.finish()
}

function linesOf(pages: readonly string[]): PageLine[] {
  const texts = pages.map((page) =>
    page
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  const heads = repeatedHeads(texts)
  return texts.flatMap((page, number) => {
    const width = widthOf(page)
    return page.map((text, at) => {
      const isHead = isRunningHead(text, at, page.length, heads)
      return { text, page: number + 1, isHead, width }
    })
  })
}

/** What stands at the top or bottom of several pages, whatever number is in it. */
function repeatedHeads(pages: readonly (readonly string[])[]): Set<string> {
  const seen = new Map<string, number>()
  for (const page of pages) {
    const edges = new Set([...page.slice(0, edgeLines), ...page.slice(-edgeLines)].map(withoutNumbers))
    for (const edge of edges) seen.set(edge, (seen.get(edge) ?? 0) + 1)
  }
  return new Set(
    [...seen]
      .filter(([edge, count]) => count > 1 && count >= pages.length / 4 && edge.length < 120)
      .map(([edge]) => edge),
  )
}

const edgeLines = 2

function withoutNumbers(line: string): string {
  return line.replace(/\d+/g, '#')
}

function isRunningHead(line: string, at: number, count: number, heads: ReadonlySet<string>): boolean {
  const isEdge = at < edgeLines || at >= count - edgeLines
  return (
    isEdge &&
    (heads.has(withoutNumbers(line)) ||
      (count > 3 && /^(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(line)))
  )
}

function widthOf(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).toSorted((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0
}

const opensItem = /^(?:[•·▪◦*–—-]|\(?\d{1,3}[.)]|\([a-z]\))\s/
const hyphenAtEnd = /[\ufffe\u0002-]$/
const sentenceEnd = /[.!?:”"’)]$/

/** A line that is as long as the column goes on in the next one, unless a sentence ends there and a new block begins. */
function goesOn({ text, page, width }: PageLine, next: PageLine | undefined): boolean {
  if (next === undefined || opensItem.test(next.text)) return false
  if (hyphenAtEnd.test(text)) return true
  const startsSmall = /^\p{Ll}/u.test(next.text)
  // A page may end with a paragraph or in one: what follows must look like the rest of a sentence.
  if (next.page !== page)
    return !sentenceEnd.test(text) && (startsSmall || (text.length > width * 0.8 && isFull(next)))
  if (sentenceEnd.test(text)) return text.length > width * 0.9
  return text.length > width * 0.6 || startsSmall
}

function isFull({ text, width }: PageLine): boolean {
  return text.length > width * 0.8
}

interface Draft {
  text: string
  readonly isHead: boolean
  readonly pages: { number: number; at: number }[]
}

/** Takes lines in their order; what stands at the edges between two halves of a paragraph comes behind it. */
class Paragraphs {
  readonly #all: Draft[] = []
  #open: Draft | null = null
  readonly #waiting: PageLine[] = []
  #page = 0

  addHead(line: PageLine): void {
    if (this.#open === null) this.#begin(line)
    else this.#waiting.push(line)
  }

  addBody(line: PageLine, isGoingOn: boolean, words: ReadonlySet<string>): void {
    const paragraph = this.#open ?? this.#begin(line)
    if (this.#open !== null) {
      const joined = joinLines(paragraph.text, line.text, words)
      this.#markPage(paragraph, line.page, joined.length - line.text.length)
      paragraph.text = joined
    }
    this.#open = isGoingOn ? paragraph : null
    if (isGoingOn) return
    for (const head of this.#waiting.splice(0)) this.#begin(head)
  }

  finish(): PageParagraph[] {
    for (const head of this.#waiting.splice(0)) this.#begin(head)
    return this.#all.map((one) => ({ ...one, text: one.text.replace(/[\ufffe\u0002]$/, '-') }))
  }

  #begin(line: PageLine): Draft {
    const draft: Draft = { text: line.text, isHead: line.isHead, pages: [] }
    this.#markPage(draft, line.page, 0)
    this.#all.push(draft)
    return draft
  }

  #markPage({ pages }: Draft, number: number, at: number): void {
    if (number <= this.#page) return
    this.#page = number
    pages.push({ number, at: Math.max(0, at) })
  }
}

/** The words of the pages as they stand inside lines, hyphens and all. */
function wholeWords(lines: readonly PageLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
}

/**
 * PDFium marks the hyphen that a line end brought with U+FFFE (U+0002 in older versions), and joins some of these lines itself.
 * It goes, unless the word stands with its hyphen elsewhere.
 */
function joinLines(before: string, after: string, words: ReadonlySet<string>): string {
  const isSplit = /[\ufffe\u0002]$/.test(before) || (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after))
  if (isSplit) return before.slice(0, -1) + hyphenOf(before.slice(0, -1), after, words) + after
  return /[^\s-]-$/.test(before) ? before + after : `${before} ${after}`
}

function withoutInnerBreaks(line: string, words: ReadonlySet<string>): string {
  return line.replace(/[\ufffe\u0002](?=.)/g, (_, at: number) =>
    hyphenOf(line.slice(0, at), line.slice(at + 1), words),
  )
}

function hyphenOf(before: string, after: string, words: ReadonlySet<string>): '' | '-' {
  const [start = ''] = /[\p{L}-]+$/u.exec(before) ?? []
  const [end = ''] = /^[\p{L}-]+/u.exec(after) ?? []
  const isCompound = words.has(`${start}-${end}`.toLowerCase()) && !words.has((start + end).toLowerCase())
  return isCompound || end === '' || start === '' ? '-' : ''
}
