/**
 * How a page's markup nests and how much of it there is, told from its signs alone and as the parser will see it (it closes what
 * was left open only where HTML, §13.1.2.4, says so): before anything builds a tree. The time grows with the length alone.
 */

export interface MarkupSize {
  /** Elements in elements. */
  readonly depth: number
  /** Elements that are closed by what comes after them only. */
  readonly leftOpen: number
  readonly attributes: number
  /** The most that one element has. */
  readonly attributesOfOne: number
  readonly links: number
}

export function measureMarkup(markup: string): MarkupSize {
  const open = new OpenElements()
  let [attributes, attributesOfOne, links] = [0, 0, 0]
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    const tag = readTag(markup, at)
    if (tag === null) break
    at = tag.end
    if (tag.kind === 'close') open.close(tag.name)
    if (tag.kind !== 'open') continue
    attributes += tag.attributes
    attributesOfOne = Math.max(attributesOfOne, tag.attributes)
    if (tag.name === 'a') links += 1
    open.open(tag.name, tag.isSelfClosed)
    if (tag.name === 'script' || tag.name === 'style') at = endOfRawText(markup, at, tag.name)
  }
  return { depth: open.deepest, leftOpen: open.leftOpen, attributes, attributesOfOne, links }
}

type Tag = { readonly end: number } & (
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: number
      readonly isSelfClosed: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'other' }
)

const nameStart = /[a-z]/i
const afterName = /[\s/>]/g
const afterAttribute = /[\s=/>]/g
const afterValue = /[\s>]/g
const notBlank = /\S/g
const notBlankNorSlash = /[^\s/]/g

/** Null where the markup ends inside it. */
function readTag(markup: string, at: number): Tag | null {
  const next = markup[at + 1] ?? ''
  if (next === '!' || next === '?') return skipped(markup, at)
  const isClose = next === '/'
  const start = at + (isClose ? 2 : 1)
  if (!nameStart.test(markup[start] ?? '')) return { kind: 'other', end: at + 1 }
  const nameEnd = find(afterName, markup, start)
  if (nameEnd < 0) return null
  const name = markup.slice(start, nameEnd).toLowerCase()
  if (!isClose) return readAttributes(markup, nameEnd, name)
  const end = markup.indexOf('>', nameEnd)
  return end < 0 ? null : { kind: 'close', name, end: end + 1 }
}

function skipped(markup: string, at: number): Tag | null {
  const isComment = markup.startsWith('<!--', at)
  const end = isComment ? markup.indexOf('-->', at + 4) : markup.indexOf('>', at)
  return end < 0 ? null : { kind: 'other', end: end + (isComment ? 3 : 1) }
}

function readAttributes(markup: string, from: number, name: string): Tag | null {
  let attributes = 0
  for (let at = from; ; ) {
    at = find(notBlankNorSlash, markup, at)
    if (at < 0) return null
    if (markup[at] === '>')
      return { kind: 'open', name, attributes, isSelfClosed: markup[at - 1] === '/', end: at + 1 }
    attributes++
    // The first sign of a name may be anything, an equals sign too.
    at = endOfValue(markup, find(afterAttribute, markup, at + 1))
    if (at < 0) return null
  }
}

function endOfValue(markup: string, nameEnd: number): number {
  const equals = nameEnd < 0 ? -1 : find(notBlank, markup, nameEnd)
  if (equals < 0 || markup[equals] !== '=') return nameEnd
  const value = find(notBlank, markup, equals + 1)
  const quote = markup[value]
  if (quote !== '"' && quote !== "'") return value < 0 ? -1 : find(afterValue, markup, value)
  const end = markup.indexOf(quote, value + 1)
  return end < 0 ? -1 : end + 1
}

function find(what: RegExp, markup: string, from: number): number {
  what.lastIndex = from
  return what.exec(markup)?.index ?? -1
}

function endOfRawText(markup: string, from: number, name: 'script' | 'style'): number {
  const end = find(name === 'script' ? /<\/script/gi : /<\/style/gi, markup, from)
  return end < 0 ? markup.length : end
}

const empty = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)
const closesParagraph =
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
/** What an element closes that was left open right before it. */
const closes = new Map<string, readonly string[]>([
  ...closesParagraph.split(' ').map((name) => [name, ['p']] as const),
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['tr', ['tr', 'th', 'td']],
  ['td', ['thead', 'th', 'td']],
  ['th', ['th']],
  ['tbody', ['thead', 'tbody']],
  ['tfoot', ['thead', 'tbody']],
  ['option', ['option']],
  ['optgroup', ['optgroup', 'option']],
])

class OpenElements {
  readonly #names: string[] = []
  readonly #counts = new Map<string, number>()
  deepest = 0
  leftOpen = 0

  open(name: string, isSelfClosed: boolean): void {
    const closed = closes.get(name)
    while (closed?.includes(this.#names.at(-1) ?? '') === true) {
      this.#pop()
      this.leftOpen++
    }
    if (empty.has(name) || (isSelfClosed && this.#isForeign())) return
    this.#names.push(name)
    this.#counts.set(name, this.#count(name) + 1)
    this.deepest = Math.max(this.deepest, this.#names.length)
  }

  /** What was never opened closes nothing. */
  close(name: string): void {
    if (this.#count(name) === 0) return
    while (this.#names.at(-1) !== name) {
      this.#pop()
      this.leftOpen++
    }
    this.#pop()
  }

  #pop(): void {
    const name = this.#names.pop() ?? ''
    this.#counts.set(name, this.#count(name) - 1)
  }

  #count(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  /** A slash at its end closes an element in drawings and formulas alone. */
  #isForeign(): boolean {
    return this.#count('svg') > 0 || this.#count('math') > 0
  }
}
