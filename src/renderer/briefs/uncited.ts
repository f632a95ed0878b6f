import { type Block, type Inline, inlinesOf, type ListItem, type Prose } from '#contract/prose.ts'
import { sentences } from '#text/sentences.ts'

/**
 * Sentences with no citation in them or close behind them, in reading order. Headings state nothing, and a lead-in that
 * ends in a colon leaves the citing to what follows.
 */
export function uncitedSentences(document: Prose): string[] {
  return document.blocks.flatMap(uncitedInBlock)
}

function uncitedInBlock(block: Block): string[] {
  if (block.kind === 'heading') return []
  return block.kind === 'list' ? block.items.flatMap(uncitedInItem) : uncitedIn(inlinesOf(block))
}

function uncitedInItem({ inlines, list }: ListItem): string[] {
  return [...uncitedIn(inlines), ...(list === undefined ? [] : uncitedInBlock(list))]
}

function uncitedIn(inlines: readonly Inline[]): string[] {
  let text = ''
  const cited: number[] = []
  for (const inline of inlines) {
    if (inline.kind === 'citation') cited.push(text.trimEnd().length)
    else text += inline.kind === 'break' ? '\n' : inline.text
  }
  return sentences(text)
    .filter(({ start, end }) => !cited.some((at) => at > start && at <= end))
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => /\p{L}/u.test(sentence) && !sentence.endsWith(':'))
}
