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

/** Values whose words begin like the letters; where they begin like that themselves, first. */
export function fitting(values: readonly string[], letters: string): readonly string[] {
  const wanted = fold(letters)
  const fits = values.filter(
    (value) =>
      fold(value)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(wanted)) || fold(value).startsWith(wanted),
  )
  return fits
    .toSorted((a, b) => Number(fold(b).startsWith(wanted)) - Number(fold(a).startsWith(wanted)))
    .slice(0, mostOffered)
}

export function useCompletions(query: string, caret: number): readonly Completion[] {
  const typing = fieldBefore(query, caret)
  const values = useValues(typing?.field ?? null)
  return useMemo(
    () =>
      typing === null
        ? []
        : fitting(values, typing.letters)
            .map((label) => ({ label, query: completed(typing, label) }))
            .filter((one) => one.query.trim() !== query.trim()),
    // The field is known by what is typed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [query, caret, values],
  )
}

const nothing: readonly string[] = []

function useValues(field: CompletedField | null): readonly string[] {
  const { data: facets } = useAnswer(
    'search.run',
    field === 'publisher' || field === 'author' || field === 'lang'
      ? { query: 'in:source', limit: 0, facets: [field === 'lang' ? 'language' : field] }
      : null,
  )
  const { data: names } = useAnswer(
    'search.names',
    field === 'entity' || field === 'tag' ? { kinds: [field] } : null,
  )
  const { data: types } = useAnswer('highlights.types', {}, { enabled: field === 'type' })
  return useMemo(() => {
    if (field === null) return nothing
    if (field === 'entity' || field === 'tag') return names?.items.map(({ name }) => name) ?? nothing
    if (field === 'type') return types?.items.map(({ name }) => name) ?? nothing
    const facet = field === 'lang' ? 'language' : field
    if (facet === 'publisher' || facet === 'author' || facet === 'language')
      return facets?.facets[facet]?.map(({ value }) => value) ?? nothing
    return fixed[facet] ?? nothing
  }, [field, facets, names, types])
}
