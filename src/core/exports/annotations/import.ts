import type { AnnotationsReport } from '#contract/exports.ts'
import { CasebookError } from '#contract/failure.ts'
import type { EntityId, HighlightId, SourceId, TypeId } from '#contract/ids.ts'
import { RunIndex } from '#text/anchoring/run-index.ts'
import { indexCodePoints } from '#text/code-point-index.ts'
import type { Transaction } from '../../casebook/casebook.ts'
import { entityByIri, insertEntity } from '../../entities/entities.ts'
import {
  addType,
  counted,
  cutPassages,
  findSource,
  highlightByIri,
  insertHighlight,
  listTypes,
  type MarkedSource,
  readText,
} from '../../highlights/highlights.ts'
import type { SaidEntity, SaidType } from './bodies.ts'
import { lookupIn } from './links.ts'
import { iriOf, isObject, type Json, type JsonObject, listOf, stringOf, termsOf } from './model.ts'
import { type Ground, placeSelectors, selectorsOf } from './place.ts'
import { whatIsSaid } from './said.ts'
import { type Content, knownContents } from './same.ts'
import { sourceByIri } from './source.ts'
import { saysMore } from './surplus.ts'
import { unwrapAnnotations } from './unwrap.ts'

/** An annotation that was understood and found its place. */
interface Incoming extends Content {
  /** Which one of the file, from 0. */
  readonly index: number
  readonly iri: string | null
  readonly source: MarkedSource
  readonly annotation: JsonObject
}

/**
 * W3C annotations, or what Hypothesis exports, become highlights, as one step. One that is here already (by its
 * identifier, or by what it says about the same words) is left as it is, and told where it says something else now: either side may
 * have been edited since. One that cannot be placed is refused.
 * @throws CasebookError annotation.invalid where the file as a whole cannot be read
 */
export function importAnnotations(tx: Transaction, { content }: { content: string }): AnnotationsReport {
  const { incoming, refused } = readAll(tx, unwrapAnnotations(content))
  const { fresh, different } = whatIsNew(tx, incoming)
  for (const one of fresh) insertIncoming(tx, one)
  tx.describe(`Imported ${counted(fresh.length, 'annotation')}`)
  const unchanged = incoming.length - fresh.length - different.length
  return { added: fresh.length, unchanged, different, refused }
}

function readAll(
  tx: Transaction,
  rows: readonly Json[],
): { incoming: Incoming[]; refused: AnnotationsReport['refused'] } {
  const incoming: Incoming[] = []
  const refused: AnnotationsReport['refused'] = []
  const groundOf = openGrounds(tx)
  rows.forEach((row, index) => {
    try {
      incoming.push({ index, ...readIncoming(tx, row, groundOf) })
    } catch (error) {
      if (!(error instanceof CasebookError)) throw error
      refused.push({ index, code: error.code, message: error.message })
    }
  })
  return { incoming, refused }
}

interface SourceGround extends Ground {
  readonly source: MarkedSource
}

function readIncoming(
  tx: Transaction,
  row: Json,
  groundOf: (iri: string) => SourceGround,
): Omit<Incoming, 'index'> {
  if (!isObject(row)) throw new CasebookError('annotation.invalid', 'This is not an annotation.')
  if (isReply(row))
    throw new CasebookError(
      'annotation.invalid',
      'It is a reply to another annotation: only what is said of a passage can be kept.',
    )
  const targets = listOf(row['target']).map((target) => (isObject(target) ? target : { source: target }))
  const grounds = new Set(targets.map((target) => groundOf(sourceIriOf(target))))
  const [ground, ...others] = grounds
  if (ground === undefined) throw new CasebookError('annotation.invalid', 'It has no target.')
  if (others.length > 0)
    throw new CasebookError('annotation.invalid', 'It speaks of several sources at once.', {
      sources: grounds.size,
    })
  const spans = targets.map((target) => placeSelectors(ground, selectorsOf(target)))
  return {
    iri: iriOf(row),
    source: ground.source,
    passages: cutPassages(ground.text, spans, ground.runs),
    said: whatIsSaid(row, lookupIn(tx)),
    annotation: row,
  }
}

