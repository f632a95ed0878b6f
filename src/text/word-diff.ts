import { CharacterKind, kindAt, unitsAt } from './characters.ts'
import { commonRuns, type Effort, usualEffort } from './common-runs.ts'
import type { Span } from './offsets.ts'

/** What differs between two versions of a text, word by word. */

/** One stretch, on both texts; `added` is empty on the old one, `removed` on the new. */
export type WordChange = { kind: 'same' | 'added' | 'removed' | 'replaced'; old: Span; now: Span }

/**
 * The stretches that lead from `old` to `now`, in order, leaving nothing of either out. Words are compared as they are written; white
 * space and punctuation count, but what is alike in nothing else between two changes belongs to the change. Where the effort is spent,
 * a stretch with changes in it is told as replaced.
 */
export function diffWords(old: string, now: string, effort: Effort = usualEffort()): WordChange[] {
  const [oldPieces, nowPieces] = [pieces(old), pieces(now)]
  const changes: WordChange[] = []
  const at = { old: 0, now: 0 }
  const goTo = (alike: boolean, oldEnd: number, nowEnd: number) => {
    const kind = alike ? 'same' : kindOf(oldEnd - at.old, nowEnd - at.now)
    if (kind) changes.push({ kind, old: { start: at.old, end: oldEnd }, now: { start: at.now, end: nowEnd } })
    at.old = oldEnd
    at.now = nowEnd
  }
  for (const run of commonRuns(wordsOf(old, oldPieces), wordsOf(now, nowPieces), effort)) {
    const from = { old: oldPieces[run.old] ?? old.length, now: nowPieces[run.now] ?? now.length }
    const oldEnd = oldPieces[run.old + run.length] ?? old.length
    const nowEnd = nowPieces[run.now + run.length] ?? now.length
    const isInside = from.old + from.now > 0 && (oldEnd < old.length || nowEnd < now.length)
    if (isInside && !tells(old.slice(from.old, oldEnd))) continue
    goTo(false, from.old, from.now)
    goTo(true, oldEnd, nowEnd)
  }
  goTo(false, old.length, now.length)
  return changes
}

function kindOf(oldLength: number, nowLength: number): WordChange['kind'] | null {
  if (oldLength === 0) return nowLength === 0 ? null : 'added'
  return nowLength === 0 ? 'removed' : 'replaced'
}

/** A letter or digit makes a stretch worth telling as the same. */
function tells(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

function wordsOf(text: string, starts: readonly number[]): string[] {
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length))
}

/** Where the pieces of a text start: words, runs of white space, every other character by itself. */
function pieces(text: string): number[] {
  const starts: number[] = []
  let before = ''
  for (let at = 0; at < text.length; at += unitsAt(text, at)) {
    const sort = sortOf(text, at)
    if (sort !== before || sort === 'single') starts.push(at)
    before = sort
  }
  return starts
}

function sortOf(text: string, at: number): 'word' | 'space' | 'single' {
  const kind = kindAt(text, at)
  if (kind === CharacterKind.letter || kind === CharacterKind.digit || kind === CharacterKind.mark)
    return 'word'
  return /\s/.test(text[at] ?? '') ? 'space' : 'single'
}
