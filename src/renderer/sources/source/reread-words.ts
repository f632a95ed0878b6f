import type { Rereading } from '#contract/rereading.ts'
import { countOf } from '../source-words.ts'

/** What became of sources that were read again, in a sentence or two. */
export function rereadInWords({ items, highlights, warnings }: Rereading): string {
  const versions = items.filter(({ version }) => version !== null).length
  const what =
    items.length > 1 ? `Read ${countOf(items.length, 'source')} again` : 'Read again from the original'
  const stayed =
    versions === 0 ? '' : versions === 1 ? ', as a newer version' : `, ${versions} as newer versions`
  return [`${what}${stayed}.`, marksInWords(highlights), ...warnings].filter((one) => one !== '').join(' ')
}

function marksInWords(highlights: Rereading['highlights']): string {
  const of = (...outcomes: readonly string[]) =>
    highlights.filter(({ outcome }) => outcomes.includes(outcome)).length
  const [kept, doubtful, lost] = [of('exact', 'moved'), of('fuzzy'), of('orphan')]
  if (highlights.length === 0) return ''
  const parts = [
    ...(kept > 0 ? [`${countOf(kept, 'mark')} came along`] : []),
    ...(doubtful > 0 ? [`${countOf(doubtful, 'mark')} on changed words`] : []),
    ...(lost > 0 ? [`${countOf(lost, 'mark')} not found`] : []),
  ]
  const toReview = doubtful + lost > 0 ? ': review them beside the text' : ''
  return `${parts.join(', ')}${toReview}.`
}
