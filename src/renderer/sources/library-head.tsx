import { ChevronDownIcon, ChevronUpIcon } from '../parts/icons.tsx'
import { useLibrary } from './library-store.ts'

type Column = Parameters<ReturnType<typeof useLibrary.getState>['sortBy']>[0]

const columns: readonly { readonly sort: Column; readonly label: string; readonly name: string }[] = [
  { sort: 'title', label: 'Title', name: 'title' },
  { sort: 'publisher', label: 'Publisher', name: 'publisher' },
  { sort: 'author', label: 'Author', name: 'author' },
  { sort: 'published', label: 'Published', name: 'published' },
  { sort: 'words', label: 'Words', name: 'words' },
]

/** Headings of the table; pressing one sorts by it, pressing it again turns the order round. */
export function LibraryHead() {
  return (
    <div role="row" aria-rowindex={1} className="library-head library-columns" tabIndex={-1}>
      <span role="columnheader" tabIndex={-1}>
        <span className="only-spoken">Chosen</span>
      </span>
      {columns.map((column) => (
        <ColumnHead key={column.sort} {...column} />
      ))}
      <span role="columnheader" tabIndex={-1} data-column="marks" className="library-number">
        Marks
      </span>
      <span role="columnheader" tabIndex={-1} data-column="missing">
        Not stated
      </span>
    </div>
  )
}

function ColumnHead({ sort, label, name }: (typeof columns)[number]) {
  const library = useLibrary()
  const sorted = library.sort === sort
  const direction = library.descending ? 'descending' : 'ascending'
  return (
    <span role="columnheader" aria-sort={sorted ? direction : 'none'} data-column={name} tabIndex={-1}>
      <button type="button" className="library-sort" onClick={() => library.sortBy(sort)}>
        {label}
        {sorted && (library.descending ? <ChevronDownIcon /> : <ChevronUpIcon />)}
      </button>
    </span>
  )
}
