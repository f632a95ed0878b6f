import type { AnnotationsReport } from '#contract/exports.ts'
import { chooseFilesInPage } from '../parts/choose-files.ts'
import { showMessage } from '../parts/messages.tsx'
import { type Ask, useAsk, useCommand, useHost, useReadOnly } from '../session/session.tsx'
import { saveExport } from './save-export.ts'

/** Highlights out of the casebook and into it, in the W3C's format. For everywhere: the palette and the menus. */
export function useAnnotationCommands(): void {
  const ask = useAsk()
  const host = useHost()
  const readOnly = useReadOnly()
  const group = 'Casebook'
  useCommand({
    id: 'export.annotations',
    title: 'Export highlights (W3C annotations)…',
    group,
    run: () => void saveExport(host, () => ask('exports.annotations', {}, { quiet: true })),
  })
  useCommand({
    id: 'import.annotations',
    title: 'Import annotations (W3C, Hypothesis)…',
    group,
    disabled: readOnly,
    run: () => void importAnnotations(ask),
  })
}

/** The browser's own file chooser: both hosts have it. */
async function importAnnotations(ask: Ask): Promise<void> {
  const [file] = await chooseFilesInPage({ what: 'file', accept: '.jsonld,.json,.csv,.tsv' })
  if (file === undefined) return
  const content = await file.text()
  // A failure has been shown.
  await ask('exports.importAnnotations', { content }).then(showReport, () => {})
}

function showReport({ added, unchanged, different, refused }: AnnotationsReport): void {
  const [first] = refused
  const left =
    different.length === 0
      ? ''
      : `, ${different.length} left as they are here, though they say something else now`
  const counts = `${added} added, ${unchanged} unchanged${left}`
  if (first === undefined) showMessage({ tone: 'done', text: counts })
  else
    showMessage({
      tone: 'failure',
      text: `${counts}, ${refused.length} refused. The first: ${first.message}`,
    })
}
