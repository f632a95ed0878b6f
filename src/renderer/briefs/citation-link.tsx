import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Citation } from '#contract/briefs.ts'
import { WarningIcon } from '../parts/icons.tsx'
import { usePlace, useSelection } from '../session/session.tsx'
import { dateInWords } from '../sources/sources.tsx'

export interface CitationLinkProps {
  /** Its number in this brief, and what it cites; undefined until that is known. */
  readonly number: number | undefined
  readonly citation: Citation | undefined
}

/** The number of a citation; pressed, it shows the passage in its context and the way to it. */
export function CitationLink({ number, citation }: CitationLinkProps) {
  const isMissing = citation?.state === 'missing'
  const label = isMissing
    ? `Citation ${number ?? ''}: the passage was deleted`
    : `Citation ${number ?? ''}: show the passage`
  return (
    <DialogTrigger>
      <Button className="citation" data-missing={isMissing || undefined} aria-label={label}>
        {isMissing ? <WarningIcon /> : (number ?? '·')}
      </Button>
      <Popover className="popover citation-card" placement="bottom" offset={6}>
        <Dialog className="citation-dialog" aria-label={label}>
          {citation?.state === 'found' ? <FoundPassage citation={citation} /> : <MissingPassage />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function MissingPassage() {
  return <p>The highlight that is cited here was deleted. Undo the deletion, or take the citation out.</p>
}

type Found = Extract<Citation, { state: 'found' }>

/** The cited words in their context, where they come from, and the way there. */
export function FoundPassage({ citation }: { readonly citation: Found }) {
  const go = usePlace((state) => state.go)
  const select = useSelection((selection) => selection.select)
  const { source, start, end, highlight, before, quote, after, sourceTitle, publisher, published } = citation
  const open = () => {
    go({ kind: 'source', id: source, span: { start, end } })
    select(highlight)
  }
  return (
    <>
      <blockquote className="citation-words" dir="auto">
        …{before}
        <mark className="citation-quote">{quote}</mark>
        {after}…
      </blockquote>
      <p className="citation-where">
        <bdi>{sourceTitle}</bdi>
        {[publisher, published === null ? 'n.d.' : dateInWords(published)].filter(Boolean).map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </p>
      <Button className="button" data-tone="plain" onPress={open}>
        Open in the source
      </Button>
    </>
  )
}
