import { z } from 'zod'
import { question } from './calls.ts'
import { briefId, entityId, highlightId, searchId, sourceId, tagId } from './ids.ts'
import { span } from './source.ts'

/** Words in, ranked passages out. The syntax is in the README: words are ANDed, "phrases", OR, NOT, ( ), prefix*, fields. */

export const searchKind = z.enum(['source', 'highlight', 'note', 'entity', 'brief'])
export type SearchKind = z.infer<typeof searchKind>

/** One match: `start`–`end` on the text searched; the snippet is that text cut round it. */
export const searchPassage = span.extend({
  text: z.string(),
  snippet: z.string(),
  /** Where the snippet begins on the text searched. */
  snippetStart: z.int(),
  /** The matched stretches inside the snippet, as offsets on the snippet. */
  marks: z.array(span),
})
export type SearchPassage = z.infer<typeof searchPassage>

/** Why something was found: one part of the query, as it was understood, and how often it stands there. */
export const searchReason = z.object({
  part: z.string(),
  matches: z.int(),
  /** It stands in the title too, where a word counts five times. */
  inTitle: z.boolean(),
})
export type SearchReason = z.infer<typeof searchReason>

/** What a found highlight says, or the one that a found note stands on: `start`–`end` reach from its first to its last word, on the source's text. */
export const foundMark = span.extend({
  /** The stretches of a mark with gaps stand in lines. */
  quote: z.string(),
  /** In plain words. */
  note: z.string().nullable(),
  type: z.string().nullable(),
  tags: z.array(z.string()),
})
export type FoundMark = z.infer<typeof foundMark>

export const searchHit = z.object({
  kind: searchKind,
  /** The id of the thing that was found. */
  id: z.union([sourceId, highlightId, entityId, briefId]),
  /** The source it belongs to, for sources, highlights and notes. */
  source: sourceId.nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  /** Higher is better; comparable within one answer only. The words' own score (BM25), and `nearness` added to it. */
  score: z.number(),
  /** What the score gained because the words of the query stand near each other; 0 where they do not, or where one word was asked for. */
  nearness: z.number(),
  /** All in text order; where only some were asked for, the best first: those with most of the words close together. */
  passages: z.array(searchPassage),
  /** All matches in this hit, also those that are not among the passages. */
  matches: z.int(),
  why: z.array(searchReason),
  /** For highlights, whose passages are cut from the quote, and for notes, whose passages are cut from the note. */
  mark: foundMark.nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

/** What else the analyst may have meant: the query to run instead, and what it would find. */
export const searchSuggestion = z.object({
  kind: z.enum(['spelling', 'entity', 'any-word']),
  query: z.string(),
  total: z.int(),
})
export type SearchSuggestion = z.infer<typeof searchSuggestion>

export const searchFacet = z.enum([
  'kind',
  'publisher',
  'author',
  'month',
  'language',
  'type',
  'tag',
  'entity',
  'grade',
])
export type SearchFacet = z.infer<typeof searchFacet>

/**
 * Most frequent first. `query`: what to add to the query for these alone; with `-` before it, for all but these. It asks for the
 * whole value, letter by letter (`publisher:="Al Sabah"`), so it finds exactly `count`.
 */
export const facetValue = z.object({ value: z.string(), count: z.int(), query: z.string() })
export type FacetValue = z.infer<typeof facetValue>

/**
 * Narrows an answer down to the things with a value of a facet, or to those without it. The value is meant whole, letter by letter, as
 * the facet gave it. Values of one facet that are included are alternatives; everything else must hold at once.
 */
export const searchFilter = z.object({
  facet: searchFacet,
  value: z.string(),
  exclude: z.boolean().optional(),
})
export type SearchFilter = z.infer<typeof searchFilter>

/** Days as `2025-06-01`, both included, or what has no date. */
export const publishedWithin = z.union([z.object({ from: z.string(), to: z.string() }), z.literal('undated')])
export type PublishedWithin = z.infer<typeof publishedWithin>

/** What narrows a search down beside its words. */
export const searchScope = z.object({
  /** Queries within whose results is searched, as they were typed. */
  within: z.array(z.string()).optional(),
  filters: z.array(searchFilter).optional(),
  published: publishedWithin.optional(),
  /** Leave out sources that a newer version replaced. What was marked and noted on them is found all the same. */
  newest: z.boolean().optional(),
})
export type SearchScope = z.infer<typeof searchScope>

/** One bar: everything whose date begins within `from`–`to` (days, both included). `query`: what to add to the query for these alone. */
export const timelineBar = z.object({
  from: z.string(),
  to: z.string(),
  count: z.int(),
  query: z.string(),
})
export type TimelineBar = z.infer<typeof timelineBar>

/** The hits over time, in bars of a day, a month or a year, whichever the range asks for. Bars without hits are left out. */
export const searchTimeline = z.object({
  unit: z.enum(['day', 'month', 'year']),
  bars: z.array(timelineBar),
  /** Hits that have no date: `-has:date` finds them. */
  undated: z.int(),
})
export type SearchTimeline = z.infer<typeof searchTimeline>

/** One part of the query as it was understood. */
export const explainedPart = z.object({
  part: z.string(),
  /** In words: `the phrase “security pact”`. */
  meaning: z.string(),
  /** How many things it finds by itself. */
  total: z.int(),
})
export type ExplainedPart = z.infer<typeof explainedPart>

/**
 * The part of a query that cannot be read: `start`–`end` in UTF-16 code units of the query as it was typed; `character` is its first one,
 * counted from 1 in Unicode code points, as the message counts.
 */
export const querySlip = span.extend({ character: z.int() })
export type QuerySlip = z.infer<typeof querySlip>

export const searchSort = z.enum(['relevance', 'newest', 'oldest', 'title'])
export type SearchSort = z.infer<typeof searchSort>

export const searchAnswer = z.object({
  query: z.string(),
  total: z.int(),
  /** Hits beside `total` that `newest` left out. */
  older: z.int(),
  hits: z.array(searchHit),
  /** What to mend in the query, or what was looked for instead, in a sentence. */
  message: z.string().nullable(),
  /** Where in the query, if the message is about a part of it: the plain words were searched for meanwhile. */
  slip: querySlip.nullable(),
  /** The query that was run in the place of the one that was typed (a word spelt otherwise, a question); null where none was. */
  instead: z.string().nullable(),
  suggestions: z.array(searchSuggestion),
  /**
   * Exact counts, for the facets that were asked for: over all hits, and not narrowed down by filters on the facet itself, so
   * that each count tells what choosing that value gives.
   */
  facets: z.partialRecord(searchFacet, z.array(facetValue)),
  /** How many values each of them has, where not all were asked for. */
  facetTotals: z.partialRecord(searchFacet, z.int()),
  /** Where it was asked for. */
  timeline: searchTimeline.nullable(),
  /** Where it was asked for: the query as it was understood. */
  explained: z.array(explainedPart),
})
export type SearchAnswer = z.infer<typeof searchAnswer>

/** A name that something in the casebook goes by. */
export const searchName = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), id: sourceId, name: z.string() }),
  z.object({ kind: z.literal('entity'), id: entityId, name: z.string(), aliases: z.array(z.string()) }),
  z.object({ kind: z.literal('tag'), id: tagId, name: z.string() }),
  z.object({ kind: z.literal('brief'), id: briefId, name: z.string() }),
  z.object({ kind: z.literal('search'), id: searchId, name: z.string() }),
])
export type SearchName = z.infer<typeof searchName>

