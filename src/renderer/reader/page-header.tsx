import { type ReactNode, useContext } from 'react'
import { IconButton, ToggleIconButton } from '../parts/button.tsx'
import { CaretIcon, SearchIcon } from '../parts/icons.tsx'
import { PageHead } from '../parts/toolbar.tsx'
import { dayInWords } from '../sources/sources.tsx'
import { ReadingContext } from './reading.ts'
import { SettingsButton } from './settings-button.tsx'

interface PageHeaderProps {
  readonly onFind: () => void
  readonly hasCaret: boolean
  readonly onCaret: (hasCaret: boolean) => void
  readonly tools?: ReactNode
}

/** What is being read, in a line: title, publisher, author, date. What the source does not say stays out. */
export function PageHeader({ onFind, hasCaret, onCaret, tools }: PageHeaderProps) {
  const reading = useContext(ReadingContext)
  const source = reading?.text.source
  const facts = [source?.publisher, source?.author, dayInWords(source?.published ?? null)].filter(
    (fact) => typeof fact === 'string' && fact !== '',
  )
  return (
    <PageHead title={source?.title ?? source?.label ?? ''} detail={facts.join(' · ')}>
      <span className="reader-words">
        {source === undefined ? '' : `${source.words.toLocaleString('en')} words`}
      </span>
      <IconButton label="Find in this source" keys="mod+f" icon={<SearchIcon />} onPress={onFind} />
      <ToggleIconButton
        label="Caret: select words with the keyboard"
        keys="f7"
        icon={<CaretIcon />}
        isSelected={hasCaret}
        onChange={onCaret}
      />
      <SettingsButton />
      {tools}
    </PageHead>
  )
}
