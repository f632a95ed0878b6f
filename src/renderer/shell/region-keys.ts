import { useEffect } from 'react'
import { useCommand } from '../session/session.tsx'

/** F6 goes round the parts of the window: the list, the text (or both texts), the pane beside it. */

/** Where the focus was in each part: going back leads there. */
const lastFocus = new WeakMap<Element, HTMLElement>()

export function useRegionKeys(): void {
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const region = regionsNow().find((one) => one.contains(target))
      if (region !== undefined) lastFocus.set(region, target)
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  const group = 'Go to'
  useCommand({
    id: 'window.next-part',
    title: 'The next part of the window',
    group,
    keys: ['f6'],
    inFields: true,
    run: () => goToRegion(1),
  })
  useCommand({
    id: 'window.part-before',
    title: 'The part of the window before',
    group,
    keys: ['shift+f6'],
    inFields: true,
    run: () => goToRegion(-1),
  })
}

/** Panes, and in place of the page that holds two sources each of these. */
function regionsNow(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>('.pane-content, [data-region]')]
  return all.filter((one) => !all.some((inner) => inner !== one && one.contains(inner)))
}

function goToRegion(step: 1 | -1): void {
  const regions = regionsNow()
  const here = regions.findIndex((one) => one.contains(document.activeElement))
  const next = here === -1 ? 0 : (here + step + regions.length) % regions.length
  const region = regions[next]
  if (region !== undefined) focusIn(region)
}

/** The text that is read, else the list to choose from: what stands above them is on the way to it. */
const firstStops = [
  '.reader-scroller',
  '[role="grid"][tabindex="0"]',
  '[tabindex="0"], button:enabled, input, a[href], textarea, select',
]

function focusIn(region: HTMLElement): void {
  const before = lastFocus.get(region)
  const first = firstStops.map((stop) => region.querySelector<HTMLElement>(stop)).find((one) => one !== null)
  const stop = before !== undefined && region.contains(before) ? before : first
  stop?.focus({ preventScroll: true })
}
