import type { ExportedFile } from '#contract/exports.ts'
import type { Highlight, Passage } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { type CodePointIndex, indexCodePoints } from '#text/code-point-index.ts'
import type { Reading } from '../../casebook/casebook.ts'
import {
  findSource,
  iriOfHighlight,
  listHighlights,
  originsOf,
  readText,
} from '../../highlights/highlights.ts'
import type { Said } from './annotations-bodies.ts'
import { iriOfPiece, lookupIn } from './annotations-links.ts'
import {
  annotationContext,
  hasType,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  stringOf,
  termsOf,
} from './annotations-model.ts'
import { bodiesFor, bodiesOf } from './annotations-said.ts'
import { iriOfSource } from './annotations-source.ts'
import { saidBy } from './annotations-voice.ts'

/** Highlights become W3C Web Annotations. Offsets are code points of the source's text. */

/**
 * All highlights, or those of one source, as one AnnotationPage.
 * @throws CasebookError source.not-found
 */
export function exportAnnotations(
  reading: Reading,
  { source }: { source?: SourceId | undefined },
): ExportedFile {
  const { items } = listHighlights(reading, { source })
  const page = {
    '@context': annotationContext,
    id: `urn:casebook:annotations:${reading.outside.newId()}`,
    type: 'AnnotationPage',
    partOf: { type: 'AnnotationCollection', label: reading.file.name, total: items.length },
    startIndex: 0,
    items: annotationsOf(reading, items),
  }
  return {
    name: `${reading.file.name}.jsonld`,
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    content: `${JSON.stringify(page, null, 2)}\n`,
  }
}

function annotationsOf(reading: Reading, highlights: readonly Highlight[]): JsonObject[] {
  const origins = originsOf(
    reading,
    highlights.map((highlight) => highlight.id),
  )
  const said = saidBy(reading, highlights)
  const targets = new Map<SourceId, TargetSource>()
  return highlights.map((highlight) => {
    const target = targets.get(highlight.source) ?? openTarget(reading, highlight.source)
    targets.set(highlight.source, target)
    const origin = origins.get(highlight.id)
    return annotationOf(reading, highlight, said(highlight), target, {
      iri: origin?.iri ?? iriOfHighlight(highlight.id),
      original: JSON.parse(origin?.foreign ?? '{}') as JsonObject,
    })
  })
}

interface TargetSource {
  readonly iri: string
  readonly points: CodePointIndex
}

function openTarget(reading: Reading, id: SourceId): TargetSource {
  const text = readText(reading.store, findSource(reading.store, id))
  return { iri: iriOfSource(reading, id) ?? id, points: indexCodePoints(text) }
}

/** What the annotation said when it was imported comes first; what Casebook knows better is written over it. */
function annotationOf(
  reading: Reading,
  { passages, created, changed }: Highlight,
  said: Said,
  source: TargetSource,
  { iri, original }: { iri: string; original: JsonObject },
): JsonObject {
  const motivations = termsOf(original['motivation'])
  const body = bodiesFor(said, bodiesOf(original), motivations, lookupIn(reading), iriOfPiece(reading))
  const { body: _body, bodyValue: _bodyValue, target, ...rest } = original
  return {
    ...rest,
    id: iri,
    type: rest['type'] ?? 'Annotation',
    motivation: rest['motivation'] ?? motivationOf(said),
    created,
    ...(changed === created ? {} : { modified: changed }),
    ...(body.length === 0 ? {} : { body }),
    target: targetsOf(passages, source, listOf(target)),
  }
}

function motivationOf({ entities, type, tags, note }: Said): Json {
  const motivations = [
    ...(entities.length > 0 ? ['identifying'] : []),
    ...(type === null ? [] : ['classifying']),
    ...(tags.length > 0 ? ['tagging'] : []),
    ...(note === null ? [] : ['commenting']),
  ]
  const [first, ...others] = motivations
  if (first === undefined) return 'highlighting'
  return others.length === 0 ? first : motivations
}

/** A mark with gaps has a target for each stretch. */
function targetsOf(passages: readonly Passage[], source: TargetSource, originals: readonly Json[]): Json {
  const targets = passages.map((passage, at) => targetOf(passage, source, originals[at]))
  return targets.length === 1 ? (targets[0] ?? null) : targets
}

function targetOf(
  { start, end, quote, prefix, suffix }: Passage,
  { iri, points }: TargetSource,
  original: Json | undefined,
): JsonObject {
  const before = isObject(original) ? original : {}
  return {
    ...before,
    source: iri,
    selector: [
      { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
      { type: 'TextPositionSelector', start: points.toPoint(start), end: points.toPoint(end) },
      ...otherSelectors(before, quote),
    ],
  }
}

/** Selectors of other kinds stay as long as they mean the same words. */
function otherSelectors(original: JsonObject, quote: string): Json[] {
  const selectors = listOf(original['selector'])
  const same = selectors.some((one) => isObject(one) && stringOf(one['exact']) === quote)
  if (!same) return []
  return selectors.filter(
    (one) => isObject(one) && !hasType(one, 'TextQuoteSelector') && !hasType(one, 'TextPositionSelector'),
  )
}
