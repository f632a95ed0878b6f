import type { SearchSuggestion } from '#contract/search.ts'
import { foldedStream } from '#text/words.ts'
import type { Store } from '../../casebook/casebook.ts'
import { writeQuery } from '../language/describe-query.ts'
import { allOf, anyOf, positiveLeaves, type Query, type Words } from '../language/query.ts'
import { entityNamesOf } from './entity-names.ts'
import { itemsWith, type SimilarWord, similarWords } from './vocabulary.ts'

/** What the analyst may have meant instead, where nothing was found or a name is known by more spellings than the one typed. */

/** Everything worth offering; `count` tells how much each would find, and what would find nothing is not offered. */
export function suggestQueries(
  store: Store,
  query: Query,
  total: number,
  count: (query: Query) => number,
): SearchSuggestion[] {
  const named = firstFound(entityOffers(store, query), count)
  if (total > 0) return named
  const meant = named.length > 0 ? named : firstFound(namesWithSlips(store, query), count)
  const near = firstFound(spellingOffers(store, query, 1), count)
  const spelt = near.length > 0 ? near : firstFound(spellingOffers(store, query, 2), count)
  return [...meant, ...spelt, ...firstFound(anyWordOffers(query), count)]
}

/** The first few that find something: a spelling may be right for its word, and stand nowhere beside the others. */
function firstFound(offers: readonly Offer[], count: (query: Query) => number): SearchSuggestion[] {
  const found: SearchSuggestion[] = []
  for (const { kind, query } of offers.slice(0, MOST_TRIED)) {
    const total = count(query)
    if (total > 0) found.push({ kind, query: writeQuery(query), total })
    if (found.length === MOST_OFFERED) break
  }
  return found
}

const MOST_OFFERED = 5
const MOST_TRIED = 20

/** The query with unknown words (so it finds nothing) spelt as the casebook spells them, where that is beyond reasonable doubt; null otherwise. */
export function correctSpelling(store: Store, query: Query): Query | null {
  if (query.op !== 'run' || query.of.length > MOST_WORDS) return null
  const unknown = unknownWords(store, query.of)
  const corrected = query.of.map((part) => {
    const [word] = part.words
    // What was put together is meant so: a phrase is only offered otherwise.
    if (word === undefined || part.words.length > 1 || !unknown.some((one) => one.part === part)) return part
    const [best] = surelyMeant(store, word, unknown.length)
    return best === undefined || !isBeyondDoubt(word, best) ? part : spelt(part, 0, best.word)
  })
  return corrected.every((part, at) => part === query.of[at]) ? null : { op: 'run', of: corrected }
}

interface Offer {
  readonly kind: SearchSuggestion['kind']
  readonly query: Query
}

/**
 * The query is a name of an entity, or has one among its words: every passage linked to it, in any spelling, beside the other
 * words. The longest name is offered: `Tom Barrack`, not the `Barrack` in it.
 */
function entityOffers(store: Store, query: Query): Offer[] {
  if (query.op !== 'run' && query.op !== 'words') return []
  const parts = query.op === 'run' ? query.of : [query]
  const stretches = stretchesOf(parts)
  const known = knownNames(
    store,
    stretches.map(({ name }) => name),
  )
  const longest = stretches.find(({ name }) => known.has(name))
  if (longest === undefined) return []
  const { name, from, to } = longest
  const rest = [...parts.slice(0, from), ...parts.slice(to)]
  const entity: Query = { op: 'entity', name }
  return [{ kind: 'entity', query: rest.length === 0 ? entity : allOf([entity, { op: 'run', of: rest }]) }]
}

/** More words than this are no name with a few words beside it, and no words that were typed with a slip: a text that was pasted. */
const MOST_WORDS = 8

