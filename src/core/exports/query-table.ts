import { stringify } from 'csv-stringify/sync'
import type { ParsedInput } from '#contract/engine.ts'
import type { QueryTable } from '#contract/exports.ts'
import type { ListedPassage, ListedQuery } from '#contract/query-lists.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Handlers, Job } from '../handlers.ts'
import { runList } from '../search/search.ts'

/**
 * What a list of queries finds, as a table that spreadsheets read (RFC 4180, UTF-8): for each query a row with its counts, then a row
 * for each passage. Texts of others may begin like a formula: such cells begin with an apostrophe, so that no program reckons them.
 */

const columns = [
  'record',
  'line',
  'name',
  'query',
  'found',
  'sources',
  'highlights',
  'notes',
  'entities',
  'briefs',
  'kind',
  'id',
  'source',
  'title',
  'date',
  'publisher',
  'quote',
  'context',
  'start',
  'end',
  'message',
] as const
type Row = Partial<Record<(typeof columns)[number], string | number | null>>

/**
 * `run`: runs the list, in a thread of its own where there is one.
 * @throws CasebookError job.cancelled
 */
export async function exportQueryTable(
  casebook: Casebook,
  { list, byteOrderMark = false }: ParsedInput<'exports.queryTable'>,
  job: Job,
  run: Handlers['search.runList'] = runList,
): Promise<QueryTable> {
  const { queries, problems } = await run(casebook, { list }, job)
  const rows = [
    ...queries.flatMap((query) => [countsRow(query), ...query.passages.map((one) => passageRow(query, one))]),
    ...problems.map((problem): Row => ({ record: 'problem', name: problem.query, ...problem })),
  ]
  const content = stringify(rows, {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    bom: byteOrderMark,
  })
  return { name: 'Queries.csv', mediaType: 'text/csv', content, queries: queries.length, problems }
}

function countsRow({ line, name, query, total, counts }: ListedQuery): Row {
  const { source: sources, highlight: highlights, note: notes, entity: entities, brief: briefs } = counts
  return { record: 'query', line, name, query, found: total, sources, highlights, notes, entities, briefs }
}

function passageRow({ line, name, query }: ListedQuery, passage: ListedPassage): Row {
  const { kind, id, source, title, publisher, published: date, passage: at } = passage
  const about = { kind, id, source, title, date, publisher }
  const words = at === null ? {} : { quote: at.quote, context: at.snippet, start: at.start, end: at.end }
  return { record: 'passage', line, name, query, ...about, ...words }
}
