import type { EntityType } from '#contract/entities.ts'
import type { HighlightType } from '#contract/highlights.ts'
import { type Prose, proseFromText, textOfProse } from '#contract/prose.ts'
import { normalTag } from '../../highlights/highlights.ts'
import { hasType, iriOf, isObject, type Json, type JsonObject, stringOf, termsOf } from './model.ts'
import { htmlToNote, isPlain, type Lookup, noteToHtml } from './note.ts'

/** What a highlight says, in an exchange: by identifiers and names instead of a casebook's own keys. */
export interface Said {
  readonly tags: readonly string[]
  readonly note: Prose | null
  readonly type: SaidType | null
  readonly entities: readonly SaidEntity[]
}

export type SaidType = Omit<HighlightType, 'id' | 'key'> & { readonly iri: string }

export interface SaidEntity {
  readonly iri: string
  readonly name: string
  /** Null where the annotation does not say. */
  readonly type: EntityType | null
}

/** What one body of an annotation means; `foreign` where Casebook has no word for it. */
export type Meaning =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'note'; readonly note: Prose }
  | { readonly kind: 'entity'; readonly iri: string; readonly name: string | null }
  | { readonly kind: 'entity-type'; readonly type: EntityType; readonly words: string }
  | { readonly kind: 'type'; readonly type: SaidType }
  | { readonly kind: 'foreign' }

const foreign: Meaning = { kind: 'foreign' }

/** `motivations` are the annotation's own: they stand for the purpose of a body that tells none. */
export function meaningOf(body: Json, motivations: readonly string[], lookup: Lookup): Meaning {
  if (typeof body === 'string') return meaningOfIri(body, motivations)
  if (!isObject(body)) return foreign
  const own = termsOf(body['purpose'])
  const purposes = own.length > 0 ? own : motivations
  const value = stringOf(body['value'])
  if (value !== null) return meaningOfText(body, value, purposes, own.length > 0, lookup)
  const iri = iriOf(body['source']) ?? iriOf(body)
  if (iri === null) return foreign
  if (purposes.includes('identifying')) return { kind: 'entity', iri, name: labelOf(body) }
  if (purposes.includes('classifying') && hasType(body, 'SpecificResource')) return typeOf(iri, body)
  return foreign
}

function meaningOfIri(iri: string, motivations: readonly string[]): Meaning {
  return motivations.includes('identifying') ? { kind: 'entity', iri, name: null } : foreign
}

function meaningOfText(
  body: JsonObject,
  value: string,
  purposes: readonly string[],
  purposeIsOwn: boolean,
  lookup: Lookup,
): Meaning {
  if (purposes.includes('tagging')) {
    const tag = normalTag(value)
    return tag === null ? foreign : { kind: 'tag', tag }
  }
  if (purposes.includes('classifying'))
    return { kind: 'entity-type', type: entityTypeOf(value), words: value }
  if (!purposes.includes('commenting') && purposeIsOwn) return foreign
  const note = stringOf(body['format']) === 'text/html' ? htmlToNote(value, lookup) : proseFromText(value)
  return note.blocks.length === 0 ? foreign : { kind: 'note', note }
}

/** A type of mark: its colour and underline travel as the style class. */
function typeOf(iri: string, body: JsonObject): Meaning {
  const name = labelOf(body)
  if (name === null) return foreign
  const style = stringOf(body['styleClass'])?.split(' ') ?? []
  const colour = colours.find((one) => style.includes(one)) ?? 'yellow'
  const underline = underlines.find((one) => style.includes(one)) ?? 'solid'
  return { kind: 'type', type: { iri, name, colour, underline } }
}

const colours = ['yellow', 'orange', 'red', 'pink', 'purple', 'blue', 'teal', 'green'] as const
const underlines = ['none', 'solid', 'dashed', 'dotted', 'double', 'wavy'] as const

function labelOf(body: JsonObject): string | null {
  const label = body['label'] ?? body['rdfs:label'] ?? body['name']
  const words = Array.isArray(label) ? stringOf(label[0]) : stringOf(label)
  return words === null || words.trim() === '' ? null : words.trim()
}

/** The word for a type of thing, in the words that people and taggers use. */
export function entityTypeOf(words: string): EntityType {
  const word = words
    .trim()
    .toLowerCase()
    .replace(/^.*[/#:]/, '')
  return entityTypes[word] ?? 'other'
}

const entityTypes: Readonly<Record<string, EntityType>> = {
  person: 'person',
  per: 'person',
  people: 'person',
  organisation: 'organisation',
  organization: 'organisation',
  org: 'organisation',
  company: 'organisation',
  government: 'organisation',
  place: 'place',
  location: 'place',
  loc: 'place',
  gpe: 'place',
  country: 'place',
  city: 'place',
  facility: 'place',
  agreement: 'agreement',
  treaty: 'agreement',
  law: 'agreement',
  event: 'event',
  group: 'group',
  norp: 'group',
}

export function tagBody(value: string): JsonObject {
  return { type: 'TextualBody', purpose: 'tagging', value }
}

export function noteBody(note: Prose, iriOfPiece: Parameters<typeof noteToHtml>[1]): JsonObject {
  const plain = isPlain(note)
  return {
    type: 'TextualBody',
    purpose: 'commenting',
    format: plain ? 'text/plain' : 'text/html',
    value: plain ? textOfProse(note) : noteToHtml(note, iriOfPiece),
  }
}

/** The entity, and what kind of thing it is. */
export function entityBodies({ iri, name, type }: SaidEntity): JsonObject[] {
  const identifying = { type: 'SpecificResource', purpose: 'identifying', source: iri, label: name }
  return type === null
    ? [identifying]
    : [identifying, { type: 'TextualBody', purpose: 'classifying', value: type }]
}

export function typeBody({ iri, name, colour, underline }: SaidType): JsonObject {
  return {
    type: 'SpecificResource',
    purpose: 'classifying',
    source: iri,
    label: name,
    styleClass: `${colour} ${underline}`,
  }
}
