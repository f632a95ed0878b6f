import { dayInWords } from './source-words.ts'

interface SourceOriginProps {
  readonly publisher: string | null
  readonly published: string | null
}

/** Who published it and when, each isolated: one may run from right to left and the other not. Nothing where neither is stated. */
export function SourceOrigin({ publisher, published }: SourceOriginProps) {
  const day = dayInWords(published)
  return (
    <>
      {publisher !== null && <bdi>{publisher}</bdi>}
      {publisher !== null && day !== '' && ' · '}
      {day !== '' && <bdi>{day}</bdi>}
    </>
  )
}
