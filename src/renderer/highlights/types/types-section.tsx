import { useState } from 'react'
import type { HighlightType } from '#contract/highlights.ts'
import { Button } from '../../parts/button.tsx'
import { PlusIcon } from '../../parts/icons.tsx'
import { useAnswer, useAsk, useReadOnly } from '../../session/session.tsx'
import { useHighlightTypes } from '../highlights-of-source.ts'
import { DeleteOrMerge } from './delete-or-merge.tsx'
import { TypeRow } from './type-row.tsx'

/** The types, in the order in which they are listed everywhere. */
export function TypesSection() {
  const types = useHighlightTypes()
  const counts = useAnswer('highlights.typeCounts', {}).data?.items ?? []
  const [leaving, setLeaving] = useState<HighlightType | null>(null)
  const readOnly = useReadOnly()
  const ask = useAsk()
  const count = ({ id }: HighlightType) => counts.find(({ type }) => type === id)?.highlights ?? 0

  const move = (from: number, to: number) => {
    const ids = types.map(({ id }) => id)
    const [moved] = ids.splice(from, 1)
    if (moved !== undefined) ids.splice(to, 0, moved)
    // A failure has been shown by `useAsk`, here and below.
    ask('highlights.orderTypes', { ids }).catch(() => {})
  }
  const add = () => {
    const added = { name: 'New type', colour: 'teal', underline: 'dashed', key: freeKey(types) } as const
    ask('highlights.addType', added).catch(() => {})
  }
  const leave = (to: HighlightType['id'] | null) => {
    if (leaving !== null) ask('highlights.deleteType', { id: leaving.id, to }).catch(() => {})
    setLeaving(null)
  }
  return (
    <section className="types-part" aria-labelledby="types-heading">
      <h2 id="types-heading">Types</h2>
      <p className="types-hint">Each has a colour and an underline: one tells the same as the other.</p>
      <ol className="types-list">
        {types.map((type, at) => (
          <TypeRow
            key={type.id}
            type={type}
            highlights={count(type)}
            isFirst={at === 0}
            isLast={at === types.length - 1}
            readOnly={readOnly}
            onMove={(by) => move(at, at + by)}
            onLeave={() => setLeaving(type)}
          />
        ))}
      </ol>
      <Button icon={<PlusIcon />} isDisabled={readOnly} onPress={add}>
        Add a type
      </Button>
      {leaving !== null && (
        <DeleteOrMerge
          what={`the type ${leaving.name}`}
          highlights={count(leaving)}
          others={types.filter(({ id }) => id !== leaving.id).map(({ id, name }) => ({ id, label: name }))}
          noneLabel="no type"
          onDone={leave}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  )
}

function freeKey(types: readonly HighlightType[]): number | null {
  const taken = new Set(types.map(({ key }) => key))
  return [1, 2, 3, 4, 5, 6, 7, 8].find((key) => !taken.has(key)) ?? null
}
