import { setImmediate as turn } from 'node:timers/promises'
import type { ParsedInput } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { ListAnswer, ListedPassage, ListedQuery, ListProblem } from '#contract/query-lists.ts'
import type { SearchHit } from '#contract/search.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import type { Job } from '../handlers.ts'
import { countFacet } from './count-facets.ts'
import { itemKinds } from './index/found-items.ts'
import { parseQuery } from './language/parse-query.ts'
import type { Query } from './language/query.ts'
import { filterOf, rankItems } from './matching/rank-items.ts'
import { cutHits } from './passages/cut-hits.ts'
import { compile } from './run-search.ts'

/** A list of queries, run one after the other: a table of what each of them finds, and where. */

/** Hits cut between two turns of the engine, which has others to answer meanwhile. */
const HITS_A_TURN = 50

/** @throws CasebookError job.cancelled */
export async function runList(
  { store }: Reading,
  { list, passages: most = Number.MAX_SAFE_INTEGER }: ParsedInput<'search.runList'>,
  job: Job,
): Promise<ListAnswer> {
  const lines = readLines(list)
  const answer: ListAnswer = { queries: [], problems: [] }
  for (const [done, line] of lines.entries()) {
    // Also between lines that find nothing: a long list must not keep the engine from others, nor from being stopped.
    await breathe(job)
    job.progress({ done, total: lines.length, label: line.name })
    const read = readLine(line)
    if ('message' in read) answer.problems.push(read)
    else answer.queries.push(await runLine(store, line, read.query, most, job))
  }
  return answer
}

interface Line {
  readonly line: number
  readonly name: string
  readonly query: string
}

function readLines(list: string): Line[] {
  return list
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((text, at) => {
      const trimmed = text.trim()
      if (trimmed === '' || trimmed.startsWith('#')) return []
      const tab = trimmed.indexOf('\t')
      const query = trimmed.slice(tab + 1).trim()
      return { line: at + 1, name: tab === -1 ? query : trimmed.slice(0, tab).trim(), query }
    })
}

function readLine({ line, query: typed }: Line): ListProblem | { readonly query: Query } {
  const { query, message, slip } = parseQuery(typed)
  if (message === null && query !== null) return { query }
  // What else was searched for meanwhile does not happen here.
  const why = (message ?? 'There is no query in this line.').replace(/ The plain words were .*$/, '')
  return { line, query: typed, message: why, slip }
}

async function runLine(
  store: Store,
  { line, name, query: typed }: Line,
  query: Query,
  most: number,
  job: Job,
): Promise<ListedQuery> {
  const compiled = compile(store, query)
  const items = rankItems(store, compiled, undefined, 'relevance', {
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  })
  const passages: ListedPassage[] = []
  for (let at = 0; at < items.length && passages.length < most; ) {
    if (at > 0) await breathe(job)
    const some = items.slice(at, at + Math.min(HITS_A_TURN, most - passages.length))
    at += some.length
    const hits = store.atOnce(() => cutHits(store, query, some, undefined))
    passages.push(...hits.flatMap(passagesOf).slice(0, most - passages.length))
  }
  const kind = countFacet(store, filterOf(compiled, undefined), 'kind')
  const counts = itemKinds.map((one) => [one, kind.find(({ value }) => value === one)?.count ?? 0])
  return {
    line,
    name,
    query: typed,
    total: items.length,
    // Every kind has its count.
    counts: Object.fromEntries(counts) as ListedQuery['counts'],
    passages,
  }
}

/** A hit without passages was found by its title, or by what is said about it. */
function passagesOf(hit: SearchHit): ListedPassage[] {
  const { kind, id, source, title, publisher, published, passages } = hit
  const about = { kind, id, source, title, publisher, published, mark: placeOf(hit.mark) }
  if (passages.length === 0) return [{ ...about, passage: null }]
  return passages.map(({ start, end, text, snippet, marks }) => ({
    ...about,
    passage: { start, end, quote: text, snippet, marks },
  }))
}

function placeOf(mark: SearchHit['mark']): ListedPassage['mark'] {
  return mark === null ? null : { start: mark.start, end: mark.end, quote: mark.quote }
}

async function breathe({ signal }: Job): Promise<void> {
  await turn()
  if (signal.aborted) throw new CasebookError('job.cancelled', 'The list of queries was stopped.')
}
