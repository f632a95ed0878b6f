import type { ParsedInput } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { Span } from '#contract/source.ts'
import type { Reading } from '../casebook/casebook.ts'
import type { Handlers } from '../handlers.ts'
import { findEntities } from './find-entities.ts'
import { findTitles } from './find-titles.ts'
import { readItem, sourceItem } from './index/found-items.ts'
import { parseQuery } from './language/parse-query.ts'
import { listNames } from './list-names.ts'
import { markItem } from './passages/mark-item.ts'
import { runList } from './run-list.ts'
import { runSearch } from './run-search.ts'
import { listSaved } from './saved/read-saved-searches.ts'
import { changeSaved, deleteSaved, saveSearch } from './saved/saved-searches.ts'
import { forgetQueries, listHistory, rememberQuery } from './saved/search-history.ts'
import { lookAt, newsOf } from './saved/search-news.ts'

/** Words in, ranked passages out. The door of the station. */
export { checkIndex, rebuildIndex } from './index/check-index.ts'
export { searchFunctions } from './index/search-functions.ts'
export { sourcesWithWords } from './index/sources-with-words.ts'
export { runList } from './run-list.ts'
export { runSearch } from './run-search.ts'
export {
  type AsideAnswer,
  type AsideMessage,
  type AsideQuestion,
  type AsideSetting,
  type SearchAside,
  searchAside,
} from './search-aside.ts'

export const searchHandlers = {
  'search.run': runSearch,
  'search.inSource': searchInSource,
  'search.entities': findEntities,
  'search.names': listNames,
  'search.titles': findTitles,
  'search.saved': listSaved,
  'search.save': saveSearch,
  'search.changeSaved': changeSaved,
  'search.deleteSaved': deleteSaved,
  'search.news': newsOf,
  'search.look': lookAt,
  'search.history': listHistory,
  'search.remember': rememberQuery,
  'search.forget': forgetQueries,
  'search.runList': runList,
} satisfies Partial<Handlers>

/** @throws CasebookError source.not-found */
function searchInSource(
  { store }: Reading,
  { source, query: typed }: ParsedInput<'search.inSource'>,
): { matches: Span[]; message: string | null } {
  const row = store.get<{ key: number }>('SELECT key FROM sources WHERE id = ?', source)
  const item = row === undefined ? null : readItem(store, sourceItem(row.key))
  if (item === null) throw new CasebookError('source.not-found', `There is no source ${source}.`, { source })
  const { query, message } = parseQuery(typed)
  return { matches: query === null ? [] : markItem(store, query, item), message }
}
