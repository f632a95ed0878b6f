import type { Value } from '../../casebook/casebook.ts'
import type { Query } from '../language/query.ts'
import { type Condition, compileTableLeaf, ITEM } from './compile-fields.ts'
import { matchOf, type SimilarWords } from './match-words.ts'

/**
 * A query as SQLite is asked it: what FTS5 shall match, and what else shall hold of the rows of `search_words`. Both must be
 * fulfilled; whatever can be said to FTS5 is.
 */
export interface Compiled {
  /** An FTS5 expression; null where the words decide nothing by themselves. */
  readonly match: string | null
  readonly where: Condition | null
}

export function compileQuery(query: Query, similar: SimilarWords): Compiled {
  switch (query.op) {
    case 'all':
      return compileAll(query.of, similar)
    case 'any':
      return compileAny(query.of.map((part) => compileQuery(part, similar)))
    case 'not':
      return { match: null, where: negated(compileQuery(query.of, similar)) }
    case 'words':
    case 'run':
    case 'near':
    case 'typo':
    case 'title':
    case 'text':
      return { match: matchOf(query, similar), where: null }
    case 'pattern':
      throw new Error('Patterns are looked up before a query is compiled')
    case 'looked-up':
    case 'metadata':
    case 'published':
    case 'imported':
    case 'entity':
    case 'tag':
    case 'type':
    case 'kind':
    case 'source':
    case 'lang':
    case 'has':
    case 'whole':
    case 'grade':
      return { match: null, where: compileTableLeaf(query) }
  }
}

/** The compiled query as one condition. */
export function asCondition({ match, where }: Compiled): Condition {
  const parts = [...(match === null ? [] : [matching(match)]), ...(where === null ? [] : [where])]
  return joinConditions(parts, 'AND')
}

export function joinConditions(parts: readonly Condition[], word: 'AND' | 'OR'): Condition {
  return {
    sql: parts.map(({ sql }) => `(${sql})`).join(` ${word} `),
    values: parts.flatMap(({ values }): readonly Value[] => values),
  }
}

function compileAll(parts: readonly Query[], similar: SimilarWords): Compiled {
  const excluded = parts.flatMap((part) => (part.op === 'not' ? [compileQuery(part.of, similar)] : []))
  const asked = parts.flatMap((part) => (part.op === 'not' ? [] : [compileQuery(part, similar)]))
  const match = asked.flatMap(({ match }) => (match === null ? [] : [match]))
  // FTS5 knows NOT only between two expressions: without a word to find it is left to SQL.
  const byWords = match.length === 0 ? [] : excluded.filter(({ where }) => where === null)
  const where = [
    ...asked.flatMap(({ where }) => (where === null ? [] : [where])),
    ...excluded.filter((one) => !byWords.includes(one)).map(negated),
  ]
  const nots = [...new Set(byWords.map(({ match }) => ` NOT (${match})`))].join('')
  return {
    match: match.length === 0 ? null : `(${joined(match, 'AND')})${nots}`,
    where: where.length === 0 ? null : joinConditions(where, 'AND'),
  }
}

function compileAny(parts: readonly Compiled[]): Compiled {
  if (parts.every(({ where }) => where === null)) {
    return {
      match: joined(
        parts.map(({ match }) => match ?? ''),
        'OR',
      ),
      where: null,
    }
  }
  return { match: null, where: joinConditions(parts.map(asCondition), 'OR') }
}

/** Each once: FTS5 would look the same words up again and again. */
function joined(matches: readonly string[], word: 'AND' | 'OR'): string {
  return [...new Set(matches)].map((match) => `(${match})`).join(` ${word} `)
}

function negated(compiled: Compiled): Condition {
  const { sql, values } = asCondition(compiled)
  return { sql: `NOT (${sql})`, values }
}

function matching(match: string): Condition {
  return { sql: `${ITEM} IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)`, values: [match] }
}
