import type { SearchFacet } from '#contract/search.ts'
import { type Days, FIRST_DAY, LAST_DAY } from '#text/edtf.ts'
import type { Leaf, Query, Whole, Words } from './query.ts'

/** A query in words again: as it could be typed, and as it is understood. */

/** The part as it could be typed. */
export function writeLeaf(leaf: Leaf): string {
  switch (leaf.op) {
    case 'words':
      return writeWords(leaf)
    case 'run':
      return leaf.of.map(writeWords).join(' ')
    case 'near':
      return `NEAR(${leaf.of.map(writeWords).join(' ')}, ${leaf.within})`
    case 'typo':
      return `${leaf.word}~${leaf.slips}`
    case 'pattern':
    case 'looked-up':
      return writePattern(leaf.pattern)
    case 'title':
    case 'text':
      return `${leaf.op}:${writeWords(leaf.of)}`
    case 'metadata':
      return `${leaf.field}:${writeWords(leaf.of)}`
    case 'published':
    case 'imported':
      return `${leaf.op}:${writeDays(leaf.range)}`
    case 'entity':
    case 'tag':
    case 'type':
      return `${leaf.op}:"${leaf.name}"`
    case 'kind':
      return `in:${leaf.kind}`
    case 'source':
      return `source:"${leaf.id}"`
    case 'lang':
      return `lang:${leaf.code}`
    case 'has':
      return `has:${leaf.what}`
    case 'whole':
      return writeWhole(leaf.facet, leaf.value)
    case 'grade':
      return `grade:${leaf.range}`
  }
}

function writeDays({ first, last }: Days): string {
  if (first === last) return first
  return `${first === FIRST_DAY ? '' : first}..${last === LAST_DAY ? '' : last}`
}

function writePattern({ source, flags }: RegExp): string {
  return `/${source}/${flags.replace(/[gu]/g, '')}`
}

/** A value of a facet, as one could type that it alone is wanted. */
export function writeWhole(facet: SearchFacet, value: string): string {
  switch (facet) {
    case 'kind':
      return `in:${value}`
    case 'month':
      return `published:${value}`
    case 'language':
      return `lang:=${value}`
    case 'grade':
      return `grade:${value}`
    case 'publisher':
    case 'author':
    case 'type':
    case 'tag':
    case 'entity':
      return `${facet}:="${value.replaceAll('"', '""')}"`
  }
}

/** The whole query as it could be typed, with every AND and parenthesis in its place. */
export function writeQuery(query: Query): string {
  if (query.op === 'all') return query.of.map(writePart).join(' AND ')
  if (query.op === 'any') return query.of.map(writePart).join(' OR ')
  return query.op === 'not' ? `NOT ${writePart(query.of)}` : writeLeaf(query)
}

function writePart(query: Query): string {
  return query.op === 'all' || query.op === 'any' || query.op === 'run'
    ? `(${writeQuery(query)})`
    : writeQuery(query)
}

function writeWords({ words, prefix }: Words): string {
  const typed = words.length === 1 ? (words[0] ?? '') : `"${words.join(' ')}"`
  return prefix ? `${typed}*` : typed
}

/** What a part looks for, as it would be told. */
export function describeLeaf(leaf: Leaf): string {
  switch (leaf.op) {
    case 'words':
      return describeWords(leaf)
    case 'run':
      return leaf.of.map(describeWords).join(' and ')
    case 'near':
      return `${leaf.of.map(describeWords).join(' and ')} with at most ${leaf.within} words between them`
    case 'typo':
      return `the word “${leaf.word}” with up to ${leaf.slips} typing ${leaf.slips === 1 ? 'slip' : 'slips'}`
    case 'pattern':
    case 'looked-up':
      return `the pattern ${writePattern(leaf.pattern)}, among what the rest of the query finds`
    case 'title':
    case 'text':
      return `${describeWords(leaf.of)} in the ${leaf.op}`
    case 'metadata':
      return `${describeWords(leaf.of)} as ${leaf.field}`
    case 'published':
    case 'imported':
      return `${leaf.op} ${describeDays(leaf.range)}`
    case 'entity':
      return `a highlight linked to an entity named “${leaf.name}”`
    case 'tag':
      return `a highlight tagged “${leaf.name}”`
    case 'type':
      return `a highlight of the type “${leaf.name}”`
    case 'kind':
      return describeKind(leaf.kind)
    case 'source':
      return `in the source “${leaf.id}”`
    case 'lang':
      return `in the language “${leaf.code}”`
    case 'has':
      if (leaf.what === 'newer') return 'replaced by a newer version'
      return `with ${/^[aeiou]/.test(leaf.what) ? 'an' : 'a'} ${leaf.what}`
    case 'whole':
      return describeWhole(leaf)
    case 'grade':
      return `graded ${leaf.range}; nothing is graded in this casebook`
  }
}

function describeKind(kind: string): string {
  return `among the ${kind === 'entity' ? 'entities' : `${kind}s`}`
}

function describeWhole({ facet, value }: Whole): string {
  if (facet === 'kind') return describeKind(value)
  return facet === 'month' ? `published in ${value}` : `with exactly “${value}” as ${facet}`
}

function describeDays({ first, last }: Days): string {
  if (first === last) return `on ${first}`
  if (first === FIRST_DAY) return `until ${last}`
  return last === LAST_DAY ? `from ${first} on` : `from ${first} to ${last}`
}

/** The same of a part that is left out. */
export function describeWithout(leaf: Leaf): string {
  const meaning = describeLeaf(leaf)
  return meaning.startsWith('with ') ? `without ${meaning.slice('with '.length)}` : `not ${meaning}`
}

function describeWords({ words, prefix }: Words): string {
  const [word = ''] = words
  if (words.length > 1) return `the phrase “${words.join(' ')}${prefix ? '…' : ''}”`
  return prefix ? `words that begin with “${word}”` : `the word “${word}”`
}
