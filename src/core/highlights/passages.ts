import { CasebookError } from '#contract/failure.ts'
import type { Passage } from '#contract/highlights.ts'
import type { Span } from '#contract/source.ts'
import { describePassage } from '#text/anchoring/describe-passage.ts'
import type { RunIndex } from '#text/anchoring/run-index.ts'

/** Spans that the analyst chose become passages: checked, in text order, with their words and what stands round them. */

/**
 * `runs` is handed in where many marks are cut from one text.
 * @returns one passage per stretch, in text order; spans that touch or overlap are one stretch
 * @throws CasebookError highlight.outside (beyond the text), input.invalid (empty, or through a character)
 */
export function cutPassages(text: string, spans: readonly Span[], runs?: RunIndex): Passage[] {
  for (const span of spans) mustMark(text, span)
  return joinStretches(spans).map((span) => cutPassage(text, span, runs))
}

function mustMark(text: string, { start, end }: Span): void {
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
  if (end > text.length) {
    throw new CasebookError(
      'highlight.outside',
      `The mark ends at ${end}, beyond the text, which ends at ${text.length}.`,
      { start, end, length: text.length },
    )
  }
  if (splitsCharacter(text, start) || splitsCharacter(text, end))
    throw new CasebookError('input.invalid', 'A mark cannot begin or end inside a character.', { start, end })
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

/** The ends stay as they were chosen, also inside what a reader sees as one character; the context is of whole ones. */
function cutPassage(text: string, { start, end }: Span, runs: RunIndex | undefined): Passage {
  const around = describePassage(text, { start, end }, runs)
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(around.start - around.prefix.length, start),
    suffix: text.slice(end, around.end + around.suffix.length),
  }
}

/** Whether the offset lies between the two halves of a surrogate pair. */
function splitsCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
