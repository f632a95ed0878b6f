import type { TextView } from './text-view.ts'

/** Whether the paragraph that holds an offset runs from right to left: its forward is left. */
export function isRightToLeft(view: TextView, offset: number): boolean {
  const element = view.elementAt(offset)
  return element !== undefined && getComputedStyle(element).direction === 'rtl'
}