/** Hypothesis names the annotations above a reply, in its tables only that it is one; the standard has a motivation for it. */
function isReply(row: JsonObject): boolean {
  return listOf(row['references']).length > 0 || termsOf(row['motivation']).includes('replying')
}

function sourceIriOf(target: JsonObject): string {
  const iri = iriOf(target['source']) ?? iriOf(target)
  if (iri === null || iri === '')
    throw new CasebookError('annotation.invalid', 'Its target does not say which source it is about.')
  return iri
}

/** A source is looked up and read once, however many annotations are about it. */
function openGrounds(tx: Transaction): (iri: string) => SourceGround {
  const byIri = new Map<string, SourceId>()
  const byId = new Map<SourceId, SourceGround>()
  return (iri) => {
    const id = byIri.get(iri) ?? sourceByIri(tx, iri)
    byIri.set(iri, id)
    const ground = byId.get(id) ?? openGround(tx, id)
    byId.set(id, ground)
    return ground
  }
}

function openGround(tx: Transaction, id: SourceId): SourceGround {
  const source = findSource(tx.store, id)
  const text = readText(tx.store, source)
  return { source, text, runs: new RunIndex(text), points: indexCodePoints(text) }
}

/** By identifier first; what is left is compared by content, each highlight standing for one annotation at most. */
function whatIsNew(
  tx: Transaction,
  incoming: readonly Incoming[],
): { fresh: Incoming[]; different: AnnotationsReport['different'] } {
  const taken = new Set<HighlightId>()
  const unnamed: Incoming[] = []
  const named = new Set<string>()
  const here: { one: Incoming; highlight: HighlightId }[] = []
  for (const one of incoming) {
    const highlight = one.iri === null ? undefined : highlightByIri(tx, one.iri)
    if (highlight !== undefined) here.push({ one, highlight })
    else if (one.iri === null || !named.has(one.iri)) unnamed.push(one)
    if (highlight !== undefined) taken.add(highlight)
    if (one.iri !== null) named.add(one.iri)
  }
  const contents = knownContents(tx, taken)
  return {
    fresh: unnamed.filter((one) => !contents.take(one)),
    different: here
      .filter(({ one, highlight }) => !contents.says(highlight, one))
      .map(({ one: { index }, highlight }) => ({ index, highlight, message: saysOther })),
  }
}

const saysOther =
  'It is here already and says something else now: the highlight was left as it is. Delete it to take this one instead.'

function insertIncoming(tx: Transaction, { iri, source, passages, said, annotation }: Incoming): void {
  const created = momentOf(annotation['created'])
  insertHighlight(tx, source, passages, {
    type: said.type === null ? null : typeFor(tx, said.type),
    tags: said.tags,
    note: said.note,
    entities: said.entities.map((entity) => entityFor(tx, entity)),
    origin: {
      iri,
      foreign: saysMore(annotation) ? JSON.stringify(annotation) : null,
      created,
      changed: momentOf(annotation['modified']) ?? created,
    },
  })
}

function entityFor(tx: Transaction, { iri, name, type }: SaidEntity): EntityId {
  return entityByIri(tx, iri) ?? insertEntity(tx, { iri, name, type: type ?? 'other' }).id
}

function typeFor(tx: Transaction, { iri, ...style }: SaidType): TypeId {
  const { items } = listTypes(tx)
  const known =
    items.find((type) => iri === `urn:casebook:${type.id}` && type.name === style.name) ??
    items.find((type) => type.name.toLowerCase() === style.name.toLowerCase())
  return known?.id ?? addType(tx, { ...style, key: null }).id
}

/** A moment as it is stored: ISO 8601 in UTC; null where the annotation gives none that can be read. */
function momentOf(value: Json | undefined): string | null {
  const time = Date.parse(stringOf(value) ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
