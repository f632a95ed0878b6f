import { useMemo } from 'react'
import { fold } from '#text/fold.ts'
import { useAnswer } from '../session/session.tsx'

/** What could stand behind the field that is being typed: `publisher:ax` offers the publishers of this casebook. */
export interface Completion {
  readonly label: string
  /** The whole query with the value in its place. */
  readonly query: string
}

const fields = ['publisher', 'author', 'entity', 'tag', 'type', 'lang', 'has', 'in'] as const
type CompletedField = (typeof fields)[number]

const fixed: Readonly<Partial<Record<CompletedField, readonly string[]>>> = {
  has: ['highlight', 'note', 'tag', 'entity', 'date', 'title', 'author', 'publisher', 'newer'],
  in: ['source', 'highlight', 'note', 'entity', 'brief'],
}

interface Typing {
  readonly field: CompletedField
  readonly letters: string
  /** The query before the value, and what stands behind the caret. */
  readonly before: string
  readonly behind: string
}

const typedField = new RegExp(`(?:^|[\\s(-])(${fields.join('|')}):(=?"?)([^"\\s()]*|"?[^"()]*)$`, 'i')
const mostOffered = 8

/** The field whose value stands before the caret; null where none does. */
export function fieldBefore(query: string, caret: number): Typing | null {
  const found = typedField.exec(query.slice(0, caret))
  if (found === null) return null
  const [, name = '', opening = '', letters = ''] = found
  const field = fields.find((one) => one === name.toLowerCase())
  // A value in quotation marks may hold spaces; one without ends at the first.
  if (field === undefined || (!opening.includes('"') && /\s/.test(letters))) return null
  return {
    field,
    letters,
    before: query.slice(0, caret - letters.length - opening.length),
    behind: query.slice(caret).replace(/^"/, ''),
  }
}

/** The query with this value behind the field. */
export function completed({ before, behind }: Typing, value: string): string {
  const written = /[\s"()]/.test(value) ? `"${value.replaceAll('"', '')}"` : value
  return `${before}${written}${behind.startsWith(' ') ? '' : ' '}${behind}`
}

/** Values as they are looked through, folded once: there may be tens of thousands, and each letter asks them all. */
export interface NamedValues {
  readonly values: readonly string[]
  /** Each value's words, with a space before every one: a word that begins like the letters is one look. */
  readonly folded: readonly string[]
}

export function valuesNamed(values: readonly string[]): NamedValues {
  const folded = values.map((value) => {
    const letters = fold(value)
    return `${letters} ${letters.split(/[^\p{L}\p{N}]+/u).join(' ')}`
  })
  return { values, folded }
}

/** Values whose words begin like the letters; where they begin like that themselves, first. */
export function fitting({ values, folded }: NamedValues, letters: string): readonly string[] {
  const wanted = fold(letters)
  const inside = ` ${wanted}`
  const [first, others]: [string[], string[]] = [[], []]
  for (const [at, words] of folded.entries()) {
    const value = values[at] ?? ''
    if (words.startsWith(wanted)) first.push(value)
    else if (others.length < mostOffered && words.includes(inside)) others.push(value)
    if (first.length === mostOffered) break
  }
  return [...first, ...others].slice(0, mostOffered)
}

export function useCompletions(query: string, caret: number): readonly Completion[] {
  const typing = fieldBefore(query, caret)
  const entities = useEntityNames(typing)
  const values = useValues(typing?.field ?? null)
  return useMemo(() => {
    if (typing === null) return []
    const labels = typing.field === 'entity' ? entities : fitting(values, typing.letters)
    return labels
      .map((label) => ({ label, query: completed(typing, label) }))
      .filter((one) => one.query.trim() !== query.trim())
    // The field is known by what is typed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [query, caret, entities, values])
}

/** There may be tens of thousands, each with other names: the engine looks through them, and answers with the few that fit. */
function useEntityNames(typing: Typing | null): readonly string[] {
  const { data } = useAnswer(
    'search.entities',
    typing?.field === 'entity' ? { letters: typing.letters, limit: mostOffered } : null,
    { keep: true },
  )
  return useMemo(() => data?.items.map(({ name }) => name) ?? [], [data])
}

const nothing: NamedValues = { values: [], folded: [] }

function useValues(field: CompletedField | null): NamedValues {
  const { data: facets } = useAnswer(
    'search.run',
    field === 'publisher' || field === 'author' || field === 'lang'
      ? { query: 'in:source', limit: 0, facets: [field === 'lang' ? 'language' : field] }
      : null,
  )
  const { data: names } = useAnswer('search.names', field === 'tag' ? { kinds: [field] } : null)
  const { data: types } = useAnswer('highlights.types', {}, { enabled: field === 'type' })
  return useMemo(() => {
    if (field === null || field === 'entity') return nothing
    if (field === 'tag') return valuesNamed(names?.items.map(({ name }) => name) ?? [])
    if (field === 'type') return valuesNamed(types?.items.map(({ name }) => name) ?? [])
    const facet = field === 'lang' ? 'language' : field
    if (facet === 'publisher' || facet === 'author' || facet === 'language')
      return valuesNamed(facets?.facets[facet]?.map(({ value }) => value) ?? [])
    return valuesNamed(fixed[facet] ?? [])
  }, [field, facets, names, types])
}
