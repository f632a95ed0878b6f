import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { BriefText } from '#contract/briefs.ts'
import type { BriefId } from '#contract/ids.ts'
import { Button } from '../parts/button.tsx'
import { EditField } from '../parts/fields.tsx'
import { Banner, FailureState, Spinner } from '../parts/states.tsx'
import type { KeptState } from '../session/keeper.ts'
import { useAnswer, useAsk, useReadOnly } from '../session/session.tsx'
import { countOf } from '../sources/sources.tsx'
import { type EditorHandle, ProseEditor, useSuggestions } from '../writing/writing.ts'
import { BriefActions } from './brief-actions.tsx'
import { useBriefWords } from './brief-words.ts'
import { useOpenBrief } from './open-brief.ts'
import { useProseLinks } from './prose-links.tsx'
import './briefs.css'

interface BriefPageProps {
  readonly id: BriefId
  /** What a later station offers for this brief: exporting it. */
  readonly actions?: ReactNode
}

/** One brief: its title, its words, and how they are kept. */
export function BriefPage({ id, actions }: BriefPageProps) {
  const answer = useAnswer('briefs.get', { id })
  // The kept answer of an earlier visit may be old: words that were added since must not be written over.
  const [opened, setOpened] = useState<BriefId | null>(null)
  if (opened !== id && answer.isSuccess && !answer.isFetching) setOpened(id)
  if (answer.isError) return <FailureState message={answer.error.message} />
  if (answer.isPending || opened !== id) return <Spinner label="Opening the brief" />
  return <OpenBrief key={id} brief={answer.data} actions={actions} />
}

const savedWords: Readonly<Record<KeptState, string>> = {
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
  const { first, state, change, flush } = useBriefWords(brief, editor)
  const citations = useAnswer('briefs.citations', { id }, { keep: true }).data?.items ?? none
  const links = useProseLinks(citations)
  const suggestions = useSuggestions()
  const { open, close } = useOpenBrief()
  useEffect(() => {
    if (editor.current !== null && !readOnly) open(editor.current)
    return close
  }, [readOnly, open, close])
  return (
    <article className="brief-page" aria-label={title}>
      <header className="brief-head">
        <div className="brief-title">
          <EditField
            label="Title"
            hideLabel
            value={title}
            isReadOnly={readOnly}
            onKeep={(newTitle) => {
              // A failure has been shown.
              ask('briefs.change', { id, set: { title: newTitle } }).catch(() => {})
            }}
          />
          <span className="brief-state" role="status" data-state={state}>
            {countOf(words, 'word')} · {countOf(citations.length, 'passage')} cited · {savedWords[state]}
          </span>
        </div>
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
          label="Text of the brief"
          prose={first}
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
