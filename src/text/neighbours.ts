import { type Alignment, type Block, blocksAt, ONCE } from './aligned-texts.ts'
import type { Span } from './offsets.ts'
import type { PreparedText } from './prepared-text.ts'

/** The blocks (`aligned-texts.ts`) round a mark, and whether they are its neighbours still. */

export type Texts = Alignment & { madeOn: PreparedText; on: PreparedText }

/** Neighbours further off say nothing. */
const FAR = 400
/** The words before and after a change may begin or end alike for so many characters, and blocks then overlap by them. */
export const CHANCE = 12

export function endOf(block: Block): number {
  return block.old + block.length
}

/** How many characters of a span a block holds, on the old text or the new one. */
export function held(block: Block, span: Span, side: 'old' | 'now' = 'old'): number {
  return Math.max(0, Math.min(block[side] + block.length, span.end) - Math.max(block[side], span.start))
}

/**
 * The blocks from the one before a mark to the one behind it, in the order of both texts: one alone where it holds the whole mark. Null
 * where the neighbours went apart, or two blocks hold the mark.
 */
export function chainRound(mark: Span, texts: Texts): Block[] | null {
  const near = blocksAt(texts.byOld, { start: mark.start - FAR, end: mark.end + FAR })
  const whole = holding(near, mark)
  if (whole.length > 0) return whole.length === 1 ? whole : null
  const left = near
    .filter(({ old }) => old < mark.start)
    .reduce<Block | null>((last, block) => (last && endOf(last) >= endOf(block) ? last : block), null)
  const right = near
    .filter((block) => endOf(block) > mark.end)
    .reduce<Block | null>((first, block) => (first && first.old <= block.old ? first : block), null)
  if (!left && !right) return null
  const chain = [
    left ?? edgeOf(texts, mark, -1),
    ...near.filter((block) => block.old >= mark.start && endOf(block) <= mark.end),
    right ?? edgeOf(texts, mark, 1),
  ].filter((block) => block !== null)
  if (chain.length < 2) return null
  return chain.every((block, at) => at === 0 || follows(chain[at - 1] ?? block, block)) ? chain : null
}

/** Blocks that hold the mark whole. A few letters are held by two where words begin alike: then by the one with room round them. */
function holding(near: readonly Block[], mark: Span): Block[] {
  const all = near.filter((block) => block.old <= mark.start && endOf(block) >= mark.end)
  if (all.length < 2 || mark.end - mark.start >= CHANCE) return all
  const roomy = all.filter((block) => block.old + CHANCE < mark.start && endOf(block) - CHANCE > mark.end)
  return roomy.length === 1 ? roomy : all
}

/** The beginning (or end) of both texts is a neighbour too: a block of nothing. */
function edgeOf({ madeOn, on }: Texts, mark: Span, step: 1 | -1): Block | null {
  if (step === -1) return mark.start < FAR ? { old: 0, now: 0, length: 0 } : null
  const [old, now] = [madeOn.plain.length, on.plain.length]
  return mark.end + FAR > old ? { old, now, length: 0 } : null
}

/** Whether `next` comes behind `block` on both texts, with not much between them. */
function follows(block: Block, next: Block): boolean {
  const gap = gapBetween(block, next)
  return (
    Math.min(gap.old, gap.now) > -CHANCE &&
    Math.max(gap.old, gap.now) >= 0 &&
    Math.max(gap.old, gap.now) <= FAR
  )
}

/** Between two blocks is no room for a copy that was not there. */
export function isClose(block: Block, next: Block): boolean {
  const gap = gapBetween(block, next)
  return Math.abs(gap.old - gap.now) <= CHANCE
}

function gapBetween(block: Block, next: Block): { old: number; now: number } {
  return { old: next.old - endOf(block), now: next.now - (block.now + block.length) }
}

/**
 * How the texts go on beyond the sentence on one side: in words that stand only there, without a gap (`touching`), behind a small edit
 * (`close`), behind a larger one (`near`); not at all, for the text begins or ends there (`end`); or in `other` words.
 */
export type BeyondChain = 'touching' | 'close' | 'near' | 'end' | 'other'

