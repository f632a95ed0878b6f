import type { ParsedInput } from '#contract/engine.ts'
import type { SearchName } from '#contract/search.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { readEntityNames } from './matching/entity-names.ts'

/** Answers `search.names`: everything that can be called by a name, each kind in the order of its names. */
export function listNames(
  { store }: Reading,
  { kinds }: ParsedInput<'search.names'>,
): { items: SearchName[] } {
  return { items: (kinds ?? nameKinds).flatMap((kind) => readers[kind](store)) }
}

type NameKind = SearchName['kind']

const nameKinds: readonly NameKind[] = ['source', 'entity', 'tag', 'brief', 'search']

const readers: Readonly<Record<NameKind, (store: Store) => SearchName[]>> = {
  source: (store) =>
    store.all(`SELECT 'source' AS kind, id, coalesce(title, label) AS name FROM sources ORDER BY name`),
  entity: (store) => readEntityNames(store).map((one) => ({ kind: 'entity', ...one })),
  tag: (store) => store.all(`SELECT 'tag' AS kind, id, name FROM tags ORDER BY name`),
  brief: (store) => store.all(`SELECT 'brief' AS kind, id, title AS name FROM briefs ORDER BY name`),
  search: (store) => store.all(`SELECT 'search' AS kind, id, name FROM saved_searches ORDER BY name`),
}
