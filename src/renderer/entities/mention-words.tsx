import type { Mention } from '#contract/entities.ts'
import type { SourceId } from '#contract/ids.ts'
import { usePlace, useSelection } from '../session/session.tsx'

/** A mention in its context; pressed, it opens the source there. */
export function MentionWords({ mention }: { readonly mention: Mention }) {
  const go = usePlace((state) => state.go)
  const select = useSelection((selection) => selection.select)
  const { source, start, end, highlight, context, quoteAt, quote, state, rule } = mention
  const open = () => {
    go({ kind: 'source', id: source, span: { start, end } })
    select(highlight)
  }
  return (
    <button type="button" className="entity-context" dir="auto" onClick={open}>
      {context.slice(0, quoteAt)}
      <mark className="entity-quote">{quote}</mark>
      {context.slice(quoteAt + quote.length)}
      {state === 'suggested' && <span className="entity-rule">{rule}</span>}
    </button>
  )
}

export interface SourceMentions {
  readonly source: SourceId
  readonly title: string
  readonly mentions: readonly Mention[]
}

export function mentionsBySource(mentions: readonly Mention[]): readonly SourceMentions[] {
  const groups = Map.groupBy(mentions, ({ source }) => source)
  return [...groups].map(([source, mentions]) => ({
    source,
    title: mentions[0]?.sourceTitle ?? '',
    mentions,
  }))
}

export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}
