import type { LinkTarget } from '#contract/entities.ts'
import type { EntityId, HighlightId, SourceId } from '#contract/ids.ts'
import { RunIndex } from '#text/anchoring/run-index.ts'
import type { Transaction } from '../casebook/casebook.ts'
import {
  counted,
  cutPassages,
  findEntity,
  findHighlight,
  findHighlights,
  findSource,
  insertHighlight,
  linkHighlight,
  type MarkedSource,
  markedAlready,
  readText,
  unlinkHighlight,
} from '../highlights/highlights.ts'

/**
 * Links passages to an entity: highlights that exist, or spans that become highlights.
 * @returns how many links are new, and the highlights of all targets, in their order
 * @throws CasebookError entity.not-found, highlight.not-found, source.not-found, highlight.outside, input.invalid
 */
export function linkEntity(
  tx: Transaction,
  { id, targets }: { id: EntityId; targets: readonly LinkTarget[] },
): { linked: number; highlights: HighlightId[] } {
  const entity = findEntity(tx.store, id)
  const done = linkTargets(tx, entity.key, targets)
  tx.describe(`Linked ${counted(done.linked, 'passage')} to ${entity.name}`)
  tx.touch('entities', [id])
  return done
}

/** @throws CasebookError entity.not-found, highlight.not-found */
export function unlinkEntity(
  tx: Transaction,
  { id, highlights }: { id: EntityId; highlights: readonly HighlightId[] },
): { unlinked: number } {
  const entity = findEntity(tx.store, id)
  const rows = findHighlights(tx.store, highlights)
  const unlinked = rows.filter((row) => unlinkHighlight(tx, row.key, entity.key)).length
  tx.describe(`Unlinked ${counted(unlinked, 'passage')} from ${entity.name}`)
  tx.touch('entities', [id])
  tx.touch('highlights', highlights)
  return { unlinked }
}

export function linkTargets(
  tx: Transaction,
  entity: number,
  targets: readonly LinkTarget[],
): { linked: number; highlights: HighlightId[] } {
  const texts = new Map<SourceId, OpenSource>()
  const rows = targets.map((target) => highlightOf(tx, target, texts))
  const linked = rows.filter((row) => linkHighlight(tx, row.key, entity)).length
  const highlights = [...new Set(rows.map((row) => row.id))]
  tx.touch('highlights', highlights)
  return { linked, highlights }
}

/** A source whose text is read once, however many spans of it are linked. */
interface OpenSource {
  readonly source: MarkedSource
  readonly text: string
  readonly runs: RunIndex
}

function highlightOf(
  tx: Transaction,
  target: LinkTarget,
  texts: Map<SourceId, OpenSource>,
): { key: number; id: HighlightId } {
  if (target.kind === 'highlight') return findHighlight(tx.store, target.highlight)
  const open = texts.get(target.source) ?? openSource(tx, target.source)
  texts.set(target.source, open)
  const { source, text, runs } = open
  return (
    markedAlready(tx.store, source, target) ??
    insertHighlight(tx, source, cutPassages(text, [target], runs), {})
  )
}

function openSource(tx: Transaction, id: SourceId): OpenSource {
  const source = findSource(tx.store, id)
  const text = readText(tx.store, source)
  return { source, text, runs: new RunIndex(text) }
}
