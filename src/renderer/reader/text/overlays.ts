import type { Span } from '#contract/source.ts'

/**
 * Passing marks: what was searched for, what was landed on, what is selected while another field has the focus. They
 * go through the Highlight API, so that the text's elements stay as they are. Chromium looks at every registered range
 * after any change of the page: only those near the screen are registered.
 */
export type OverlayName = 'hit' | 'found' | 'current' | 'flash' | 'selected'

type RangeMaker = (span: Span) => Range | null

export class Overlays {
  readonly #rangeOf: RangeMaker
  readonly #spans = new Map<OverlayName, readonly Span[]>()
  readonly #shown = new Map<Span, { readonly names: readonly OverlayName[]; readonly ranges: Range[] }>()

  /** `rangeOf` gives the range of a span in the document as it is now. */
  constructor(rangeOf: RangeMaker) {
    this.#rangeOf = rangeOf
  }

  /** Spans are in text order. Those in `areas` are shown at once. */
  set(name: OverlayName, spans: readonly Span[], areas: readonly Span[]): void {
    this.#spans.set(name, spans)
    for (const area of areas) this.show(area)
  }

  /** Shows what lies in a stretch of the text (again, where its elements were made anew). */
  show(area: Span): void {
    this.hide(area)
    const ranges: Range[] = []
    const names = [...this.#spans.keys()]
    for (const name of names) {
      for (const span of spansWithin(this.#spans.get(name) ?? [], area)) {
        const range = this.#rangeOf({
          start: Math.max(span.start, area.start),
          end: Math.min(span.end, area.end),
        })
        if (range === null) continue
        ranges.push(range)
        registered(name)?.add(range)
      }
    }
    this.#shown.set(area, { names, ranges })
  }

  hide(area: Span): void {
    const shown = this.#shown.get(area)
    if (shown === undefined) return
    for (const name of shown.names) for (const range of shown.ranges) registered(name)?.delete(range)
    this.#shown.delete(area)
  }

  close(): void {
    for (const area of this.#shown.keys()) this.hide(area)
  }
}

/** Two readers side by side share one registry: each adds and takes away its own ranges. */
function registered(name: OverlayName): Highlight | undefined {
  const known = CSS.highlights.get(`reader-${name}`)
  if (known !== undefined) return known
  const made = new Highlight()
  // The place one is at shows above all others found.
  made.priority = name === 'current' ? 2 : name === 'flash' ? 1 : 0
  CSS.highlights.set(`reader-${name}`, made)
  return made
}

/** The spans that touch a stretch; binary search for the first, for a source may have thousands. */
function spansWithin(spans: readonly Span[], area: Span): Span[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= area.start) low = middle + 1
    else high = middle
  }
  const within: Span[] = []
  for (let index = low; index < spans.length; index++) {
    const span = spans[index]
    if (span === undefined || span.start >= area.end) break
    within.push(span)
  }
  return within
}
