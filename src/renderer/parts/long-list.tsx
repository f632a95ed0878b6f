import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useId, useRef } from 'react'
import { isChoosing, useListFocus } from './list-focus.ts'
import './list.css'
import './long-list.css'

/**
 * Rows for lists that are too long to be held: it knows their number, and asks for those near the screen. To a screen
 * reader it is a grid whose rows are numbered; one stop of the Tab key, arrows inside. (The component library's own lists
 * build a record for every item first: seconds for 100,000.)
 */
export interface LongListProps<T extends { readonly id: string }> {
  readonly label: string
  readonly total: number
  readonly itemAt: (index: number) => T | undefined
  readonly want: (first: number, last: number) => void
  /** In CSS pixels at the usual size of letters; it grows with them. */
  readonly rowHeight: number
  /** The cells of a row, each with `role="gridcell"`. */
  readonly children: (item: T) => ReactNode
  readonly onOpen: (item: T) => void
  /** The row that is shown elsewhere. */
  readonly current?: string | null
  /** Where that row is: it is brought into view when it changes. */
  readonly currentIndex?: number
  readonly selection?: LongListSelection
  /** Told when the row with the focus changes. */
  readonly onFocusRow?: (item: T) => void
  readonly onDelete?: () => void
  /** A row of headings; `role="row"` with `columnheader`s. */
  readonly head?: ReactNode
  readonly columns?: number
}

export interface LongListSelection {
  readonly size: number
  readonly has: (id: string) => boolean
  /** These alone. */
  readonly onChange: (ids: ReadonlySet<string>) => void
  readonly onToggle: (id: string) => void
  /** All rows, however many there are. */
  readonly onAll: () => void
  /** Ids of a stretch of rows, `last` included: a range may reach beyond what is loaded. */
  readonly idsOf: (first: number, last: number) => Promise<readonly string[]>
}

export function LongList<T extends { readonly id: string }>(props: LongListProps<T>) {
  const { label, total, itemAt, want, rowHeight, current, selection, head, columns = 1 } = props
  const scroller = useRef<HTMLDivElement>(null)
  const ids = useId()
  const scale = rootFontSize() / 16
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => Math.round(rowHeight * scale),
    overscan: 12,
  })
  const shown = rows.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => want(first, last), [want, first, last])
  const { currentIndex } = props
  /** What stands under the list may have grown over the row. */
  const height = rows.scrollRect?.height
  useEffect(() => {
    if (currentIndex !== undefined && currentIndex >= 0) rows.scrollToIndex(currentIndex, { align: 'auto' })
  }, [rows, currentIndex, height])

  const focus = useListFocus({ ...props, reveal: (index) => rows.scrollToIndex(index, { align: 'auto' }) })
  const rowId = (index: number) => `${ids}-${index}`
  return (
    <div className="long-list">
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={total + (head === undefined ? 0 : 1)}
        aria-colcount={columns}
        aria-multiselectable={selection !== undefined}
        aria-activedescendant={focus.index < total ? rowId(focus.index) : undefined}
        tabIndex={0}
        className="long-list-scroller"
        ref={scroller}
        onKeyDown={(event: KeyboardEvent) => focus.onKeyDown(event)}
        data-chosen={(selection?.size ?? 0) > 0 || undefined}
      >
        {head}
        <Rows height={rows.getTotalSize()}>
          {shown.map(({ index, start, size }) => {
            const item = itemAt(index)
            return (
              <Row
                key={index}
                id={rowId(index)}
                number={index + (head === undefined ? 1 : 2)}
                top={start}
                height={size}
                focused={index === focus.index}
                current={item !== undefined && item.id === current}
                selected={selection === undefined ? null : item !== undefined && selection.has(item.id)}
                onPress={(event) => {
                  // The button that was pressed would keep the keys from the list.
                  if (isChoosing(event)) scroller.current?.focus({ preventScroll: true })
                  focus.onPress(index, event)
                }}
                onOpen={() => focus.open(index)}
              >
                {item === undefined ? (
                  <span role="gridcell" aria-label="Loading" className="long-list-waiting" />
                ) : (
                  <Cells item={item} cellsOf={props.children} />
                )}
              </Row>
            )
          })}
        </Rows>
      </div>
    </div>
  )
}

/** While the list is scrolled, the rows that stay are not drawn again. */
const Cells = memo(function Cells<T>(props: { readonly item: T; readonly cellsOf: (item: T) => ReactNode }) {
  return props.cellsOf(props.item)
}) as <T>(props: { readonly item: T; readonly cellsOf: (item: T) => ReactNode }) => ReactNode

function Rows({ height, children }: { readonly height: number; readonly children: ReactNode }) {
  return (
    <div role="rowgroup" className="long-list-rows" style={{ height }}>
      {children}
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly number: number
  readonly top: number
  readonly height: number
  readonly focused: boolean
  readonly current: boolean
  readonly selected: boolean | null
  readonly onPress: (event: MouseEvent) => void
  readonly onOpen: () => void
  readonly children: ReactNode
}

function Row({ id, number, top, height, focused, current, selected, onPress, onOpen, children }: RowProps) {
  return (
    // The grid has the focus and hears the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="row"
      aria-rowindex={number}
      aria-selected={selected ?? undefined}
      aria-current={current || undefined}
      data-focused={focused || undefined}
      data-current={current || undefined}
      data-selected={selected === true || undefined}
      className="long-list-row"
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={onPress}
      onDoubleClick={onOpen}
    >
      {children}
    </div>
  )
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
