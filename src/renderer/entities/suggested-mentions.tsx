import { useMemo } from 'react'
import type { Entity, Mention } from '#contract/entities.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { CheckIcon, CloseIcon } from '../parts/icons.tsx'
import { useAnswer, useAsk, useReadOnly } from '../session/session.tsx'
import { counted, MentionWords, mentionsBySource } from './mention-words.tsx'

/** More than these are decided on in turns. */
const mostShown = 200

/** What was found and may name it: nothing is linked until somebody says so. */
export function SuggestedMentions({ entity }: { readonly entity: Entity }) {
  const { data } = useAnswer('entities.mentions', { id: entity.id, state: 'suggested', limit: mostShown })
  const groups = useMemo(() => mentionsBySource(data?.items ?? []), [data])
  const decide = useDecide(entity)
  const readOnly = useReadOnly()
  if (data === undefined || data.total === 0) return null
  return (
    <section className="entity-passages entity-suggested" aria-label="Suggested mentions">
      <header className="entity-suggested-head">
        <h2 className="entities-title">{counted(data.total, 'suggested mention')}</h2>
        <Button isDisabled={readOnly} onPress={() => decide(data.items, 'confirmed')}>
          Confirm {data.items.length === data.total ? 'all' : `these ${data.items.length}`}
        </Button>
        <Button tone="quiet" isDisabled={readOnly} onPress={() => decide(data.items, 'rejected')}>
          Reject {data.items.length === data.total ? 'all' : `these ${data.items.length}`}
        </Button>
      </header>
      {groups.map(({ source, title, mentions }) => (
        <section key={source} className="entity-source" aria-label={title}>
          <h3 className="entity-source-title" dir="auto">
            {title}
          </h3>
          <ul>
            {mentions.map((mention) => (
              <li key={`${mention.start}-${mention.end}`} className="entity-mention">
                <MentionWords mention={mention} />
                <IconButton
                  label={`Confirm: this names ${entity.name}`}
                  icon={<CheckIcon />}
                  isDisabled={readOnly}
                  onPress={() => decide([mention], 'confirmed')}
                />
                <IconButton
                  label={`Reject: this does not name ${entity.name}`}
                  icon={<CloseIcon />}
                  isDisabled={readOnly}
                  onPress={() => decide([mention], 'rejected')}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function useDecide({ id }: Entity): (mentions: readonly Mention[], as: 'confirmed' | 'rejected') => void {
  const ask = useAsk()
  return (mentions, as) => {
    const places = mentions.map(({ source, start, end }) => ({ source, start, end }))
    // A failure has been shown by `useAsk`.
    ask('entities.decideMentions', { id, places, as }).catch(() => {})
  }
}
