import { type SearchPlace, useAnswer, usePlace } from '../session/session.tsx'
import type { Asked } from './asked.ts'
import { Histogram } from './histogram.tsx'

interface TimeFilterProps {
  readonly place: SearchPlace
  readonly asked: Asked
}

/** The picture shows all days, also those that were not chosen: what else there would be stays in sight. */
export function TimeFilter({ place, asked: { published: _chosen, ...asked } }: TimeFilterProps) {
  const go = usePlace((state) => state.go)
  const { data } = useAnswer('search.run', { ...asked, limit: 0, timeline: true }, { keep: true })
  if (data === undefined || data.timeline === null) return null
  return (
    <Histogram
      timeline={data.timeline}
      chosen={place.published}
      onChoose={(published) => {
        const { published: _before, ...others } = place
        go(published === undefined ? others : { ...others, published })
      }}
    />
  )
}
