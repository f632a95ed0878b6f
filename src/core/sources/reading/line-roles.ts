import type { Span } from '#contract/source.ts'
import { roleAtBottom } from './bottom-role.ts'
import { isBylineByPlace, isCredit, isPlaceByPlace, isRoleByPlace, type OpenLine } from './by-place.ts'
import { isCaption, repeatedCaptions } from './captions.ts'
import { type CreditLine, readCreditLine } from './credit-line.ts'
import { isDatelineAlone } from './dateline.ts'
import type { DateOrder } from './dates.ts'
import { endsLikeSentence, isUnspaced, readsLikeHeadline } from './headline.ts'
import type { Line } from './lines.ts'
import { isOutlet } from './outlets.ts'
import { isChrome } from './page-chrome.ts'
import { SpanLookup } from './span-lookup.ts'
import { startOfTail } from './tail.ts'

/** What each line is for: read from the top down to the first paragraph, then from the bottom up to the last. */

export type Role =
  | 'headline'
  | 'standfirst'
  | 'credit'
  | 'outlet'
  | 'dateline'
  | 'caption'
  | 'chrome'
  /** Running heads and page numbers: chrome wherever they stand. */
  | 'furniture'
  | 'bio'
  | 'body'

export interface ReadLine extends Line {
  readonly role: Role
  /** Whether the document's structure says that it is the headline, or that it is none; null where it says nothing. */
  readonly headline: boolean | null
  /** Above, in or below the paragraphs. */
  readonly place: 'top' | 'body' | 'bottom'
  readonly credit: CreditLine | null
}

/**
 * A line whose role is being decided. What it says at an edge of the article takes many patterns to tell, and is only asked of the few
 * lines that may stand at one: so it is found out when it is asked for, once.
 */
class Draft implements OpenLine {
  role: Role = 'body'
  place: ReadLine['place'] = 'body'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly afterGap: boolean
  readonly #whole: string
  readonly #order: DateOrder | undefined
  #expectsNames = false
  readonly #isMarked: boolean
  readonly #isFurniture: boolean
  readonly headline: boolean | null
  #credit: CreditLine | null | undefined
  #edge: Edge | null | undefined

  constructor(line: Line, whole: string, marked: MarkedSpans, isRepeated: boolean) {
    this.start = line.start
    this.end = line.end
    this.text = line.text
    this.afterGap = line.afterGap
    this.#whole = whole
    this.#order = marked.order
    this.#isMarked = isRepeated || marked.captions.holds(line)
    this.#isFurniture = marked.boilerplate.holds(line)
    this.headline = marked.headings.holds(line) ? true : marked.insets.holds(line) ? false : null
  }

