import type { Source } from '#contract/sources.ts'
import { CheckIcon } from '../parts/icons.tsx'
import { useLibrary } from './library-store.ts'
import { dayInWords, missingWords, nameOf } from './source-words.ts'

interface LibraryRowProps {
  readonly source: Source
  readonly chosen: boolean
  readonly onOpen: () => void
}

/** A source as cells. Its name opens it; the box chooses it without letting go of the others. */
export function LibraryRow({ source, chosen, onOpen }: LibraryRowProps) {
  return (
    <span className="library-columns">
      <ChooseCell id={source.id} chosen={chosen} />
      <span role="gridcell" className="one-line">
        {/* Enter on the row does the same: the row has the focus, not the name. */}
        <button
          type="button"
          tabIndex={-1}
          className="library-name one-line"
          data-label={source.title === null || undefined}
          onClick={(event) => {
            event.stopPropagation()
            onOpen()
          }}
        >
          <bdi>{nameOf(source)}</bdi>
        </button>
      </span>
      <Cell column="publisher" value={source.publisher} />
      <Cell column="author" value={source.author} />
      <Cell column="published" value={dayInWords(source.published)} />
      <span role="gridcell" data-column="words" className="library-number">
        {source.words.toLocaleString('en')}
      </span>
      <span role="gridcell" data-column="marks" className="library-number">
        {source.highlights === 0 ? '' : source.highlights.toLocaleString('en')}
      </span>
      <span role="gridcell" data-column="missing" className="library-missing one-line">
        {missingWords(source).join(', ')}
      </span>
    </span>
  )
}

function Cell({ column, value }: { readonly column: string; readonly value: string | null }) {
  return (
    <span role="gridcell" data-column={column} className="one-line">
      <bdi>{value}</bdi>
    </span>
  )
}

function ChooseCell({ id, chosen }: { readonly id: string; readonly chosen: boolean }) {
  const toggle = () => {
    const { chosen: before, choose } = useLibrary.getState()
    const ids = new Set(before)
    if (!ids.delete(id)) ids.add(id)
    choose(ids)
  }
  return (
    <span role="gridcell">
      {/* Space on the row does the same. */}
      <button
        type="button"
        tabIndex={-1}
        className="library-box"
        aria-label={chosen ? 'Chosen' : 'Choose'}
        aria-pressed={chosen}
        onClick={(event) => {
          event.stopPropagation()
          toggle()
        }}
      >
        {chosen && <CheckIcon />}
      </button>
    </span>
  )
}
