/** Lines of printed pages become paragraphs: joined over line and page ends, hyphens undone, running heads kept apart. */

export interface PageParagraph {
  /** The number of the page that begins with this paragraph; null inside a page. */
  readonly page: number | null
  readonly text: string
  readonly isHead: boolean
}

export function paragraphsOfPages(pages: readonly string[]): PageParagraph[] {
  const lines = pages.map((page) =>
    page
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  const heads = repeatedHeads(lines)
  return lines.flatMap((page, at) => paragraphsOfPage(page, heads, at + 1))
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

function paragraphsOfPage(
  lines: readonly string[],
  heads: ReadonlySet<string>,
  page: number,
): PageParagraph[] {
  const width = widthOf(lines)
  const paragraphs: { text: string; isHead: boolean }[] = []
  let isOpen = false
  lines.forEach((line, at) => {
    const isHead = isRunningHead(line, at, lines.length, heads)
    const last = paragraphs.at(-1)
    if (isOpen && last && !isHead) last.text = joinLines(last.text, line)
    else paragraphs.push({ text: line, isHead })
    isOpen = !isHead && goesOn(line, lines[at + 1], width)
  })
  return paragraphs.map(({ text, isHead }, at) => ({
    page: at === 0 ? page : null,
    text: text.replace(/[\ufffe\u0002]/g, '-'),
    isHead,
  }))
}

function isRunningHead(line: string, at: number, count: number, heads: ReadonlySet<string>): boolean {
  const isEdge = at < edgeLines || at >= count - edgeLines
  return (
    isEdge &&
    (heads.has(withoutNumbers(line)) ||
      (count > 3 && /^(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(line)))
  )
}

/** The length that full lines of the page have. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).toSorted((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0
}

/** A line that is as long as the column goes on in the next one, unless a sentence ends there and a new block begins. */
function goesOn(line: string, next: string | undefined, width: number): boolean {
  if (next === undefined || /^(?:[•·▪◦*–—-]|\(?\d{1,3}[.)]|\([a-z]\))\s/.test(next)) return false
  if (/[\ufffe\u0002-]$/.test(line)) return true
  if (/[.!?:”"’)]$/.test(line)) return line.length > width * 0.9
  return line.length > width * 0.6 || /^\p{Ll}/u.test(next)
}

/** pdfium marks the hyphen that a line end brought with U+FFFE (U+0002 in older versions). */
function joinLines(before: string, after: string): string {
  if (/[\ufffe\u0002]$/.test(before)) return before.slice(0, -1) + after
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after
  return `${before} ${after}`
}
