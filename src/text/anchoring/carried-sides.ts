import type { Span } from '../offsets.ts'
import { isBreak } from '../paragraphs.ts'
import { ONCE } from './aligned-texts.ts'
import type { PreparedText } from './prepared-text.ts'
import type { TextMap } from './text-map.ts'

/** A map and the texts that it is of. */
export type Carrying = { map: TextMap; madeOn: PreparedText; on: PreparedText }

/**
 * How the later text goes on beyond the sentence of a mark: words are copied by sentences, and within one a copy agrees with the original
 * to the letter. `on`: as it did, in words that stand only there; `end`: not at all, then and now; `border`: the paragraph ends where it
 * ended; `other`: in other words.
 */
export type Side = {
  kind: 'on' | 'end' | 'border' | 'other'
  /** Nothing came in or went on the way that is long enough to be a copy of the sentence. */
  isClose: boolean
}

/** Neighbours further off say nothing. */
const FAR = 400
/** So many characters that come from elsewhere, or went there, are no chance. */
const FOREIGN = 12
/** So many pieces must stand once: more than an edited letter makes of a copy. */
const PIECES = 24

/** Reads outward from the mark's last character on that side that has a place. */
export function sideBeyond(texts: Carrying, from: number, sentence: Span, step: 1 | -1): Side {
  const { map } = texts
  const border = step === 1 ? sentence.end : sentence.start
  const room = Math.max(3, 0.6 * (sentence.end - sentence.start))
  const furthest = Math.abs(border - from) + FAR
  let last = { old: from, now: map.now[from] ?? 0 }
  let [foreign, pieces, isClose] = [0, 0, true]
  for (let distance = 1; distance <= furthest; distance += 1) {
    const old = from + step * distance
    if (old < 0 || old >= map.now.length) {
      const [was, is] = [distance - Math.abs(last.old - from) - 1, restOf(map.old.length, last.now, step)]
      if (Math.max(was, is) <= room) return { kind: 'end', isClose }
      break
    }
    const now = map.now[old] ?? -1
    if (now < 0) continue
    const gap = step * (now - last.now) - 1
    if (gap < 0 || gap > FAR || isCrossed(texts, last.now, now, from, old)) {
      foreign += 1
      if (foreign >= FOREIGN) break
      continue
    }
    if (Math.max(Math.abs(old - last.old) - 1, gap) > room) isClose = false
    last = { old, now }
    const piece = step === 1 ? old - ONCE + 1 : old
    const isBeyond = step === 1 ? piece >= border : piece + ONCE <= border
    if (isBeyond && standsOnce(texts, piece)) pieces += 1
    if (pieces >= PIECES) return { kind: 'on', isClose }
  }
  return { kind: keepsBorder(texts, from, border, step) ? 'border' : 'other', isClose: false }
}

function restOf(length: number, at: number, step: 1 | -1): number {
  return step === 1 ? length - 1 - at : at
}

/** Whether a piece of the earlier text stands once on both, and went where it went in one. */
export function standsOnce({ map }: Carrying, piece: number): boolean {
  const place = map.now[piece] ?? -1
  return map.once[piece] === 1 && place >= 0 && map.now[piece + ONCE - 1] === place + ONCE - 1
}

/** Whether between two places of the later text stands something that comes from elsewhere. */
function isCrossed({ map }: Carrying, one: number, other: number, from: number, to: number): boolean {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  let foreign = 0
  for (let at = Math.min(one, other) + 1; at < Math.max(one, other); at += 1) {
    const origin = map.old[at] ?? -1
    if (origin >= 0 && (origin < first || origin > last)) foreign += 1
  }
  return foreign >= FOREIGN
}

/** A letter or two may have come in or gone at a paragraph's end. */
const SLIPS = [0, 1, -1, 2, -2, 3, -3]
const DRIFT = 60

function keepsBorder(
  { map, madeOn, on }: Carrying,
  from: number,
  sentenceEnd: number,
  step: 1 | -1,
): boolean {
  let border = sentenceEnd
  while (Math.abs(border - sentenceEnd) < FAR && !endsParagraph(madeOn, border)) border += step
  if (!endsParagraph(madeOn, border)) return false
  const image = map.now[from] ?? 0
  for (let at = step === 1 ? border - 1 : border; step * (at - from) >= 0; at -= step) {
    const place = map.now[at] ?? -1
    if (place < 0) continue
    if (Math.abs(place - image) > Math.abs(at - from) + DRIFT) return false
    return SLIPS.some((slip) => endsParagraph(on, place + border - at + slip))
  }
  return false
}

/** Whether a paragraph begins or ends about there. */
function endsParagraph({ text, plain, origin }: PreparedText, at: number): boolean {
  if (at <= 0 || at >= plain.length) return true
  const to = origin[Math.min(plain.length, at + 2)] ?? text.length
  for (let unit = origin[Math.max(0, at - 2)] ?? 0; unit < to; unit += 1)
    if (isBreak(text.charCodeAt(unit))) return true
  return false
}
