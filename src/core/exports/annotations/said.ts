import { isDeepStrictEqual } from 'node:util'
import type { Inline, Prose } from '#contract/prose.ts'
import {
  entityBodies,
  type Meaning,
  meaningOf,
  noteBody,
  type Said,
  type SaidEntity,
  tagBody,
  typeBody,
} from './bodies.ts'
import { type Json, type JsonObject, listOf, termsOf } from './model.ts'
import type { Lookup } from './note.ts'

/** All bodies of an annotation together become what it says; and what a highlight says becomes bodies. */

/** The bodies of an annotation, `bodyValue` (section 3.2.5) included. */
export function bodiesOf(annotation: JsonObject): Json[] {
  const { body, bodyValue } = annotation
  return typeof bodyValue === 'string'
    ? [{ type: 'TextualBody', value: bodyValue, format: 'text/plain' }, ...listOf(body)]
    : listOf(body)
}

export function whatIsSaid(annotation: JsonObject, lookup: Lookup): Said {
  const motivations = termsOf(annotation['motivation'])
  const meanings = bodiesOf(annotation).map((body) => meaningOf(body, motivations, lookup))
  const notes = meanings.flatMap((one) => (one.kind === 'note' ? one.note.blocks : []))
  return {
    tags: meanings.flatMap((one) => (one.kind === 'tag' ? [one.tag] : [])),
    note: notes.length === 0 ? null : { version: 1, blocks: notes },
    type: meanings.find((one) => one.kind === 'type')?.type ?? null,
    entities: entitiesIn(meanings),
  }
}

/** A classifying word belongs to the entity before it; a single one, wherever it stands, to all of them. */
function entitiesIn(meanings: readonly Meaning[]): SaidEntity[] {
  const words = meanings.filter((one) => one.kind === 'entity-type')
  const forAll = words.length === 1 ? words[0] : undefined
  return meanings.flatMap((one, at) => {
    if (one.kind !== 'entity') return []
    const next = meanings[at + 1]
    const own = next?.kind === 'entity-type' ? next : forAll
    return [{ iri: one.iri, name: one.name ?? lastSegment(one.iri), type: own?.type ?? null }]
  })
}

function lastSegment(iri: string): string {
  const segment = iri.split(/[/#:]/).findLast((part) => part !== '') ?? iri
  try {
    return decodeURIComponent(segment).replaceAll('_', ' ')
  } catch {
    return segment
  }
}

/**
 * The bodies of a highlight. `original` are those it was imported with: what still holds stays as it was, with
 * everything in it that Casebook has no word for; what no longer holds goes, and what is new is added.
 */
export function bodiesFor(
  said: Said,
  original: readonly Json[],
  motivations: readonly string[],
  lookup: Lookup,
  iriOfPiece: (piece: Inline) => string,
): Json[] {
  const meanings = original.map((body) => meaningOf(body, motivations, lookup))
  const still = whatStillHolds(said, meanings)
  const kept = original.filter((_, at) => still.holds(at))
  const added = [
    ...said.entities.filter(({ iri }) => !still.entities.has(iri)).flatMap(entityBodies),
    ...(said.type === null || still.type ? [] : [typeBody(said.type)]),
    ...said.tags.filter((tag) => !still.tags.has(tag)).map(tagBody),
    ...(said.note === null || still.note ? [] : [noteBody(said.note, iriOfPiece)]),
  ]
  return [...kept, ...added]
}

interface StillHolding {
  readonly entities: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  readonly note: boolean
  readonly type: boolean
  holds(at: number): boolean
}

function whatStillHolds(said: Said, meanings: readonly Meaning[]): StillHolding {
  const entities = new Set(said.entities.map(({ iri }) => iri))
  const tags = new Set(said.tags)
  const note = sameNote(said.note, meanings)
  const type = meanings.some((one) => one.kind === 'type' && one.type.name === said.type?.name)
  const holds = (at: number): boolean => {
    const meaning = meanings[at]
    switch (meaning?.kind) {
      case 'tag':
        return tags.has(meaning.tag)
      case 'entity':
        return entities.has(meaning.iri)
      case 'entity-type':
        return at === 0 || meanings[at - 1]?.kind !== 'entity' || holds(at - 1)
      case 'note':
        return note
      case 'type':
        return type && meaning.type.name === said.type?.name
      case 'foreign':
      case undefined:
        return true
    }
  }
  const held = meanings.filter((_, at) => holds(at))
  return {
    entities: new Set(held.flatMap((one) => (one.kind === 'entity' ? [one.iri] : []))),
    tags: new Set(held.flatMap((one) => (one.kind === 'tag' ? [one.tag] : []))),
    note,
    type,
    holds,
  }
}

function sameNote(note: Prose | null, meanings: readonly Meaning[]): boolean {
  const blocks = meanings.flatMap((one) => (one.kind === 'note' ? one.note.blocks : []))
  return blocks.length > 0 && isDeepStrictEqual(note?.blocks, blocks)
}
