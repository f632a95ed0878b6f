import type { SearchPassage, SearchReason } from '#contract/search.ts'
import type { Store } from '../../casebook/casebook.ts'
import { positiveLeaves, type Query } from '../language/query.ts'
import { indexVersion } from '../matching/index-version.ts'

/**
 * What was found in long texts, kept in memory: counting a word that stands in every paragraph of a million characters has all of them read,
 * and the same is asked again with each page, order and filter. Like the scores of words (`heavy-words.ts`) it is good for one version of the
 * index.
 */

/** What is shown of a hit, as far as its text and the query alone tell. */
export interface Cut {
  readonly passages: readonly SearchPassage[]
  readonly matches: number
  readonly why: readonly SearchReason[]
  /** What the parts of the query gain by standing near each other, as a share of the score. */
  readonly gain: number
}

/** Of the item, as it was kept, or cut and kept. */
export type CutOf = (item: number, cut: () => Cut) => Cut

/** `most`: passages of each; where all are wanted nothing is kept, nor where the query is about more than texts. */
export function keepCuts(store: Store, query: Query, most: number | undefined): CutOf {
  const isAboutTexts = positiveLeaves(query).every(({ op }) => ABOUT_TEXTS.has(op))
  if (most === undefined || most > MOST_PASSAGES || !isAboutTexts) return (_, cut) => cut()
  const asked = `${most} ${JSON.stringify(query)}`
  let cuts: Map<string, Cut> | null = null
  return (item, cut) => {
    cuts ??= cutsOf(store)
    return kept(cuts, `${item} ${asked}`, cut)
  }
}

/** What is said about a source, or marked in it, changes without the index. */
const ABOUT_TEXTS: ReadonlySet<string> = new Set<Query['op']>(['words', 'run', 'near', 'typo', 'text'])
const MOST_PASSAGES = 10
/** About two kilobytes each. */
const MOST_CUTS = 1_000

const known = new WeakMap<Store, { readonly version: string; readonly cuts: Map<string, Cut> }>()

function cutsOf(store: Store): Map<string, Cut> {
  const version = indexVersion(store)
  const last = known.get(store)
  if (last?.version === version) return last.cuts
  const cuts = new Map<string, Cut>()
  known.set(store, { version, cuts })
  return cuts
}

function kept(cuts: Map<string, Cut>, key: string, cut: () => Cut): Cut {
  const found = cuts.get(key) ?? cut()
  // Put behind the others: the first of the map is the one not asked for longest.
  cuts.delete(key)
  cuts.set(key, found)
  const [oldest] = cuts.keys()
  if (oldest !== undefined && cuts.size > MOST_CUTS) cuts.delete(oldest)
  return found
}
