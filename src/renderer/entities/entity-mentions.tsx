import { useMemo } from 'react'
import type { Entity, Mention } from '#contract/entities.ts'
import type { SourceId } from '#contract/ids.ts'
import { IconButton } from '../parts/button.tsx'
import { CloseIcon } from '../parts/icons.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { useAnswer, useAsk, usePlace, useSelection } from '../session/session.tsx'

/** Every passage that mentions it, in its context, source by source. */
export function EntityMentions({ entity }: { readonly entity: Entity }) {
  const answer = useAnswer('entities.mentions', { id: entity.id })
  const groups = useMemo(() => bySource(answer.data?.items ?? []), [answer.data])
  if (answer.isError) return <FailureState message={answer.error.message} />
  if (answer.data?.total === 0) {
    return (
      <EmptyState title="No passage linked">
        Select the name in a source and press <kbd>e</kbd>.
      </EmptyState>
    )
  }
  return (
    <section className="entity-passages" aria-label="Mentions">
      <h2 className="entities-title">
        {`${counted(answer.data?.total ?? 0, 'mention')} in ${counted(entity.sources, 'source')}`}
      </h2>
      {groups.map(({ source, title, mentions }) => (
        <section key={source} className="entity-source" aria-label={title}>
          <h3 className="entity-source-title" dir="auto">
            {title}
          </h3>
          <ul>
            {mentions.map((mention) => (
              <MentionRow key={`${mention.start}-${mention.end}`} entity={entity} mention={mention} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

interface SourceMentions {
  readonly source: SourceId
  readonly title: string
  readonly mentions: readonly Mention[]
}

function bySource(mentions: readonly Mention[]): SourceMentions[] {
  const groups = Map.groupBy(mentions, ({ source }) => source)
  return [...groups].map(([source, mentions]) => ({
    source,
    title: mentions[0]?.sourceTitle ?? '',
    mentions,
  }))
}

function MentionRow({ entity, mention }: { readonly entity: Entity; readonly mention: Mention }) {
  const go = usePlace((state) => state.go)
  const select = useSelection((selection) => selection.select)
  const ask = useAsk()
  const { source, start, end, highlight, context, quoteAt, quote } = mention
  const open = () => {
    go({ kind: 'source', id: source, span: { start, end } })
    select(highlight)
  }
  return (
    <li className="entity-mention">
      <button type="button" className="entity-context" dir="auto" onClick={open}>
        {context.slice(0, quoteAt)}
        <mark className="entity-quote">{quote}</mark>
        {context.slice(quoteAt + quote.length)}
      </button>
      {highlight !== null && (
        <IconButton
          label={`Unlink this passage from ${entity.name}`}
          icon={<CloseIcon />}
          onPress={() => void ask('entities.unlink', { id: entity.id, highlights: [highlight] })}
        />
      )}
    </li>
  )
}
