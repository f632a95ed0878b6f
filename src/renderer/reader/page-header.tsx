import { useContext } from 'react'
import { ReadingContext } from './reading.ts'

/** What is being read, in a line: title, publisher, author, date. What the source does not say stays out. */
export function PageHeader() {
  const reading = useContext(ReadingContext)
  if (reading === null) return <header className="reader-header" />
  const { source } = reading.text
  const facts = [source.publisher, source.author, source.published, `${source.words.toLocaleString()} words`]
  return (
    <header className="reader-header">
      <h1 className="one-line" dir="auto">
        {source.title ?? source.label}
      </h1>
      <p className="one-line reader-facts">{facts.filter((fact) => fact !== null).join(' · ')}</p>
    </header>
  )
}
