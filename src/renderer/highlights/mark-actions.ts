import { useState } from 'react'
import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
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
  /** Null where words are selected, or nothing is. */
  readonly remove: (() => void) | null
  /** The selected words become part of the current mark; null where they cannot. */
  readonly join: (() => void) | null
  /** The selected words are taken out of the current mark; null where they cannot. */
  readonly part: (() => void) | null
}

interface MarkActionsInput {
  readonly source: SourceId
  readonly current: Highlight | null
  /** Opens the entity picker; for a mark, where it was made of the selected words a moment ago. */
  readonly pick: (made: Highlight | null) => void
  /** Opens the list of occurrences of these words. */
  readonly seekAll: (words: string) => void
}

/**
 * Words that become a mark. They stay selected until the mark is here, and what is pressed meanwhile means the mark: keys are
 * pressed faster than a disk writes.
 */
interface Making {
  readonly words: Span
  readonly mark: Promise<Highlight>
}

const longestSaid = 60

export function useMarkActions({ source, current, pick, seekAll }: MarkActionsInput): MarkActions {
  const { text, selected, clearSelected, announce } = useReading()
  const marking = useMarking(source)
  const want = useCardFocus((focus) => focus.want)
  const [making, setMaking] = useState<Making | null>(null)
  const isMaking = making !== null && making.words === selected
  /** Selected words that nothing was done with yet; where there are none, the mark that is meant. */
  const free = isMaking ? null : selected
  const meant = isMaking ? making.mark : current

  /** The words as they are read out: `Highlighted: four distinct channels`. */
  const say = (what: string, { start, end }: { start: number; end: number }) => {
    const said = text.text.slice(start, end)
    announce(`${what}: ${said.length > longestSaid ? `${said.slice(0, longestSaid)}…` : said}`)
  }

  const make = (words: Span, type: HighlightType | null): Promise<Highlight> => {
    const added = marking.add([words], type?.id ?? null).then((made) => {
      clearSelected(words)
      say(type === null ? 'Highlighted' : `Marked as ${type.name}`, words)
      return made
    })
    setMaking({ words, mark: added })
    // They can be tried again.
    added.catch(() => setMaking((now) => (now?.mark === added ? null : now)))
    return added
  }

  const retype = async (mark: Highlight | null, type: HighlightType) => {
    if (mark === null) return
    await marking.setType(mark.id, type.id)
    for (const passage of mark.passages.slice(0, 1)) say(`Now ${type.name}`, passage)
  }

  const mark = async (type: HighlightType) => {
    if (free === null) await retype(await meant, type)
    else await make(free, type)
  }

  const highlight = async () => {
    if (free !== null) await make(free, null)
  }

  const inCard = async (field: CardField) => {
    const mark = free === null ? await meant : await make(free, null)
    if (mark !== null) want(mark.id, field)
  }

  const link = async () => pick(isMaking ? await making.mark : null)

  const remove = async () => {
    const mark = await meant
    if (mark === null) return
    await marking.remove([mark.id])
    announce('Deleted the highlight')
  }

  const respan = (what: string, spans: readonly Span[]) => async () => {
    if (current === null || free === null) return
    await marking.moveEnds(current.id, spans)
    clearSelected(free)
    const passages = spans.length === 1 ? '1 passage' : `${spans.length} passages`
    say(`${what} the mark, which now has ${passages}`, free)
  }
  const joined = current !== null && free !== null ? spansWith(current, free) : null
  const parted =
    current !== null && free !== null && touches(current, free)
      ? wordsOf(text.text, spansWithout(current, free))
      : null

  return {
    highlight: () => shownElsewhere(highlight()),
    mark: (type) => shownElsewhere(mark(type)),
    note: () => shownElsewhere(inCard('note')),
    tag: () => shownElsewhere(inCard('tags')),
    link: () => shownElsewhere(link()),
    all: () => {
      const span = selected ?? current?.passages[0]
      if (span !== undefined) seekAll(text.text.slice(span.start, span.end))
    },
    remove: free === null && meant !== null ? () => shownElsewhere(remove()) : null,
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
