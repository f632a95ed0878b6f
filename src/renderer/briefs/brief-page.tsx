import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { BriefText } from '#contract/briefs.ts'
import type { BriefId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import { Button } from '../parts/button.tsx'
import { EditField } from '../parts/fields.tsx'
import { Banner, FailureState, Spinner } from '../parts/states.tsx'
import { useAnswer, useAsk, useReadOnly } from '../session/session.tsx'
import { type EditorHandle, normalProse, ProseEditor } from '../writing/writing.ts'
import { type SaveState, useAutosave } from './autosave.ts'
import { BriefActions } from './brief-actions.tsx'
import { useSuggestions } from './find-suggestions.ts'
import { useOpenBrief } from './open-brief.ts'
import { useProseLinks } from './prose-links.tsx'
import './briefs.css'

/** One brief: its title, its words, and how they are kept. */
interface BriefPageProps {
  readonly id: BriefId
  /** What a later station offers for this brief: exporting it. */
  readonly actions?: ReactNode
}

export function BriefPage({ id, actions }: BriefPageProps) {
  const answer = useAnswer('briefs.get', { id })
  if (answer.isError) return <FailureState message={answer.error.message} />
  if (answer.isPending) return <Spinner label="Opening the brief" />
  return <OpenBrief key={id} brief={answer.data} actions={actions} />
}

const savedWords: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  unsaved: 'Editing…',
  saving: 'Saving…',
  failed: 'Not saved',
}

function OpenBrief({ brief, actions }: { readonly brief: BriefText; readonly actions: ReactNode }) {
  const { id, title, words } = brief
  const ask = useAsk()
  const readOnly = useReadOnly()
  const editor = useRef<EditorHandle>(null)
  const { state, change, flush, known } = useKeptProse(brief, editor)
  const citations = useAnswer('briefs.citations', { id }, { keep: true }).data?.items ?? none
  const links = useProseLinks(citations)
  const suggestions = useSuggestions()
  const { open, close } = useOpenBrief()
  useEffect(() => {
    if (editor.current !== null) open(id, editor.current)
    return close
  }, [id, open, close])
  return (
    <article className="brief-page" aria-label={title}>
      <header className="brief-head">
        <div className="brief-title">
          <EditField
            label="Title"
            hideLabel
            value={title}
            isReadOnly={readOnly}
            onKeep={(newTitle) => void ask('briefs.change', { id, set: { title: newTitle } })}
          />
        </div>
        <span className="brief-state" role="status" data-state={state}>
          {words.toLocaleString('en')} words · {citations.length} cited · {savedWords[state]}
        </span>
        {actions}
        <BriefActions brief={brief} />
      </header>
      {state === 'failed' && (
        <Banner tone="danger" buttons={<Button onPress={flush}>Save now</Button>}>
          What you typed is not saved. It is still here, and is tried again every few seconds: do not close
          this window.
        </Banner>
      )}
      <div className="brief-sheet">
        <ProseEditor
          label={`Text of ${title}`}
          prose={known}
          onChange={change}
          onBlur={flush}
          links={links}
          suggestions={suggestions}
          placeholder="Write. Type @ for an entity, [[ for a source; cite passages from the pane on the right."
          readOnly={readOnly}
          handle={editor}
        />
      </div>
    </article>
  )
}

const none: readonly never[] = []

/**
 * The words on the sheet and those in the casebook. What is typed is saved; what changes elsewhere (undo, another window)
 * comes onto the sheet, unless something typed here is still on its way.
 */
function useKeptProse(brief: BriefText, editor: RefObject<EditorHandle | null>) {
  const { id } = brief
  const ask = useAsk()
  const stored = normalProse(brief.prose)
  const [known] = useState<Prose>(stored)
  const onSheet = useRef(JSON.stringify(known))
  const save = useCallback(
    (prose: Prose) => ask('briefs.change', { id, set: { prose } }, { quiet: true }),
    [ask, id],
  )
  const autosave = useAutosave(save)

  const storedJson = JSON.stringify(stored)
  const isSettled = autosave.state === 'saved'
  useEffect(() => {
    if (!isSettled || storedJson === onSheet.current) return
    onSheet.current = storedJson
    editor.current?.replace(JSON.parse(storedJson) as Prose)
    // Only an answer of the engine may come onto the sheet: not the moment at which saving is done.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [storedJson])

  const change = (prose: Prose) => {
    const json = JSON.stringify(normalProse(prose))
    if (json === onSheet.current) return
    onSheet.current = json
    autosave.change(prose)
  }
  return { ...autosave, change, known }
}
