import type { Source } from '#contract/source.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import { Chip } from '../../parts/tag.tsx'
import { nameOf } from '../source-words.ts'
import { useShownColumns } from './library-columns.tsx'

interface LibraryRowProps {
  readonly source: Source
  readonly chosen: boolean
  readonly onOpen: () => void
}

/** A source as cells. Its name opens it; the box chooses it without letting go of the others. */
export function LibraryRow({ source, chosen, onOpen }: LibraryRowProps) {
  const columns = useShownColumns()
  return (
    <span className="library-columns">
      <ChooseCell chosen={chosen} />
      <span role="gridcell" data-column="title" className="one-line">
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
        {source.replacedBy !== null && <Chip>Older version</Chip>}
      </span>
      {columns.map(({ name, isNumber, words }) => (
        <span key={name} role="gridcell" data-column={name} className={cellLook(name, isNumber)}>
          <bdi>{words(source)}</bdi>
        </span>
      ))}
    </span>
  )
}

function cellLook(name: string, isNumber = false): string {
  if (isNumber) return 'library-number'
  return name === 'missing' ? 'library-missing one-line' : 'one-line'
}

function ChooseCell({ chosen }: { readonly chosen: boolean }) {
  return (
    <span role="gridcell" className="library-choice">
      {/* The list hears the click, and has the focus from then on; Space on the row does the same. */}
      <button
        type="button"
        tabIndex={-1}
        data-chooses
        className="library-box"
        aria-label={chosen ? 'Chosen' : 'Choose'}
        aria-pressed={chosen}
      >
        {chosen && <CheckIcon />}
      </button>
    </span>
  )
}
