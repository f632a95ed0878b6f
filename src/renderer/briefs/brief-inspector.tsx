import type { BriefId } from '#contract/ids.ts'
import { Tabs } from '../parts/tabs.tsx'
import { useAnswer } from '../session/session.tsx'
import { CitedPassages } from './cited-passages.tsx'
import { PassagesToCite } from './passages-to-cite.tsx'
import './briefs.css'

/** Beside a brief: the casebook's passages, to be cited; and those that it cites already. */
export function BriefInspector({ id }: { readonly id: BriefId }) {
  const { data } = useAnswer('briefs.citations', { id }, { keep: true })
  const cited = data?.items ?? []
  return (
    <Tabs
      label="Passages"
      tabs={[
        { id: 'cite', label: 'To cite', content: <PassagesToCite /> },
        { id: 'cited', label: 'Cited', count: cited.length, content: <CitedPassages citations={cited} /> },
      ]}
    />
  )
}
