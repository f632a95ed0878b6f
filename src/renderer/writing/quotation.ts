import type { HighlightId } from '#contract/ids.ts'
import type { Block } from '#contract/prose.ts'

/** A block with the words as they stand in the source, and the citation close behind them. Paragraph ends become spaces. */
export function quotation(words: string, highlight: HighlightId): Block {
  const text = words.replaceAll(/\s*\n\s*/g, ' ')
  return {
    kind: 'quote',
    inlines: [
      { kind: 'text', text },
      { kind: 'citation', highlight },
    ],
  }
}
