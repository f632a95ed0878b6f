import { type MouseEvent, useEffect, useRef } from 'react'
import { scrollToPart } from '../text/landing.ts'
import type { Mark } from '../text/segments.ts'
import type { TextView } from '../text/text-view.ts'
import { drawMinimap } from './draw-minimap.ts'

interface MinimapProps {
  readonly view: TextView
  readonly marks: readonly Mark[]
}

/** Heights settle while sections are laid out; drawing waits until they rest. Milliseconds. */
const rest = 120

/**
 * Every mark of the source as a line beside the scroll bar. For the eye and the mouse alone: the same marks are in the pane, and
 * keys go from one to the next.
 */
export function Minimap({ view, marks }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      if (canvas.current !== null) drawMinimap(canvas.current, view, marks)
    }
    const drawSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(draw, rest)
    }
    drawSoon()
    const sizes = new ResizeObserver(drawSoon)
    sizes.observe(view.scroller)
    sizes.observe(view.host)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', drawSoon)
    return () => {
      clearTimeout(timer)
      sizes.disconnect()
      scheme.removeEventListener('change', drawSoon)
    }
  }, [view, marks])

  const jump = ({ clientY, currentTarget }: MouseEvent) => {
    const { top, height } = currentTarget.getBoundingClientRect()
    scrollToPart(view, (clientY - top) / height)
  }
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys have their own way, see above
  return <canvas className="reader-minimap" ref={canvas} onClick={jump} aria-hidden="true" />
}
