/**
 * W3C Web Annotations as plain JSON, and the words of the model that Casebook speaks.
 * https://www.w3.org/TR/annotation-model/
 */

export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** Selectors that Casebook writes and understands; offsets are code points. */
export interface Selectors {
  readonly exact: string | null
  readonly prefix: string
  readonly suffix: string
  readonly start: number | null
  readonly end: number | null
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One value or a list of them, as JSON-LD allows nearly everywhere. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function stringOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** `id` or `@id`, of an object or of a plain string. */
export function iriOf(value: Json | undefined): string | null {
  if (isObject(value)) return stringOf(value['id']) ?? stringOf(value['@id'])
  return stringOf(value)
}

/** Whether `type` (or `@type`) names this type, with or without the `oa:` before it. */
export function hasType(value: JsonObject, type: string): boolean {
  return listOf(value['type'] ?? value['@type']).some((name) => withoutPrefix(name) === type)
}

/** `purpose` or `motivation` values without their prefix: `oa:tagging` is `tagging`. */
export function termsOf(value: Json | undefined): string[] {
  return listOf(value).flatMap((term) => {
    const name = iriOf(term)
    return name === null ? [] : [withoutPrefix(name)]
  })
}

function withoutPrefix(name: Json): string {
  return typeof name === 'string' ? name.replace(/^(oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, '') : ''
}
