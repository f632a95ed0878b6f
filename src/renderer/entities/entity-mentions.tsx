import { useMemo } from 'react'
import type { Entity, Mention } from '#contract/entities.ts'
import { IconButton } from '../parts/button.tsx'
import { CloseIcon } from '../parts/icons.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { useAnswer, useAsk } from '../session/session.tsx'
import { counted, MentionWords, mentionsBySource } from './mention-words.tsx'

/** Every passage that mentions it, in its context, source by source. */
export function EntityMentions({ entity }: { readonly entity: Entity }) {
  const answer = useAnswer('entities.mentions', { id: entity.id })
  const groups = useMemo(() => mentionsBySource(answer.data?.items ?? []), [answer.data])
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

function MentionRow({ entity, mention }: { readonly entity: Entity; readonly mention: Mention }) {
  const ask = useAsk()
  const { highlight } = mention
  return (
    <li className="entity-mention">
      <MentionWords mention={mention} />
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
