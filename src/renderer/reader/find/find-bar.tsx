import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { IconButton, ToggleIconButton } from '../../parts/button.tsx'
import { SearchField } from '../../parts/fields.tsx'
import { CloseIcon } from '../../parts/icons.tsx'
import { useReading } from '../reading.ts'
import { bringIntoView } from '../text/landing.ts'
import { mostFound } from './find-words.ts'
import { useFound } from './use-found.ts'
import { firstFromScreen, useWalk } from './walk.ts'
import { WalkButtons } from './walk-buttons.tsx'

interface FindBarProps {
  /** Selected words to begin with. */
  readonly first: string
  readonly onClose: () => void
}

/** Finds words or a pattern in the open source. Closing leaves what was found selected, to be marked with one key. */
export function FindBar({ first, onClose }: FindBarProps) {
  const { view } = useReading()
  const [words, setWords] = useState(first)
  const [isPattern, setPattern] = useState(false)
  const [matchCase, setMatchCase] = useState(false)
  const found = useFound(view, { words, isPattern, matchCase })
  const walk = useWalk(view, found.spans)
  const field = useRef<HTMLInputElement>(null)

  // Going to the first one while typing shows at once whether there is one.
  const { start } = walk
  useEffect(() => {
    if (found.spans.length > 0) start()
  }, [found.spans, start])
  useEffect(() => field.current?.select(), [])

  const close = () => {
    const spans = found.now()
    const left = spans === found.spans && walk.current ? walk.current : spans[firstFromScreen(view, spans)]
    onClose()
    view.scroller.focus({ preventScroll: true })
    if (left === undefined) return
    bringIntoView(view, left, 'nearest')
    view.select(left.start, left.end)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.shiftKey) walk.previous()
    else if (event.key === 'Enter') walk.next()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="find-bar">
      <SearchField
        label="Find in this source"
        placeholder={isPattern ? 'Regular expression' : 'Find in this source'}
        value={words}
        onChange={setWords}
        onKeyDown={press}
        inputRef={field}
        autoFocus
      />
      <ToggleIconButton
        label="Match upper and lower case"
        icon={<span className="find-sign">Aa</span>}
        isSelected={matchCase}
        onChange={setMatchCase}
      />
      <ToggleIconButton
        label="Regular expression"
        icon={<span className="find-sign">.*</span>}
        isSelected={isPattern}
        onChange={setPattern}
      />
      {found.message === null ? (
        <WalkButtons walk={walk} count={found.spans.length} more={found.spans.length === mostFound} />
      ) : (
        <output className="walk-count">{found.message}</output>
      )}
      <IconButton label="Close" keys="escape" icon={<CloseIcon />} onPress={close} />
    </search>
  )
}
