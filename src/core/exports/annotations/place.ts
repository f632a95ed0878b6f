import { CasebookError } from '#contract/failure.ts'
import type { Span } from '#contract/source.ts'
import type { RunIndex } from '#text/anchoring/run-index.ts'
import type { CodePointIndex } from '#text/code-point-index.ts'
import { hasType, isObject, type Json, type JsonObject, listOf, type Selectors, stringOf } from './model.ts'

/** Where an imported annotation stands on a text. Position is only a hint: the quote decides. */

/**
 * The quote and the position among the selectors of a target, those that refine another included (section 4.2.9).
 * @throws CasebookError annotation.invalid where there is neither
 */
export function selectorsOf(target: JsonObject): Selectors {
  const selectors = listOf(target['selector']).flatMap(withRefinements)
  const quote = selectors.find((one) => hasType(one, 'TextQuoteSelector') && stringOf(one['exact']) !== null)
  const position = selectors.find((one) => hasType(one, 'TextPositionSelector'))
  const exact = stringOf(quote?.['exact'])
  const [start, end] = [offsetOf(position?.['start']), offsetOf(position?.['end'])]
  if (exact === '') throw invalid('Its quote is empty.')
  if (exact === null && (start === null || end === null)) throw invalid(withoutPassage(selectors))
  return {
    exact,
    prefix: stringOf(quote?.['prefix']) ?? '',
    suffix: stringOf(quote?.['suffix']) ?? '',
    start,
    end,
  }
}

/** A selector and all that refine it. */
export function withRefinements(selector: Json): JsonObject[] {
  if (!isObject(selector)) return []
  return [selector, ...listOf(selector['refinedBy']).flatMap(withRefinements)]
}

function offsetOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

function withoutPassage(selectors: readonly JsonObject[]): string {
  if (selectors.length === 0)
    return 'It is about the whole source: only annotations of a passage can be kept.'
  const names = selectors.map((one) => stringOf(one['type']) ?? 'unnamed').join(', ')
  return `None of its selectors can be used here (${names}): a quote or a text position is needed.`
}

/** A text to place annotations on, where words stand in it, and what annotations count in. */
export interface Ground {
  readonly text: string
  readonly runs: RunIndex
  readonly points: CodePointIndex
}

/**
 * @returns the span, in code units
 * @throws CasebookError annotation.quote-not-found, annotation.quote-ambiguous, highlight.outside
 */
export function placeSelectors({ text, runs, points }: Ground, selectors: Selectors): Span {
  const { exact, start, end } = selectors
  if (exact === null) return spanAt(points, start ?? 0, end ?? 0)
  const hint = start === null ? null : points.toUnit(start)
  if (hint !== null && text.startsWith(exact, hint) && agreesAt(text, selectors, hint))
    return { start: hint, end: hint + exact.length }
  const place = chooseCopy(text, selectors, [...runs.placesOf(exact)], hint)
  return { start: place, end: place + exact.length }
}

function spanAt(points: CodePointIndex, start: number, end: number): Span {
  if (start >= end) throw invalid(`Its position is empty: it begins at ${start} and ends at ${end}.`)
  if (end > points.length) {
    throw new CasebookError(
      'highlight.outside',
      `It ends at ${end}, beyond the text, which ends at ${points.length}, and it quotes no words.`,
      { start, end, length: points.length },
    )
  }
  return { start: points.toUnit(start), end: points.toUnit(end) }
}

function chooseCopy(
  text: string,
  selectors: Selectors,
  copies: readonly number[],
  hint: number | null,
): number {
  const [only] = copies
  if (only === undefined)
    throw new CasebookError('annotation.quote-not-found', 'Its quote is nowhere in this source.')
  if (copies.length === 1) return only
  const agreeing = copies.filter((at) => agreesAt(text, selectors, at))
  const likely = agreeing.length > 0 ? agreeing : copies.filter((at) => agreesOnOneSide(text, selectors, at))
  const [first] = likely
  if (first !== undefined && likely.length === 1) return first
  if (hint !== null && likely.includes(hint)) return hint
  throw new CasebookError(
    'annotation.quote-ambiguous',
    `Its quote stands ${copies.length} times in this source, and nothing tells which is meant.`,
    { copies: copies.length },
  )
}

/** Whether both sides of the context stand there too; a side that is not given agrees with anything. */
function agreesAt(text: string, selectors: Selectors, at: number): boolean {
  return agreesBefore(text, selectors, at) && agreesAfter(text, selectors, at)
}

function agreesOnOneSide(text: string, selectors: Selectors, at: number): boolean {
  return (
    (selectors.prefix.trim() !== '' && agreesBefore(text, selectors, at)) ||
    (selectors.suffix.trim() !== '' && agreesAfter(text, selectors, at))
  )
}

function agreesBefore(text: string, { prefix }: Selectors, at: number): boolean {
  return text.endsWith(prefix, at)
}

function agreesAfter(text: string, { exact, suffix }: Selectors, at: number): boolean {
  const end = at + (exact?.length ?? 0)
  return text.startsWith(suffix, end)
}

function invalid(message: string): CasebookError {
  return new CasebookError('annotation.invalid', message)
}
