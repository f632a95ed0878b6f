import { useState } from 'react'
import type { SourceId } from '#contract/ids.ts'
import { CiteInBrief } from '../briefs/briefs.tsx'
import { EntityPicker } from '../entities/entities.tsx'
import { HighlightsPane } from '../highlights/highlights.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { useAnswer } from '../session/session.tsx'
import { SourceDetails, ZoneCommands } from '../sources/sources.tsx'

type SourceTab = 'highlights' | 'details'

/** Beside the open source: what is marked in it, and what is known about it. */
export function SourcePane({ source }: { readonly source: SourceId }) {
  const [tab, setTab] = useState<SourceTab>('highlights')
  const marked = useAnswer('highlights.list', { source, limit: 1 }, { keep: true }).data?.total
  return (
    <>
      <ZoneCommands source={source} />
      <Tabs<SourceTab>
        label="The open source"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'highlights',
            label: 'Highlights',
            ...(marked === undefined ? {} : { count: marked }),
            content: (
              <HighlightsPane source={source} entityPicker={EntityPicker} highlightActions={CiteInBrief} />
            ),
          },
          { id: 'details', label: 'About', content: <SourceDetails source={source} /> },
        ]}
      />
    </>
  )
}
