import { metadataSearched } from './query.ts'

/** The fields of the search language: `name:value`. */
export const searchFields = [
  ...metadataSearched,
  'title',
  'text',
  'note',
  'published',
  'date',
  'imported',
  'entity',
  'tag',
  'type',
  'source',
  'lang',
  'has',
  'in',
  'grade',
] as const
export type SearchField = (typeof searchFields)[number]

export function isField(name: string): name is SearchField {
  return (searchFields as readonly string[]).includes(name)
}
