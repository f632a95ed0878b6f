import { CasebookError } from '#contract/failure.ts'
import { fromHypothesis, fromHypothesisTable, isHypothesisRow } from './hypothesis.ts'
import { isObject, type Json } from './model.ts'

/**
 * The annotations in a file, whatever they are wrapped in: one, a list, a collection, a page, a JSON-LD graph; or
 * what Hypothesis exports, whose rows become annotations of the standard.
 */

/** @throws CasebookError annotation.invalid where the file holds nothing of the kind */
export function unwrapAnnotations(content: string): Json[] {
  const words = content.replace(/^\ufeff/, '')
  const table = /^\s*[[{]/.test(words) ? null : fromHypothesisTable(words)
  return (
    table ??
    rowsOf(parse(words)).map((row) => (isObject(row) && isHypothesisRow(row) ? fromHypothesis(row) : row))
  )
}

function parse(json: string): Json {
  try {
    return JSON.parse(json) as Json
  } catch (error) {
    throw new CasebookError(
      'annotation.invalid',
      'This file is neither JSON nor a table as Hypothesis exports it.',
      {},
      { cause: error },
    )
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