  get credit(): CreditLine | null {
    if (this.#credit === undefined)
      this.#credit = readCreditLine(this.text, this.start, this.#whole, this.#order, this.#expectsNames)
    return this.#credit
  }

  expectNames(): void {
    this.#expectsNames = true
    this.#credit = undefined
  }

  get edge(): Edge | null {
    if (this.#edge === undefined) this.#edge = this.#isFurniture ? 'furniture' : edgeOf(this, this.#isMarked)
    return this.#edge
  }

  /** Whether it may be anything but a paragraph between paragraphs; told with less effort than what it is. */
  get standsOut(): boolean {
    return this.#isFurniture || this.#isMarked || isCaption(this.text) || isChrome(this.text, 'body')
  }
}

type Edge = 'caption' | 'chrome' | 'furniture' | 'outlet' | 'credit'

/** How far below a line its byline or date may stand. */
const creditReach = 3
/** What is shorter cannot be told from a heading or a caption by its length. */
const paragraphLength = 80
/** A head or a foot of more lines is none: a list of names or of buttons has no end. */
const longestEdge = 1_000

/** All spans of one kind stand in the order of the text. */
export interface RoleHints {
  readonly order?: DateOrder | undefined
  readonly captions?: readonly Span[] | undefined
  readonly boilerplate?: readonly Span[] | undefined
  /** What the document calls its main headings. */
  readonly headings?: readonly Span[] | undefined
  /** Items of lists, rows of tables, quotations: no headline stands there. */
  readonly insets?: readonly Span[] | undefined
}

export function readRoles(lines: readonly Line[], whole: string, hints: RoleHints): ReadLine[] {
  const repeated = repeatedCaptions(lines)
  const marked = {
    order: hints.order,
    captions: new SpanLookup(hints.captions),
    boilerplate: new SpanLookup(hints.boilerplate),
    headings: new SpanLookup(hints.headings),
    insets: new SpanLookup(hints.insets),
  }
  const drafts = lines.map((line) => new Draft(line, whole, marked, repeated.has(line)))
  const top = readTop(drafts)
  const bottom = readBottom(drafts, top)
  for (const draft of drafts.slice(top, bottom)) readInside(draft)
  return drafts
}

interface MarkedSpans {
  readonly order: DateOrder | undefined
  readonly captions: SpanLookup
  readonly boilerplate: SpanLookup
  readonly headings: SpanLookup
  readonly insets: SpanLookup
}

function edgeOf({ text, credit }: ReadLine, isMarked: boolean): Edge | null {
  if (credit !== null && !credit.namesAlone) return 'credit'
  if (isMarked || isCaption(text)) return 'caption'
  if (isOutlet(text)) return 'outlet'
  return isChrome(text) ? 'chrome' : null
}

/** @returns the number of the first line that is the body's */
function readTop(drafts: readonly Draft[]): number {
  const seen = { headline: false }
  let at = 0
  for (; at < Math.min(drafts.length, longestEdge); at++) {
    const draft = drafts[at]
    const role = draft && roleAtTop(drafts, at, seen)
    if (!draft || !role || role === 'body') break
    if (role === 'headline') seen.headline = true
    Object.assign(draft, { role, place: 'top' })
  }
  return leavesABody(drafts, at) ? at : giveBackBody(drafts)
}

function roleAtTop(drafts: readonly Draft[], at: number, seen: { headline: boolean }): Role {
  const draft = drafts[at]
  if (draft === undefined) return 'body'
  if (draft.edge !== null) return draft.edge
  if (isDatelineAlone(draft.text) || isPlaceByPlace(drafts, at)) return 'dateline'
  if (seen.headline && (isBylineByPlace(drafts, at) || isRoleByPlace(drafts, at))) return 'credit'
  if (!seen.headline && isKicker(drafts, at)) return 'chrome'
  if (!seen.headline) return isHeadline(drafts, at) ? 'headline' : 'body'
  if (isRepeatOfHeadline(drafts, at)) return 'headline'
  return readsLikeStandfirst(drafts, at) ? 'standfirst' : 'body'
}

/** A script without spaces says in fifteen signs what others say in forty. */
function isLongEnough(text: string): boolean {
  return text.length > (isUnspaced(text) ? 15 : 40)
}

function isHeadline(drafts: readonly Draft[], at: number): boolean {
  const draft = drafts[at]
  if (draft === undefined || draft.headline === false) return false
  const hasBody = drafts.slice(at + 1).some((line) => isLongEnough(line.text) && line.edge === null)
  return hasBody && (draft.headline === true || readsLikeHeadline(draft, isCredit(drafts[at + 1])))
}

/** A word alone above a headline is of the page's menu or the section, in whatever language. */
function isKicker(drafts: readonly Draft[], at: number): boolean {
  const isWord = (line: Draft | undefined) => line !== undefined && /^[\p{L}\p{M}’'-]{2,24}$/u.test(line.text)
  if (!isWord(drafts[at])) return false
  const next = drafts.findIndex((line, number) => number > at && !isWord(line))
  const below = drafts[next]
  return (
    below !== undefined &&
    below.text.split(/\s+/).length > 3 &&
    below.edge === null &&
    isHeadline(drafts, next)
  )
}

function isRepeatOfHeadline(drafts: readonly Draft[], at: number): boolean {
  return drafts.slice(0, at).some(({ role, text }) => role === 'headline' && text === drafts[at]?.text)
}

/** Between headline and byline, or a line without a full stop between headline and first paragraph. */
function readsLikeStandfirst(drafts: readonly Draft[], at: number): boolean {
  const draft = drafts[at]
  if (draft === undefined || draft.text.length > 400) return false
  const creditBelow = drafts.slice(at + 1, at + 1 + creditReach).findIndex(isCredit)
  const between = drafts.slice(at + 1, at + 1 + Math.max(0, creditBelow))
  if (creditBelow >= 0 && between.every((line) => line.text.length < paragraphLength || line.edge !== null))
    return true
  const before = drafts[at - 1]
  const after = drafts[at + 1]
  if (before?.role !== 'headline' || endsLikeSentence(draft.text) || draft.text.length < 25) return false
  return (
    after !== undefined &&
    after.edge === null &&
    after.text.length > paragraphLength &&
    endsLikeSentence(after.text)
  )
}

function leavesABody(drafts: readonly Draft[], at: number): boolean {
  return at < drafts.length || drafts.every(({ role }) => role !== 'headline')
}

/** A text of short lines only has no paragraph to end the top at: below its first lines everything is body. */
function giveBackBody(drafts: readonly Draft[]): number {
  const last = drafts.findIndex(({ role }) => role === 'headline') + 1
  for (const draft of drafts.slice(last)) Object.assign(draft, { role: 'body', place: 'body' })
  return last
}

/** @returns the number behind the last line that is the body's */
function readBottom(drafts: readonly Draft[], top: number): number {
  const authors = new Set(
    drafts
      .slice(0, top)
      .flatMap(({ credit }) => credit?.authors?.value.split(/,\s*(?:and\s+)?|\s+and\s+/) ?? []),
  )
  let end = startOfTail(drafts, top)
  for (const draft of drafts.slice(end))
    Object.assign(draft, { role: draft.edge ?? 'chrome', place: 'bottom' })
  for (; end > Math.max(top + 1, drafts.length - longestEdge); end--) {
    const draft = drafts[end - 1]
    const role = draft && roleAtBottom(drafts, end - 1, authors)
    if (!draft || !role || role === 'body') break
    Object.assign(draft, { role, place: 'bottom' })
  }
  return end
}

/** Between paragraphs only what cannot be one is taken out. */
function readInside(draft: Draft): void {
  if (!draft.standsOut) return
  if (draft.edge === 'caption' || draft.edge === 'furniture') draft.role = draft.edge
  else if (draft.edge === 'chrome' && isChrome(draft.text, 'body')) draft.role = 'chrome'
}
