import type { EntityId } from '#contract/ids.ts'
import { MoreIcon, TrashIcon } from '../parts/icons.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { showMessage } from '../parts/messages.tsx'
import { FailureState, Spinner } from '../parts/states.tsx'
import { PageHead } from '../parts/toolbar.tsx'
import { useAnswer, useAsk, usePlace } from '../session/session.tsx'
import { EntityFacts } from './entity-facts.tsx'
import { EntityMentions } from './entity-mentions.tsx'
import { entityTypeWords } from './entity-types.tsx'
import { SuggestedMentions } from './suggested-mentions.tsx'
import './entities.css'

/** Who or what it is, under which names, and every passage that mentions it. */
export function EntityPage({ id }: { readonly id: EntityId }) {
  const answer = useAnswer('entities.get', { id })
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  if (answer.isError) return <FailureState message={answer.error.message} />
  if (answer.isPending) return <Spinner label="Opening the entity" />
  const entity = answer.data
  const remove = async () => {
    await ask('entities.delete', { ids: [id] })
    go({ kind: 'entities' }, { replace: true })
    showMessage({
      tone: 'done',
      text: `Deleted ${entity.name}. The highlights that named it are still there.`,
      action: { label: 'Undo', run: () => void ask('casebook.undo', {}) },
    })
  }
  return (
    <article className="entity-page" aria-label={entity.name}>
      <PageHead title={entity.name} detail={entityTypeWords[entity.type].one}>
        <MenuButton
          label="More"
          icon={<MoreIcon />}
          iconOnly
          entries={[
            [
              {
                id: 'delete',
                label: 'Delete the entity',
                icon: <TrashIcon />,
                tone: 'danger',
                run: () => void remove(),
              },
            ],
          ]}
        />
      </PageHead>
      <div className="entity-body">
        <EntityFacts key={entity.id} entity={entity} />
        <div>
          <SuggestedMentions entity={entity} />
          <EntityMentions entity={entity} />
        </div>
      </div>
    </article>
  )
}
