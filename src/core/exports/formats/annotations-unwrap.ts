import { CasebookError } from '#contract/failure.ts'
import { isObject, type Json, type JsonObject, listOf, stringOf } from './annotations-model.ts'

/**
 * The annotations in a file, whatever they are wrapped in: one, a list, a collection, a page, a JSON-LD graph; or
 * what Hypothesis exports, whose rows become annotations of the standard.
 */

/** @throws CasebookError annotation.invalid where the file holds nothing of the kind */
export function unwrapAnnotations(json: string): Json[] {
  const document = parse(json)
  return rowsOf(document).map((row) => (isObject(row) && isHypothesisRow(row) ? fromHypothesis(row) : row))
}

function parse(json: string): Json {
  try {
    return JSON.parse(json.replace(/^\ufeff/, '')) as Json
  } catch (error) {
    throw new CasebookError('annotation.invalid', 'This file is not JSON.', {}, { cause: error })
  }
}

function rowsOf(document: Json): Json[] {
  if (Array.isArray(document)) return document
  if (!isObject(document)) throw noAnnotations()
  const { items, first, rows, annotations } = document
  const graph = document['@graph']
  // A page's items, a collection's first page, Hypothesis' API, the export of its client, a JSON-LD graph.
  for (const list of [items, rows, annotations, graph]) if (Array.isArray(list)) return list
  if (isObject(first)) return rowsOf(first)
  if ('target' in document || 'body' in document) return [document]
  throw noAnnotations()
}

function noAnnotations(): CasebookError {
  return new CasebookError('annotation.invalid', 'There are no annotations in this file.')
}

/** Rows of https://h.readthedocs.io/en/latest/api-reference/ name the page `uri` and the note `text`. */
function isHypothesisRow(row: JsonObject): boolean {
  return typeof row['uri'] === 'string' && Array.isArray(row['target']) && !('body' in row)
}

/** What the standard has no word for (user, group, permissions, document …) stays under its own name. */
function fromHypothesis({ id, created, updated, uri, text, tags, target, ...rest }: JsonObject): JsonObject {
  const note = stringOf(text)?.trim() ?? ''
  const bodies: Json[] = listOf(tags).map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }))
  if (note !== '')
    bodies.unshift({ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/markdown' })
  return {
    ...rest,
    ...(typeof id === 'string' ? { id: hypothesisIri(id) } : {}),
    type: 'Annotation',
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { modified: updated }),
    body: bodies,
    target: listOf(target).map((one) => (isObject(one) ? { ...one, source: uri ?? null } : one)),
  }
}

function hypothesisIri(id: string): string {
  return id.includes(':') ? id : `https://hypothes.is/a/${id}`
}
