import type { DifferenceRun } from '#contract/copies.ts'
import type { SourceId } from '#contract/ids.ts'
import { usualEffort } from '#text/common-runs.ts'
import { diffWords, type WordChange } from '#text/word-diff.ts'
import { type Reading, readText } from '../../casebook/casebook.ts'
import { rowOf } from '../library/read-sources.ts'
import { compareSource, similarityOf } from './likeness.ts'

/** What leads from one text to another, word by word. @throws CasebookError source.not-found */
export function differenceOf(
  { store }: Reading,
  { from, to }: { from: SourceId; to: SourceId },
): { similarity: number; summarised: boolean; runs: DifferenceRun[] } {
  const [older, newer] = [rowOf(store, from), rowOf(store, to)]
  const effort = usualEffort()
  const changes = diffWords(readText(store, older.text), readText(store, newer.text), effort)
  const similarity = similarityOf(compareSource(store, older.key), compareSource(store, newer.key))
  return { similarity, summarised: effort.isSpent, runs: changes.flatMap(runsOf) }
}

/** What was replaced is told as deleted and inserted, in this order. */
function runsOf({ kind, old, now }: WordChange): DifferenceRun[] {
  switch (kind) {
    case 'same':
      return [{ kind: 'equal', from: old, to: now }]
    case 'removed':
      return [{ kind: 'deleted', from: old, to: now }]
    case 'added':
      return [{ kind: 'inserted', from: old, to: now }]
    case 'replaced':
      return [
        { kind: 'deleted', from: old, to: { start: now.start, end: now.start } },
        { kind: 'inserted', from: { start: old.end, end: old.end }, to: now },
      ]
  }
}
