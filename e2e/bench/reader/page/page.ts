import '#renderer/styles/base.css'
import '#renderer/reader/reader.css'
import '#renderer/highlights/marks.css'
import { lexicalMarks } from './lexical-way.ts'
import { type Sample, sampleMark, sampleOf } from './sample.ts'
import { allRegistered, elementsWhole, plainWhole, sections, type Way } from './ways.ts'

/** What the benchmark calls in the page. One text is shown at a time. */

const ways = {
  'plain text, sections': () => sections(false),
  'sections, marks near the screen': () => sections(true),
  'plain text, whole': plainWhole,
  'Highlight API, all registered': allRegistered,
  'mark elements, whole': elementsWhole,
  'Lexical MarkNodes': lexicalMarks,
} satisfies Record<string, () => Way>
export type WayName = keyof typeof ways

const samples = new Map<string, Sample>()
let shown: Way | null = null
let scroller: HTMLElement | null = null

function sample(length: number, marks: number): Sample {
  const key = `${length} ${marks}`
  const made = samples.get(key) ?? sampleOf(length, marks)
  samples.set(key, made)
  return made
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

export const bench = {
  prepare: (length: number, marks: number): void => void sample(length, marks),
  clear(): void {
    shown?.close()
    document.querySelector('.reader')?.remove()
    shown = null
  },
  async open(name: WayName, length: number, marks: number): Promise<void> {
    const page = document.createElement('article')
    page.className = 'reader'
    page.style.cssText = '--reader-size:1.125rem;--reader-measure:70;--reader-leading:1.6;height:100vh'
    scroller = document.createElement('section')
    scroller.className = 'reader-scroller'
    page.append(scroller)
    document.body.append(page)
    shown = ways[name]()
    shown.build(scroller, sample(length, marks))
    await frame()
    // What is near the screen is told after the first frame, and filled before the second one: it belongs to both ways or to neither.
    await frame()
  },
  /** A mark on what is on the screen. */
  async add(number: number): Promise<void> {
    shown?.add(sampleMark(-1 - number, { start: 40 + number * 30, end: 90 + number * 30 }))
    await frame()
  },
  /** As when a tooltip comes and goes. */
  async changeElsewhere(): Promise<void> {
    const tip = document.createElement('div')
    tip.textContent = 'A tooltip'
    tip.style.cssText = 'position:fixed;top:0;left:0'
    document.body.append(tip)
    await frame()
    tip.remove()
    await frame()
  },
  async scroll(pixels: number): Promise<void> {
    if (scroller !== null) scroller.scrollTop += pixels
    await frame()
  },
  /** Until nothing is left to do. */
  async settle(): Promise<void> {
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await new Promise((resolve) => requestIdleCallback(resolve))
    }
    const isBuilding = () => document.querySelector('.text-chapter:empty, .text-section:empty') !== null
    while (isBuilding()) await new Promise((resolve) => setTimeout(resolve, 100))
  },
  nothing: () => frame(),
}

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
