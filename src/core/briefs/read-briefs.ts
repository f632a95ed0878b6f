import type { Brief, BriefText } from '#contract/briefs.ts'
import { CasebookError } from '#contract/failure.ts'
import type { BriefId } from '#contract/ids.ts'
import { citedHighlights, type Prose, textOfProse } from '#contract/prose.ts'
import type { Reading, Store } from '../casebook/casebook.ts'

interface BriefRow {
  readonly key: number
  readonly id: BriefId
  readonly title: string
  readonly prose: string
  readonly created: string
  readonly changed: string
}

/** All briefs, the one last worked on first. */
export function listBriefs({ store }: Reading): { items: Brief[] } {
  const rows = store.all<BriefRow>('SELECT * FROM briefs ORDER BY changed DESC, key DESC')
  return { items: rows.map((row) => withoutProse(asBriefText(row))) }
}

export function getBrief({ store }: Reading, { id }: { id: BriefId }): BriefText {
  return findBrief(store, id)
}

/** @throws CasebookError brief.not-found */
export function findBrief(store: Store, id: BriefId): BriefText {
  return asBriefText(findRow(store, id))
}

/** @throws CasebookError brief.not-found */
export function findBriefKey(store: Store, id: BriefId): number {
  return findRow(store, id).key
}

function findRow(store: Store, id: BriefId): BriefRow {
  const row = store.get<BriefRow>('SELECT * FROM briefs WHERE id = ?', id)
  if (row === undefined)
    throw new CasebookError('brief.not-found', `There is no brief ${id} in this casebook.`, { brief: id })
  return row
}

function asBriefText({ id, title, prose: json, created, changed }: BriefRow): BriefText {
  // Only this station writes the column, and only what the contract has let in.
  const prose = JSON.parse(json) as Prose
  return {
    id,
    title,
    prose,
    words: countWords(prose),
    citations: citedHighlights(prose).length,
    created,
    changed,
  }
}

function withoutProse({ prose: _, ...brief }: BriefText): Brief {
  return brief
}

function countWords(prose: Prose): number {
  return textOfProse(prose).match(/\S+/g)?.length ?? 0
}
