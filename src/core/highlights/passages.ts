import { CasebookError } from '#contract/failure.ts'
import type { Passage } from '#contract/highlights.ts'
import type { Span } from '#contract/sources.ts'
import type { Store } from '../casebook/casebook.ts'
import { cutText, type MarkedSource } from './source-text.ts'

/** Spans that the analyst chose become passages: checked, in text order, with their words and what stands round them. */

/** Code units of context kept on each side; 32 are promised, more tell repeated sentences apart. */
const contextLength = 48

/**
 * @returns one passage per stretch, in text order; spans that touch or overlap are one stretch
 * @throws CasebookError highlight.outside (beyond the text), input.invalid (empty, or through a character)
 */
export function cutPassages(store: Store, source: MarkedSource, spans: readonly Span[]): Passage[] {
  for (const span of spans) mustLieInside(span, source.length)
  return joinStretches(spans).map((span) => cutPassage(store, source, span))
}

function mustLieInside({ start, end }: Span, length: number): void {
  if (start >= end) {
    throw new CasebookError(
      'input.invalid',
      `A mark needs words: it begins at ${start} and ends at ${end}.`,
      {
        start,
        end,
      },
    )
  }
  if (end > length) {
    throw new CasebookError(
      'highlight.outside',
      `The mark ends at ${end}, beyond the text, which ends at ${length}.`,
      { start, end, length },
    )
  }
}

function joinStretches(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else joined.push({ start, end })
  }
  return joined
}

function cutPassage(store: Store, source: MarkedSource, { start, end }: Span): Passage {
  // One unit more on each side than context needs, to see whether a cut goes through a surrogate pair.
  const from = Math.max(0, start - contextLength - 1)
  const around = cutText(store, source, { start: from, end: end + contextLength + 1 })
  const [first, last] = [start - from, end - from]
  if (splitsCharacter(around, first) || splitsCharacter(around, last)) {
    throw new CasebookError('input.invalid', 'A mark cannot begin or end inside a character.', { start, end })
  }
  const before = Math.max(0, first - contextLength)
  const after = Math.min(around.length, last + contextLength)
  return {
    start,
    end,
    quote: around.slice(first, last),
    prefix: around.slice(splitsCharacter(around, before) ? before - 1 : before, first),
    suffix: around.slice(last, splitsCharacter(around, after) ? after + 1 : after),
  }
}

/** Whether the offset lies between the two halves of a surrogate pair. */
function splitsCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
