import type { TextView } from './text-view.ts'

/** When words stand elsewhere than before. Both return their own undo. */

/** In the text: its pane became narrower, the reader chose other letters, sections above were laid out. */
export function onTextLaidOut({ host, scroller }: TextView, listener: () => void): () => void {
  const laidOut = new ResizeObserver(listener)
  laidOut.observe(host)
  laidOut.observe(scroller)
  return () => laidOut.disconnect()
}

/** On the screen: the same, and wherever the text is scrolled. */
export function onTextMoved(view: TextView, listener: () => void): () => void {
  const stop = onTextLaidOut(view, listener)
  view.scroller.addEventListener('scroll', listener, { passive: true })
  return () => {
    stop()
    view.scroller.removeEventListener('scroll', listener)
  }
}
