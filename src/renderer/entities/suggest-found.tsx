import { useState } from 'react'
import type { Entity } from '#contract/entities.ts'
import type { Occurrence } from '#contract/highlights.ts'
import type { EntityId } from '#contract/ids.ts'
import { CutNotice, PlacesDialog, passagesInWords, useFoundPlaces } from '../highlights/highlights.tsx'
import { Button } from '../parts/button.tsx'
import { ComboBox } from '../parts/choices.tsx'
import { showMessage } from '../parts/messages.tsx'
import type { Asked, FoundActionsProps } from '../search/search.tsx'
import { useAnswer, useAsk, useCommand, usePlace, useReadOnly } from '../session/session.tsx'
import { entityTypeWords } from './entity-types.tsx'

/** All passages of a search become suggested mentions of an entity, as one step: each is confirmed or rejected on the entity's page. */
export function SuggestFound({ asked }: FoundActionsProps) {
  const [isOpen, setOpen] = useState(false)
  const readOnly = useReadOnly()
  const open = () => setOpen(true)
  useCommand({
    id: 'search.suggestMentions',
    title: 'Suggest what was found as mentions of…',
    group: 'Search',
    disabled: readOnly,
    run: open,
  })
  return (
    <>
      <Button tone="quiet" isDisabled={readOnly} onPress={open}>
        Suggest as mentions of…
      </Button>
      {isOpen && <SuggestDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}

interface SuggestDialogProps extends FoundActionsProps {
  readonly onClose: () => void
}

function SuggestDialog({ asked, onClose }: SuggestDialogProps) {
  const found = useFoundPlaces(asked)
  const [entity, setEntity] = useState<Entity | null>(null)
  const suggest = useSuggest(asked, onClose)
  return (
    <PlacesDialog
      title={`Suggest the passages of “${asked.query}” as mentions`}
      places={found?.places}
      scope={<CutNotice found={found} />}
      verb={(count) => `Suggest ${passagesInWords(count)}`}
      isReady={entity !== null}
      onTake={async (places) => {
        if (entity !== null) await suggest(entity, places)
      }}
      onClose={onClose}
    >
      <EntityChoice entity={entity} onChoose={setEntity} />
    </PlacesDialog>
  )
}

function useSuggest(
  { query }: Asked,
  onDone: () => void,
): (entity: Entity, places: readonly Occurrence[]) => Promise<void> {
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  const suggest = async ({ id, name }: Entity, places: readonly Occurrence[]) => {
    const { suggested } = await ask('entities.suggestMentions', {
      id,
      places: places.map(({ source, start, end }) => ({ source, start, end })),
      rule: `found by the search ${query}`,
    })
    onDone()
    const left = places.length - suggested
    showMessage({
      tone: 'done',
      text: `Suggested ${passagesInWords(suggested)} as mentions of ${name}${left === 0 ? '' : `; ${left.toLocaleString('en')} were linked, suggested or rejected before`}`,
      action: { label: 'Look at them', run: () => go({ kind: 'entity', id }) },
    })
  }
  // A failure has been shown by `useAsk`; the dialog stays open for another try.
  return (entity, places) => suggest(entity, places).catch(() => {})
}

const mostOffered = 8

interface EntityChoiceProps {
  readonly entity: Entity | null
  readonly onChoose: (entity: Entity | null) => void
}

function EntityChoice({ entity, onChoose }: EntityChoiceProps) {
  const [typed, setTyped] = useState('')
  const { data } = useAnswer('entities.list', { query: typed.trim(), limit: mostOffered }, { keep: true })
  const items = data?.items ?? []
  return (
    <div className="said-fields">
      <ComboBox<EntityId>
        label="Mentions of"
        placeholder="A name or another name"
        nothing="No entity has that name"
        typed={typed}
        chosen={entity?.id ?? null}
        onType={(name) => {
          setTyped(name)
          if (name !== entity?.name) onChoose(null)
        }}
        onChoose={(id) => {
          const chosen = items.find((one) => one.id === id) ?? null
          setTyped(chosen?.name ?? '')
          onChoose(chosen)
        }}
        choices={items.map(({ id, name, type }) => ({ id, label: name, icon: entityTypeWords[type].icon }))}
      />
      <p className="field-description">
        Nothing is linked by this: each passage waits on the entity’s page until it is confirmed or rejected.
      </p>
    </div>
  )
}
