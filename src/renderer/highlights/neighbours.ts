import type { Highlight } from '#contract/highlights.ts'

/** The highlights of a source in the order of its text; wider ones before those inside them. */
export function inTextOrder(highlights: readonly Highlight[]): Highlight[] {
  return highlights.toSorted(
    (a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1),
  )
}

/** The one after or before `current`, round the end; without a current one the first or the last. Null where there are none. */
export function neighbourOf(
  highlights: readonly Highlight[],
  current: Highlight | null,
  direction: 'next' | 'previous',
): Highlight | null {
  const ordered = inTextOrder(highlights.filter(({ anchoring }) => anchoring.state !== 'orphan'))
  const at = current === null ? -1 : ordered.findIndex(({ id }) => id === current.id)
  const step = direction === 'next' ? at + 1 : at < 0 ? -1 : at - 1
  return ordered.at(step % Math.max(1, ordered.length)) ?? null
}

/** The next of the highlights that lie over one another where `current` is, from the shortest to the longest and round the end. */
export function nextOfPile(highlights: readonly Highlight[], current: Highlight): Highlight | null {
  const pile = highlights
    .filter((one) => one.anchoring.state !== 'orphan' && overlaps(one, current))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.id < b.id ? -1 : 1))
  const at = pile.findIndex(({ id }) => id === current.id)
  return pile.length < 2 ? null : (pile[(at + 1) % pile.length] ?? null)
}

/** The highlights that lie over one another where `one` is, itself first. */
export function pileAt(highlights: readonly Highlight[], one: Highlight): Highlight['id'][] {
  const others = highlights.filter(
    (other) => other.id !== one.id && other.anchoring.state !== 'orphan' && overlaps(other, one),
  )
  return [one.id, ...others.map(({ id }) => id)]
}

function overlaps(one: Highlight, other: Highlight): boolean {
  return one.passages.some((a) => other.passages.some((b) => a.start < b.end && b.start < a.end))
}

function lengthOf(highlight: Highlight): number {
  return endOf(highlight) - startOf(highlight)
}

function startOf({ passages }: Highlight): number {
  return passages[0]?.start ?? 0
}

function endOf({ passages }: Highlight): number {
  return passages.at(-1)?.end ?? 0
}
