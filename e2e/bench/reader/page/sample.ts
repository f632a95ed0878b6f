import type { Span } from '#contract/source.ts'
import type { Mark } from '#renderer/reader/text/segments.ts'

/** A text and marks on it, the same at every run. Every way gets them as the reader does: ready-made. */

export type SampleMark = Mark

export interface Sample {
  readonly text: string
  readonly marks: readonly SampleMark[]
}

const words =
  'the of talks and officials border in a security council to agreement said that foreign minister for on troops was ceasefire with ambassador by negotiations as had withdrawn under observers from buffer zone at first reported'.split(
    ' ',
  )
const paragraphLength = 400

export function sampleOf(length: number, count: number): Sample {
  const random = randomNumbers(42)
  const pieces: string[] = []
  let size = 0
  let line = 0
  while (size < length) {
    const word = words[Math.floor(random() * words.length)] ?? ''
    const end = line > paragraphLength ? '.\n' : ' '
    pieces.push(word, end)
    size += word.length + end.length
    line = end === ' ' ? line + word.length + 1 : 0
  }
  const text = pieces.join('').slice(0, length)
  return { text, marks: Array.from({ length: count }, (_, index) => markAt(index, length, random)) }
}

/** Most marks are a sentence or two; one in ten goes over several paragraphs. */
function markAt(index: number, length: number, random: () => number): SampleMark {
  const start = Math.floor(random() * (length - 2_500))
  const size = index % 10 === 0 ? 400 + random() * 2_000 : 20 + random() * 300
  return sampleMark(index, { start, end: start + Math.floor(size) })
}

const looks = [
  'mark-green line-solid',
  'mark-blue line-dotted',
  'mark-yellow line-dashed',
  'mark-teal line-double',
]

export function sampleMark(index: number, span: Span): SampleMark {
  return { ...span, id: `m${index}`, look: looks[Math.abs(index) % looks.length] ?? '', label: 'Fact' }
}

/** A linear congruential generator: its numbers need not be good, only the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
