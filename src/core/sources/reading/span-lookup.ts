import type { Span } from '#contract/source.ts'

/** Whether something lies in one of many spans, without asking each of them. */
export class SpanLookup {
  readonly #spans: readonly Span[]

  /** @param spans in the order of the text, none in another */
  constructor(spans: readonly Span[] = []) {
    this.#spans = spans
  }

  holds({ start, end }: Span): boolean {
    let [low, high] = [0, this.#spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#spans[middle]?.start ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return end <= (this.#spans[low - 1]?.end ?? -1)
  }
}