/** An entity, as it is called. */
export const foundEntity = z.object({ id: entityId, name: z.string(), aliases: z.array(z.string()) })
export type FoundEntity = z.infer<typeof foundEntity>

/** A source, as it is called. */
export const foundTitle = z.object({
  id: sourceId,
  /** Its title, or its label where it has none. */
  name: z.string(),
  /** The name of its file, and where in it. */
  label: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
})
export type FoundTitle = z.infer<typeof foundTitle>

export const searchCalls = {
  'search.run': question(
    searchScope.extend({
      query: z.string(),
      kinds: z.array(searchKind).optional(),
      sort: searchSort.optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().nonnegative().optional(),
      /** How many passages to cut for each hit; all where it is left out. */
      passages: z.int().nonnegative().optional(),
      facets: z.array(searchFacet).optional(),
      /** How many values of each facet; all where it is left out. */
      facetValues: z.int().nonnegative().optional(),
      timeline: z.boolean().optional(),
      explain: z.boolean().optional(),
    }),
    searchAnswer,
  ),
  /** Every match of a query in one source, for marking them in the reader. */
  'search.inSource': question(
    z.object({ source: sourceId, query: z.string() }),
    z.object({ matches: z.array(span), message: z.string().nullable() }),
  ),
  /**
   * Sources by some letters of each word of their title or label, also with a typing slip, the best first; or, by id, what they are
   * called.
   */
  'search.titles': question(
    z.union([
      z.object({ letters: z.string(), limit: z.int().positive() }),
      z.object({ ids: z.array(sourceId) }),
    ]),
    z.object({ items: z.array(foundTitle) }),
  ),
  /**
   * Entities by the beginnings of the words of one of their names, also with a typing slip: what begins with the letters first, then by
   * name. Without letters the first by name.
   */
  'search.entities': question(
    z.object({ letters: z.string(), limit: z.int().positive() }),
    z.object({ items: z.array(foundEntity) }),
  ),
  /** All names, for finding things by a few letters: sources by title or label, entities, tags, briefs, saved searches. */
  'search.names': question(
    z.object({ kinds: z.array(z.enum(['source', 'entity', 'tag', 'brief', 'search'])).optional() }),
    z.object({ items: z.array(searchName) }),
  ),
} as const
