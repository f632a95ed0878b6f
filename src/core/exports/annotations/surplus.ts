import { isObject, type Json, type JsonObject, listOf, stringOf, termsOf } from './model.ts'
import { bodiesOf } from './said.ts'

/** Whether an annotation says anything that Casebook has no word for, and that must be kept to be given back. */
export function saysMore(annotation: JsonObject): boolean {
  return (
    hasOther(annotation, ['@context', 'id', 'type', 'motivation', 'created', 'modified', 'body', 'target']) ||
    !['Annotation', undefined].includes(stringOf(annotation['type']) ?? undefined) ||
    termsOf(annotation['motivation']).some((term) => !motivations.has(term)) ||
    bodiesOf(annotation).some((body, at, all) => bodySaysMore(body, all[at - 1])) ||
    listOf(annotation['target']).some(targetSaysMore)
  )
}

const motivations = new Set(['identifying', 'classifying', 'tagging', 'commenting', 'highlighting'])

function bodySaysMore(body: Json, before: Json | undefined): boolean {
  if (!isObject(body)) return true
  switch (stringOf(body['purpose']) ?? '') {
    case 'tagging':
      return hasOther(body, ['type', 'purpose', 'value'])
    case 'commenting':
      return hasOther(body, ['type', 'purpose', 'value', 'format'])
    case 'identifying':
      return hasOther(body, ['type', 'purpose', 'source', 'label']) || stringOf(body['source']) === null
    case 'classifying':
      return isObject(before) && before['purpose'] === 'identifying' && body['type'] === 'TextualBody'
        ? hasOther(body, ['type', 'purpose', 'value'])
        : hasOther(body, ['type', 'purpose', 'source', 'label', 'styleClass'])
    default:
      return true
  }
}

function targetSaysMore(target: Json): boolean {
  if (!isObject(target) || hasOther(target, ['source', 'selector']) || stringOf(target['source']) === null)
    return true
  return listOf(target['selector']).some(
    (selector) =>
      !isObject(selector) ||
      hasOther(
        selector,
        selector['type'] === 'TextQuoteSelector'
          ? ['type', 'exact', 'prefix', 'suffix']
          : selector['type'] === 'TextPositionSelector'
            ? ['type', 'start', 'end']
            : [],
      ),
  )
}

function hasOther(value: JsonObject, known: readonly string[]): boolean {
  return Object.keys(value).some((key) => !known.includes(key))
}
