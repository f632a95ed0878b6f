import type { Mark } from '../text/segments.ts'
import type { TextView } from '../text/text-view.ts'

/** CSS pixels: thinner lines cannot be seen, let alone hit. */
const thinnest = 2

/** Draws a line for every mark, at the height at which the scroll bar would show it. */
export function drawMinimap(canvas: HTMLCanvasElement, view: TextView, marks: readonly Mark[]): void {
  const { scroller } = view
  const scale = window.devicePixelRatio
  const { width, height } = canvas.getBoundingClientRect()
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  // Beside the scroll bar and not on it, however wide this system draws one.
  canvas.style.right = `${scroller.offsetWidth - scroller.clientWidth}px`
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.scale(scale, scale)
  const ratio = height / scroller.scrollHeight
  const placeOf = view.placeFinder()
  const colourOf = colourFinder(canvas)
  for (const { start, end, look } of marks) {
    const top = placeOf(start) * ratio
    pen.fillStyle = colourOf(look)
    pen.fillRect(0, top, width, Math.max(thinnest, placeOf(end) * ratio - top))
  }
}

/** A canvas knows no style sheets: the colour of a look is that of the line under a mark that has it. */
function colourFinder(canvas: HTMLCanvasElement): (look: string) => string {
  const known = new Map<string, string>()
  const probe = canvas.ownerDocument.createElement('mark')
  probe.dataset['mark'] = ''
  return (look) => {
    let colour = known.get(look)
    if (colour === undefined) {
      probe.className = look
      canvas.after(probe)
      colour = getComputedStyle(probe).textDecorationColor
      probe.remove()
      known.set(look, colour)
    }
    return colour
  }
}
