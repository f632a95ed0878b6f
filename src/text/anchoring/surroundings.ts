/**
 * What stands round a place, and how far two places agree in it. Read outward from the border of a quote, so that what is nearest
 * counts first; edits on the way are stepped over.
 */

/** The text before a place read backwards, or the text after it. */
export function outward(text: string, at: number, step: 1 | -1, length: number): string {
  if (step === 1) return text.slice(at, at + length)
  let turned = ''
  for (let place = at - 1; place >= Math.max(0, at - length); place -= 1) turned += text[place]
  return turned
}

export type Agreement = {
  /** The share of the nearest 32 characters that stand there too, 0–1. */
  near: number
  /** Characters up to the first that differs. */
  direct: number
  /** Agreeing characters until the two part for good, less what had to be stepped over. */
  far: number
  /** Nothing parted them: all that was compared agrees. */
  whole: boolean
  /** Behind the last character that agrees: how far both were read. */
  read: number
  readNow: number
}

const NEAR = 32
// What was put in between pushes the rest out of the nearest characters, but for a letter or two.
const SHIFT = 4
// Fewer characters than these say nothing by themselves; they agree only where the text ends behind them on both sides.
const TELLING = 8

// The text begins or ends there, then and now: worth as much as a line that agrees.
const EDGE = 64

/** How far what was (`old`) and what is (`now`) agree, at most `reach` characters; both are read outward. */
export function agreement(old: string, now: string, reach: number): Agreement {
  let read = 0
  let readNow = 0
  let near = 0
  let far = 0
  let direct = -1
  let last = { read: 0, readNow: 0 }
  while (read < old.length && readNow < now.length && far < reach) {
    if (old.charCodeAt(read) === now.charCodeAt(readNow)) {
      if (Math.max(read, readNow - SHIFT) < NEAR) near += 1
      far += 1
      read += 1
      readNow += 1
      last = { read, readNow }
    } else {
      if (direct < 0) direct = far
      const step = stepOver(old, read, now, readNow)
      if (!step) break
      read += step.old
      readNow += step.now
      far = Math.max(0, far - AGAIN)
    }
  }
  const ends = read === old.length && readNow === now.length
  const whole = read === old.length || far === reach
  if (direct < 0) direct = far
  if (ends) far = Math.min(reach, far + EDGE)
  if (old.length < TELLING) near = ends ? 1 : 0
  else near /= Math.min(NEAR, old.length)
  return { near, direct, far, whole, ...last }
}

type Step = { old: number; now: number }

// After an edit of up to REACH characters, so many must agree for the reading to go on. Larger edits end it: what agrees behind them
// would as well agree with a copy of the sentence that was put in near by.
const REACH = 20
const AGAIN = 8

/** The smallest edit behind which the two agree again. */
function stepOver(old: string, at: number, now: string, place: number): Step | null {
  for (let size = 1; size <= 2 * REACH; size += 1)
    for (let left = Math.max(0, size - REACH); left <= Math.min(size, REACH); left += 1)
      if (agreesAgain(old, at + left, now, place + size - left)) return { old: left, now: size - left }
  return null
}

function agreesAgain(old: string, at: number, now: string, place: number): boolean {
  if (at + AGAIN > old.length || place + AGAIN > now.length) return false
  for (let index = 0; index < AGAIN; index += 1)
    if (old.charCodeAt(at + index) !== now.charCodeAt(place + index)) return false
  return true
}
