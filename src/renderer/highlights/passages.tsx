import type { Highlight } from '#contract/highlights.ts'
import { IconButton } from '../parts/button.tsx'
import { MinusIcon } from '../parts/icons.tsx'
import { useMarking } from './marking.ts'

/** The passages of a mark with gaps, each to be taken out of it. */
export function Passages({ highlight }: { readonly highlight: Highlight }) {
  const { id, source, passages, anchoring } = highlight
  const marking = useMarking(source)
  if (passages.length < 2 || anchoring.state === 'orphan') return null
  const takeOut = (start: number) => {
    const left = passages.filter((passage) => passage.start !== start)
    // A failure has been shown by `useAsk`.
    marking
      .moveEnds(
        id,
        left.map(({ start, end }) => ({ start, end })),
      )
      .catch(() => {})
  }
  return (
    <div className="highlight-card-part">
      <h3 className="field-label">{passages.length} passages</h3>
      <ol className="passages">
        {passages.map(({ start, quote }, at) => (
          <li key={start} className="passage">
            <span className="one-line" dir="auto">
              {quote}
            </span>
            <IconButton
              label={`Take passage ${at + 1} out of the mark`}
              icon={<MinusIcon />}
              onPress={() => takeOut(start)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
