import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { trimmed, useReading } from '../reader/reader.tsx'
import { type CardField, useCardFocus } from './card-focus.ts'
import { useMarking } from './marking.ts'
import { spansWith, spansWithout, touches } from './moved-spans.ts'

/** What the keys and the bar do: to the selected words, or, where nothing is selected, to the current highlight. */
export interface MarkActions {
  readonly highlight: () => void
  readonly mark: (type: HighlightType) => void
  readonly note: () => void
  readonly tag: () => void
  readonly link: () => void
  /** Every occurrence of the words, looked through first. */
  readonly all: () => void
  readonly remove: () => void
  /** The selected words become part of the current mark; null where they cannot. */
  readonly join: (() => void) | null
  /** The selected words are taken out of the current mark; null where they cannot. */
  readonly part: (() => void) | null
}

interface MarkActionsInput {
  readonly source: SourceId
  readonly current: Highlight | null
  /** Opens the entity picker. */
  readonly pick: () => void
  /** Opens the list of occurrences of these words. */
  readonly seekAll: (words: string) => void
}

const longestSaid = 60

export function useMarkActions({ source, current, pick, seekAll }: MarkActionsInput): MarkActions {
  const { text, selected, clearSelected, announce } = useReading()
  const marking = useMarking(source)
  const want = useCardFocus((focus) => focus.want)

  /** The words as they are read out: `Highlighted: four distinct channels`. */
  const say = (what: string, { start, end }: { start: number; end: number }) => {
    const words = text.text.slice(start, end)
    announce(`${what}: ${words.length > longestSaid ? `${words.slice(0, longestSaid)}…` : words}`)
  }

  const mark = async (type: HighlightType | null): Promise<HighlightId | null> => {
    const name = type?.name ?? null
    if (selected !== null) {
      const made = await marking.add([selected], type?.id ?? null)
      clearSelected(selected)
      say(name === null ? 'Highlighted' : `Marked as ${name}`, selected)
      return made.id
    }
    if (current === null) return null
    await marking.setType(current.id, type?.id ?? null)
    for (const passage of current.passages.slice(0, 1)) say(`Now ${name ?? 'a plain highlight'}`, passage)
    return current.id
  }

  const inCard = async (field: CardField) => {
    const id = selected === null ? (current?.id ?? null) : await mark(null)
    if (id !== null) want(id, field)
  }

  const remove = async () => {
    if (current === null) return
    await marking.remove([current.id])
    announce('Deleted the highlight')
  }

  const respan = (what: string, spans: readonly Span[]) => async () => {
    if (current === null || selected === null) return
    await marking.moveEnds(current.id, spans)
    clearSelected(selected)
    const passages = spans.length === 1 ? '1 passage' : `${spans.length} passages`
    say(`${what} the mark, which now has ${passages}`, selected)
  }
  const joined = current !== null && selected !== null ? spansWith(current, selected) : null
  const parted =
    current !== null && selected !== null && touches(current, selected)
      ? wordsOf(text.text, spansWithout(current, selected))
      : null

  return {
    highlight: () => shownElsewhere(mark(null)),
    mark: (type) => shownElsewhere(mark(type)),
    note: () => shownElsewhere(inCard('note')),
    tag: () => shownElsewhere(inCard('tags')),
    link: pick,
    all: () => {
      const span = selected ?? current?.passages[0]
      if (span !== undefined) seekAll(text.text.slice(span.start, span.end))
    },
    remove: () => shownElsewhere(remove()),
    join: joined && (() => shownElsewhere(respan('Added to', joined)())),
    part: parted && parted.length > 0 ? () => shownElsewhere(respan('Taken out of', parted)()) : null,
  }
}

/** Without the white space that a gap leaves at the ends of what it parts. */
function wordsOf(text: string, spans: readonly Span[]): Span[] {
  return spans.map(({ start, end }) => trimmed(text, start, end)).filter(({ start, end }) => start < end)
}

/** A command that failed has said so in a message already (`useAsk`); here nothing is left to do. */
function shownElsewhere(done: Promise<unknown>): void {
  done.catch(() => {})
}
