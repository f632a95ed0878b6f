import type { BriefId } from '#contract/ids.ts'
import { ExportIcon } from '../parts/icons.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { useCommand } from '../session/session.tsx'
import { useBriefExport } from './brief-export.ts'

/** The ways a brief can leave: a page that needs nothing else, or Markdown with footnotes. */
export function ExportMenu({ brief }: { readonly brief: BriefId }) {
  const exportBrief = useBriefExport()
  useCommand({
    id: 'export.brief',
    title: 'Export this brief as HTML…',
    group: 'Briefs',
    keys: ['mod+e'],
    run: () => exportBrief(brief, 'html'),
  })
  useCommand({
    id: 'export.brief-markdown',
    title: 'Export this brief as Markdown…',
    group: 'Briefs',
    run: () => exportBrief(brief, 'md'),
  })
  return (
    <MenuButton
      label="Export"
      icon={<ExportIcon />}
      entries={[
        [
          { id: 'html', label: 'HTML, one file', keys: 'mod+e', run: () => exportBrief(brief, 'html') },
          { id: 'md', label: 'Markdown with footnotes', run: () => exportBrief(brief, 'md') },
        ],
      ]}
    />
  )
}
