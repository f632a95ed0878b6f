import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { LongListProps } from './long-list.tsx'

/** Where the focus is in a long list, and what keys and clicks do there. Without a selection a click opens. */

interface ListFocus {
  readonly index: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPress: (index: number, event: MouseEvent) => void
  readonly open: (index: number) => void
}

type FocusOptions<T extends { readonly id: string }> = Pick<
  LongListProps<T>,
  'total' | 'itemAt' | 'onOpen' | 'selection' | 'onFocusRow' | 'onDelete'
> & {
  readonly reveal: (index: number) => void
}

/** Rows that PageUp and PageDown pass over. */
const pageStep = 12

export function useListFocus<T extends { readonly id: string }>(options: FocusOptions<T>): ListFocus {
  const { total, itemAt, onOpen, selection, onFocusRow, onDelete, reveal } = options
  const [index, setIndex] = useState(0)
  /** The row where a range began. */
  const [anchor, setAnchor] = useState(0)

  function focusOn(next: number): void {
    setIndex(next)
    reveal(next)
    const item = itemAt(next)
    if (item !== undefined) onFocusRow?.(item)
  }

  function open(at: number): void {
    const item = itemAt(at)
    if (item !== undefined) onOpen(item)
  }

  function selectRange(to: number): void {
    if (selection === undefined) return
    void selection
      .idsOf(Math.min(anchor, to), Math.max(anchor, to))
      .then((ids) => selection.onChange(new Set(ids)))
  }

  function toggle(at: number): void {
    const item = itemAt(at)
    if (selection === undefined || item === undefined) return
    selection.onToggle(item.id)
    setAnchor(at)
  }

  function move(to: number, event: KeyboardEvent): void {
    if (total === 0) return
    const next = Math.max(0, Math.min(total - 1, to))
    focusOn(next)
    if (event.shiftKey) selectRange(next)
    else setAnchor(next)
  }

  const steps: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: (event) => move(index + 1, event),
    ArrowUp: (event) => move(index - 1, event),
    PageDown: (event) => move(index + pageStep, event),
    PageUp: (event) => move(index - pageStep, event),
    Home: (event) => move(0, event),
    End: (event) => move(total - 1, event),
    Enter: () => open(index),
    ' ': () => (selection === undefined ? open(index) : toggle(index)),
    Delete: () => onDelete?.(),
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return
    const mod = event.ctrlKey || event.metaKey
    if (mod && event.key.toLowerCase() === 'a' && selection !== undefined && total > 0) {
      event.preventDefault()
      selection.onAll()
      return
    }
    if (event.key === 'Escape' && selection !== undefined && selection.size > 0) {
      event.stopPropagation()
      selection.onChange(new Set())
      return
    }
    // Enter opens with every modifier: whoever opens may mean something by it.
    const step = (mod && event.key !== 'Enter') || event.altKey ? undefined : steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    step(event)
  }

  function onPress(at: number, event: MouseEvent): void {
    setIndex(at)
    const item = itemAt(at)
    if (item !== undefined) onFocusRow?.(item)
    if (selection === undefined) return open(at)
    if (event.shiftKey) return selectRange(at)
    setAnchor(at)
    if (event.ctrlKey || event.metaKey || isChoosing(event)) toggle(at)
    else if (item !== undefined) selection.onChange(new Set([item.id]))
  }

  return { index, onKeyDown, onPress, open }
}

/** What is marked `data-chooses` in a row chooses it beside the others. */
export function isChoosing({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-chooses]') !== null
}