interface Stretch {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** All words that stand side by side, the longest stretches first. */
function stretchesOf(parts: readonly Words[]): Stretch[] {
  if (parts.length > MOST_WORDS || parts.some(({ prefix }) => prefix)) return []
  const names = parts.map((part) => part.words.join(' '))
  return names
    .flatMap((_, from) =>
      names.slice(from).map((_, more): Stretch => {
        const to = from + more + 1
        return { name: names.slice(from, to).join(' '), from, to }
      }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from))
}

function knownNames(store: Store, names: readonly string[]): ReadonlySet<string> {
  if (names.length === 0) return new Set()
  const wanted = JSON.stringify(names)
  const rows = store.all<{ name: string }>(
    `SELECT search_stream(name) AS name FROM entities WHERE search_stream(name) IN (SELECT value FROM json_each(?))
     UNION SELECT search_stream(alias) FROM entity_aliases WHERE search_stream(alias) IN (SELECT value FROM json_each(?))`,
    wanted,
    wanted,
  )
  return new Set(rows.map(({ name }) => name))
}

/** The query is almost the name of an entity: every passage linked to it. */
function namesWithSlips(store: Store, query: Query): Offer[] {
  if (query.op !== 'run' || query.of.length > MOST_WORDS || query.of.some(({ prefix }) => prefix)) return []
  return entityNamesOf(store)
    .almost(query.of.flatMap(({ words }) => words))
    .map(({ name }): Offer => ({ kind: 'entity', query: { op: 'entity', name: foldedStream(name) } }))
}

/** One word corrected at a time, so many slips away, the nearest and most frequent spellings first. */
function spellingOffers(store: Store, query: Query, slips: 1 | 2): Offer[] {
  const parts = positiveLeaves(query).flatMap((leaf) =>
    leaf.op === 'run' ? leaf.of : leaf.op === 'words' ? [leaf] : [],
  )
  if (parts.length > MOST_WORDS) return []
  const unknown = unknownWords(store, parts)
  // Two slips are many where several words are wrong, or short.
  if (slips === 2 && unknown.length > 1) return []
  return unknown.flatMap(({ part, at, word }) =>
    similarTo(store, word, slips).map(
      (similar): Offer => ({ kind: 'spelling', query: replaced(query, part, spelt(part, at, similar.word)) }),
    ),
  )
}

function similarTo(store: Store, word: string, slips: 1 | 2): readonly SimilarWord[] {
  if (slips === 1) return similarWords(store, word, 1)
  if (word.length < 5) return []
  const near = similarWords(store, word, 2)
  // In a short word two slips may make any other of it.
  return word.length < 8 ? near.filter((similar) => similar.word[0] === word[0]) : near
}

/** Some of the words instead of all of them. */
function anyWordOffers(query: Query): Offer[] {
  if (query.op !== 'run' || query.of.length < 2) return []
  return [{ kind: 'any-word', query: anyOf(query.of) }]
}

/** A word that nothing in the casebook holds, and the part that it is number `at` of. */
interface UnknownWord {
  readonly part: Words
  readonly at: number
  readonly word: string
}

function unknownWords(store: Store, parts: readonly Words[]): readonly UnknownWord[] {
  return parts.flatMap((part) =>
    part.words
      .map((word, at): UnknownWord => ({ part, at, word }))
      .filter(
        ({ word, at }) =>
          word.length >= 3 && !(part.prefix && at === part.words.length - 1) && itemsWith(store, word) === 0,
      ),
  )
}

/**
 * The words one slip away; where there is none, of a long word that alone is unknown those two slips away: before the words are read in,
 * looking for a second slip takes ten times as long.
 */
function surelyMeant(store: Store, word: string, unknown: number): readonly SimilarWord[] {
  const near = similarWords(store, word, 1)
  return near.length > 0 || word.length < 8 || unknown > 1 ? near : similarWords(store, word, 2)
}

/**
 * A long word with the same beginning. Never a word that goes on where the other ends: `settlement` is no slip for `settlements`, and
 * `Hamas` none for `Hama`.
 */
function isBeyondDoubt(typed: string, { word }: SimilarWord): boolean {
  return typed.length >= 6 && typed[0] === word[0] && !typed.startsWith(word) && !word.startsWith(typed)
}

function spelt(part: Words, at: number, word: string): Words {
  return { ...part, words: part.words.with(at, word) }
}

function replaced(query: Query, part: Words, by: Words): Query {
  if (query === part) return by
  if (query.op === 'all' || query.op === 'any')
    return { ...query, of: query.of.map((one) => replaced(one, part, by)) }
  if (query.op === 'not') return { op: 'not', of: replaced(query.of, part, by) }
  if (query.op === 'run') return { op: 'run', of: query.of.map((one) => (one === part ? by : one)) }
  return query
}
