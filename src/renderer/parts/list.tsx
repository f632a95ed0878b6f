import type { ReactNode } from 'react'
import { GridList, GridListItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components'
import './list.css'

export interface ListProps<T extends { readonly id: string }> {
  readonly label: string
  readonly items: readonly T[]
  readonly children: (item: T) => ReactNode
  /** What a screen reader calls a row. */
  readonly textOf: (item: T) => string
  /** Enter, a click. */
  readonly onOpen?: (item: T) => void
  /** The row that is shown elsewhere: it is marked, and is no selection. */
  readonly current?: string | null
  readonly selection?: {
    readonly ids: ReadonlySet<string>
    readonly onChange: (ids: ReadonlySet<string>) => void
  }
  /** In CSS pixels; rows of other heights are measured. */
  readonly rowHeight?: number
  readonly empty?: ReactNode
}

/** Rows that are built only near the screen, for lists of up to some thousands; arrows walk, Enter opens. */
export function List<T extends { readonly id: string }>(props: ListProps<T>) {
  const { label, items, children, textOf, onOpen, current, selection, rowHeight = 36, empty } = props
  const open = (id: string) => {
    const item = items.find((one) => one.id === id)
    if (item !== undefined) onOpen?.(item)
  }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: rowHeight }}>
      <GridList
        aria-label={label}
        className="list"
        items={items}
        dependencies={[current, children]}
        disallowTypeAhead
        {...(onOpen === undefined ? {} : { onAction: (key) => open(String(key)) })}
        {...(selection === undefined
          ? {}
          : {
              selectionMode: 'multiple',
              selectionBehavior: 'replace',
              selectedKeys: selection.ids,
              onSelectionChange: (chosen) => selection.onChange(idsOf(chosen, items)),
            })}
        renderEmptyState={() => empty ?? null}
      >
        {(item) => (
          <GridListItem
            id={item.id}
            textValue={textOf(item)}
            className="list-row"
            data-current={item.id === current || undefined}
          >
            {children(item)}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}

function idsOf(chosen: Selection, items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(chosen === 'all' ? items.map(({ id }) => id) : [...chosen].map(String))
}
