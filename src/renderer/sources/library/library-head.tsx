import { ChevronDownIcon, ChevronUpIcon } from '../../parts/icons.tsx'
import { type LibraryColumn, useShownColumns } from './library-columns.tsx'
import { useLibrary } from './library-store.ts'

/** Headings of the table; pressing one sorts by it, pressing it again turns the order round. */
export function LibraryHead() {
  const columns = useShownColumns()
  return (
    <div role="row" aria-rowindex={1} className="library-head library-columns" tabIndex={-1}>
      <span role="columnheader" tabIndex={-1} className="library-choice">
        <span className="only-spoken">Chosen</span>
      </span>
      <ColumnHead name="title" label="Title" sort="title" />
      {columns.map((column) => (
        <ColumnHead key={column.name} {...column} />
      ))}
    </div>
  )
}

type ColumnHeadProps = Pick<LibraryColumn, 'label' | 'sort' | 'isNumber'> & {
  readonly name: LibraryColumn['name'] | 'title'
}

function ColumnHead({ name, label, sort, isNumber = false }: ColumnHeadProps) {
  const library = useLibrary()
  const sorted = library.sort === sort
  const direction = library.descending ? 'descending' : 'ascending'
  const look = isNumber ? 'library-number' : undefined
  if (sort === undefined) {
    return (
      <span role="columnheader" data-column={name} className={look} tabIndex={-1}>
        {label}
      </span>
    )
  }
  return (
    <span
      role="columnheader"
      aria-sort={sorted ? direction : 'none'}
      data-column={name}
      className={look}
      tabIndex={-1}
    >
      <button type="button" className="library-sort" onClick={() => library.sortBy(sort)}>
        {label}
        {sorted && (library.descending ? <ChevronDownIcon /> : <ChevronUpIcon />)}
      </button>
    </span>
  )
}
