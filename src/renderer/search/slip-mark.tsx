import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { QuerySlip } from '#contract/search.ts'

interface SlipMarkProps {
  readonly typed: string
  readonly slip: QuerySlip
  readonly field: RefObject<HTMLInputElement | null>
}

/** A wavy line under the part of the query that cannot be read. A field shows no marks of its own: the same letters lie unseen over it. */
export function SlipMark({ typed, slip: { start, end }, field }: SlipMarkProps) {
  const letters = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const input = field.current
    if (input === null) return
    const follow = () => {
      if (letters.current !== null) letters.current.scrollLeft = input.scrollLeft
    }
    follow()
    input.addEventListener('scroll', follow)
    return () => input.removeEventListener('scroll', follow)
  }, [field])
  return (
    <div ref={letters} className="query-slip" aria-hidden="true" dir="auto">
      {typed.slice(0, start)}
      <span className="query-slip-part">{typed.slice(start, end)}</span>
      {typed.slice(end)}
    </div>
  )
}