/** No copy can have come between: there is no room for one, or there are as many as there were. */
export function isSure(side: BeyondChain, asManyCopies: boolean): boolean {
  return side === 'touching' || side === 'close' || (side !== 'other' && asManyCopies)
}

export function sideBeyondChain(
  texts: Texts,
  chain: readonly Block[],
  sentence: Span,
  step: 1 | -1,
): BeyondChain {
  const { madeOn, on } = texts
  const outer = step === 1 ? chain.at(-1) : chain[0]
  if (!outer) return 'other'
  if (outer.length === 0)
    return reachesEdge(texts, step === 1 ? chain.at(-2) : chain[1], step) ? 'end' : 'other'
  const words =
    step === 1
      ? madeOn.plain.slice(Math.max(outer.old, sentence.end), endOf(outer))
      : madeOn.plain.slice(outer.old, Math.min(endOf(outer), sentence.start))
  if (words.length >= ONCE && [madeOn, on].every(({ runs }) => runs.countOf(words, 2) === 1)) {
    const touches = step === 1 ? outer.old <= sentence.end : endOf(outer) >= sentence.start
    return touches ? 'touching' : 'close'
  }
  return endsThere(texts, outer, step) ? 'end' : nextBeyond(texts, outer, sentence, step)
}

// Of a few characters put in at an end of the text nobody makes a copy.
const LITTLE = 8

function reachesEdge({ madeOn, on }: Texts, inner: Block | undefined, step: 1 | -1): boolean {
  if (!inner) return false
  if (step === -1) return inner.now <= inner.old + LITTLE
  return on.plain.length - inner.now <= madeOn.plain.length - inner.old + LITTLE
}

/** Whether both texts begin (or end) where the block does. */
function endsThere({ madeOn, on }: Texts, block: Block, step: 1 | -1): boolean {
  if (step === -1) return block.old === 0 && block.now === 0
  return endOf(block) === madeOn.plain.length && block.now + block.length === on.plain.length
}

/** Whether the next block on that side, the same on both texts, is one beyond the sentence. */
function nextBeyond({ byOld, byNow }: Texts, outer: Block, sentence: Span, step: 1 | -1): BeyondChain {
  const next = nextBlock(byOld, outer, step)
  if (!next || next !== nextBlock(byNow, outer, step)) return 'other'
  const [first, second] = step === 1 ? [outer, next] : [next, outer]
  const isBeyond = step === 1 ? endOf(next) >= sentence.end + ONCE : next.old <= sentence.start - ONCE
  if (!isBeyond || !follows(first, second) || isRewritten(sentence, first, second)) return 'other'
  return isClose(first, second) ? 'close' : 'near'
}

function nextBlock(ordered: Alignment['byOld'], block: Block, step: 1 | -1): Block | undefined {
  const [start, end] = [block[ordered.side], block[ordered.side] + block.length]
  const beside = step === 1 ? { start: end, end: end + FAR } : { start: start - FAR, end: start }
  const others = blocksAt(ordered, beside).filter((other) => other !== block)
  return step === 1 ? others[0] : others.at(-1)
}

/** Whether too much of the sentence was changed between two blocks. */
function isRewritten(sentence: Span, block: Block, next: Block): boolean {
  const changed = Math.min(next.old, sentence.end) - Math.max(endOf(block), sentence.start)
  return changed > Math.max(24, 0.4 * (sentence.end - sentence.start))
}

/** How often the sentence stood and stands, and where it stands now, if it never had a copy. */
export function copiesOf(
  { madeOn, on }: Texts,
  sentence: Span,
): { several: boolean; asMany: boolean; now: Span | null } {
  const words = madeOn.plain.slice(sentence.start, sentence.end).trim()
  const [was, is] = [madeOn.runs.countOf(words), on.runs.countOf(words)]
  const several = was > 1 || is > 1
  const [start] = several || is === 0 ? [] : [...on.runs.placesOf(words)]
  return {
    several,
    asMany: was === is,
    now: start === undefined ? null : { start, end: start + words.length },
  }
}
