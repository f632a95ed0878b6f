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
import type { Said } from './bodies.ts'
import { iriOfPiece, lookupIn } from './links.ts'
import {
  annotationContext,
  hasType,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  stringOf,
  termsOf,
} from './model.ts'
import { withRefinements } from './place.ts'
import { bodiesFor, bodiesOf } from './said.ts'
import { iriOfSource } from './source.ts'
import { saidBy } from './voice.ts'

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
  const before = targetsBefore(passages, originals.filter(isObject))
  const targets = passages.map((passage, at) => targetOf(passage, source, before[at] ?? {}))
  return targets.length === 1 ? (targets[0] ?? null) : targets
}

/** Which target each passage was: the one with its words, for passages stand in text order and targets in any; else the next that is left. */
function targetsBefore(passages: readonly Passage[], originals: readonly JsonObject[]): JsonObject[] {
  const left = [...originals]
  const takeFirst = (fits: (target: JsonObject) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const same = passages.map(({ quote }) =>
    takeFirst((target) => isQuoting(listOf(target['selector']), quote)),
  )
  return same.map((target) => target ?? takeFirst(() => true) ?? {})
}

function targetOf(
  { start, end, quote, prefix, suffix }: Passage,
  { iri, points }: TargetSource,
  before: JsonObject,
): JsonObject {
  const selectors = listOf(before['selector'])
  const same = isQuoting(selectors, quote) ? selectors.filter(isObject) : []
  return {
    ...before,
    source: isObject(before['source']) ? { ...before['source'], id: iri } : iri,
    selector: [
      { ...firstOf(same, 'TextQuoteSelector'), type: 'TextQuoteSelector', exact: quote, prefix, suffix },
      {
        ...firstOf(same, 'TextPositionSelector'),
        type: 'TextPositionSelector',
        start: points.toPoint(start),
        end: points.toPoint(end),
      },
      ...same.filter((one) => !hasType(one, 'TextQuoteSelector') && !hasType(one, 'TextPositionSelector')),
    ],
  }
}

/** Selectors mean these words, by themselves or by what refines them: as long as they do, what else they say stays. */
function isQuoting(selectors: readonly Json[], quote: string): boolean {
  return selectors.flatMap(withRefinements).some((one) => stringOf(one['exact']) === quote)
}

function firstOf(selectors: readonly JsonObject[], type: string): JsonObject {
  return selectors.find((one) => hasType(one, type)) ?? {}
}
