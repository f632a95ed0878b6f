import { useMemo } from 'react'
import type { BriefId } from '#contract/ids.ts'
import { Tabs } from '../parts/tabs.tsx'
import { useAnswer } from '../session/session.tsx'
import { CitedPassages } from './cited-passages.tsx'
import { PassagesToCite } from './passages-to-cite.tsx'
import { uncitedSentences } from './uncited.ts'
import './briefs.css'

/** Beside a brief: the casebook's passages, to be cited; and those that it cites already. */
export function BriefInspector({ id }: { readonly id: BriefId }) {
  const { data } = useAnswer('briefs.citations', { id }, { keep: true })
  const cited = data?.items ?? []
  const prose = useAnswer('briefs.get', { id }).data?.prose
  const uncited = useMemo(() => (prose === undefined ? [] : uncitedSentences(prose)), [prose])
  return (
    <Tabs
      label="Passages"
      tabs={[
        { id: 'cite', label: 'To cite', content: <PassagesToCite /> },
        {
          id: 'cited',
          label: 'Cited',
          count: cited.length,
          content: <CitedPassages citations={cited} uncited={uncited} />,
        },
      ]}
    />
  )
}
