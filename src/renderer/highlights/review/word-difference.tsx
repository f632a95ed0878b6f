import { useMemo } from 'react'
import type { Passage } from '#contract/highlights.ts'
import { diffWords } from '#text/word-diff.ts'
import { quoteOf } from './outcome-words.ts'

interface WordDifferenceProps {
  /** Which of the two is shown. */
  readonly side: 'old' | 'now'
  readonly old: readonly Passage[]
  readonly now: readonly Passage[]
}

/** A mark's words with what stands round them; what the other version has differently is struck out, or underlined. */
export function WordDifference({ side, old, now }: WordDifferenceProps) {
  const shown = side === 'old' ? old : now
  const [was, is] = [quoteOf([...old]), quoteOf([...now])]
  const changes = useMemo(() => diffWords(was, is), [was, is])
  const words = side === 'old' ? was : is
  return (
    <blockquote className="word-difference" dir="auto">
      <span className="word-difference-context">{wordsBefore(shown[0])}</span>
      {changes.map((change) => {
        const { start, end } = change[side]
        const piece = words.slice(start, end)
        if (piece === '') return null
        if (change.kind === 'same' || now.length === 0) return <mark key={start}>{piece}</mark>
        return side === 'old' ? <del key={start}>{piece}</del> : <ins key={start}>{piece}</ins>
      })}
      <span className="word-difference-context">{wordsAfter(shown.at(-1))}</span>
    </blockquote>
  )
}

/** What is kept of the text round a passage is cut by its length: whole words of it are shown. */
function wordsBefore(passage: Passage | undefined): string {
  const { start, prefix } = passage ?? { start: 0, prefix: '' }
  return prefix.length === start ? prefix : prefix.replace(/^\S*\s+/u, '… ')
}

function wordsAfter(passage: Passage | undefined): string {
  return passage?.suffix.replace(/\s+\S*$/u, ' …') ?? ''
}
