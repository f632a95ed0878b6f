import type { BriefText } from '#contract/briefs.ts'
import { CasebookError } from '#contract/failure.ts'
import type { BriefId, HighlightId } from '#contract/ids.ts'
import { citedHighlights, emptyProse, type Prose } from '#contract/prose.ts'
import type { Store, Transaction } from '../casebook/casebook.ts'
import { counted } from '../highlights/highlights.ts'
import { markdownToBrief } from './markdown-to-brief.ts'
import { findBrief, findBriefKey } from './read-briefs.ts'

const untitled = 'Untitled brief'

export function addBrief(
  tx: Transaction,
  { title, prose }: { title: string; prose?: Prose | undefined },
): BriefText {
  return insertBrief(tx, title.trim() === '' ? untitled : title.trim(), prose ?? emptyProse)
}

/** @throws CasebookError brief.unknown-citation */
export function addMarkdownBrief(
  tx: Transaction,
  { title, markdown }: { title?: string | undefined; markdown: string },
): BriefText {
  const found = markdownToBrief(markdown)
  refuseUnknownCitations(tx.store, found.prose)
  return insertBrief(tx, title ?? found.title ?? untitled, found.prose)
}

/** Changes to the words of one brief that follow each other closely are one step. @throws CasebookError brief.not-found */
export function changeBrief(
  tx: Transaction,
  { id, set }: { id: BriefId; set: { title?: string | undefined; prose?: Prose | undefined } },
): BriefText {
  const before = findBrief(tx.store, id)
  const title = set.title === undefined || set.title.trim() === '' ? before.title : set.title.trim()
  const prose = set.prose ?? before.prose
  if (title === before.title && JSON.stringify(prose) === JSON.stringify(before.prose)) return before
  tx.store.run(
    'UPDATE briefs SET title = ?, prose = ?, changed = ? WHERE id = ?',
    title,
    JSON.stringify(prose),
    tx.now,
    id,
  )
  writeCitations(tx, findBriefKey(tx.store, id), prose)
  tx.describe(
    title === before.title
      ? `Edited the brief “${title}”`
      : `Renamed the brief “${before.title}” to “${title}”`,
  )
  if (title === before.title) tx.mergeWith(id)
  tx.touch('briefs', [id])
  return findBrief(tx.store, id)
}

/** @throws CasebookError brief.not-found */
export function deleteBriefs(tx: Transaction, { ids }: { ids: BriefId[] }): { deleted: number } {
  const briefs = [...new Set(ids)].map((id) => ({
    key: findBriefKey(tx.store, id),
    title: findBrief(tx.store, id).title,
  }))
  for (const { key } of briefs) {
    tx.store.run('DELETE FROM citations WHERE brief = ?', key)
    tx.store.run('DELETE FROM briefs WHERE key = ?', key)
  }
  const what = briefs.length === 1 ? `the brief “${briefs[0]?.title}”` : counted(briefs.length, 'brief')
  tx.describe(`Deleted ${what}`)
  tx.touch('briefs', ids)
  return { deleted: briefs.length }
}

function insertBrief(tx: Transaction, title: string, prose: Prose): BriefText {
  const id = tx.newId('brief')
  const { key } = tx.store.run(
    'INSERT INTO briefs (id, title, prose, created, changed) VALUES (?, ?, ?, ?, ?)',
    id,
    title,
    JSON.stringify(prose),
    tx.now,
    tx.now,
  )
  writeCitations(tx, key, prose)
  tx.describe(`Began the brief “${title}”`)
  tx.touch('briefs', [id])
  return findBrief(tx.store, id)
}

function writeCitations(tx: Transaction, brief: number, prose: Prose): void {
  tx.store.run('DELETE FROM citations WHERE brief = ?', brief)
  for (const [ordinal, highlight] of citedHighlights(prose).entries()) {
    tx.store.run(
      'INSERT INTO citations (brief, ordinal, highlight) VALUES (?, ?, ?)',
      brief,
      ordinal,
      highlight,
    )
  }
}

function refuseUnknownCitations(store: Store, prose: Prose): void {
  const unknown = citedHighlights(prose).filter((id) => !isHighlight(store, id))
  if (unknown.length === 0) return
  throw new CasebookError(
    'brief.unknown-citation',
    `The brief cites ${unknown.length === 1 ? 'a highlight that is' : 'highlights that are'} not in this casebook: ${unknown.join(', ')}. Nothing was added.`,
    { highlights: unknown.join(' ') },
  )
}

function isHighlight(store: Store, id: HighlightId): boolean {
  return store.get('SELECT 1 FROM highlights WHERE id = ?', id) !== undefined
}
