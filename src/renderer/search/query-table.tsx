import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import type { ListedPassage, ListedQuery } from '#contract/query-lists.ts'
import { usePlace } from '../session/session.tsx'
import { SourceOrigin } from '../sources/sources.tsx'
import { Snippet } from './hit-view.tsx'
import { useOpenHit } from './open-hit.ts'

const counted = ['source', 'highlight', 'note', 'entity', 'brief'] as const

/** What each query of a list finds: its counts by kind, and its best passages. */
export function QueryTable({ queries }: { readonly queries: readonly ListedQuery[] }) {
  return (
    <table className="query-table">
      <thead>
        <tr>
          <th scope="col">Query</th>
          <th scope="col">Found</th>
          <th scope="col">Sources</th>
          <th scope="col">Highlights</th>
          <th scope="col">Notes</th>
          <th scope="col">Entities</th>
          <th scope="col">Briefs</th>
        </tr>
      </thead>
      {queries.map((query) => (
        <QueryRows key={query.line} query={query} />
      ))}
    </table>
  )
}

function QueryRows({ query: { name, query, total, counts, passages } }: { readonly query: ListedQuery }) {
  const go = usePlace((state) => state.go)
  return (
    <tbody>
      <tr>
        <th scope="row">
          <Link className="query-table-name" onPress={() => go({ kind: 'search', query })}>
            <bdi>{name}</bdi>
          </Link>
          {name !== query && <bdi className="queries-query">{query}</bdi>}
        </th>
        <td>{total.toLocaleString('en')}</td>
        {counted.map((kind) => (
          <td key={kind}>{counts[kind].toLocaleString('en')}</td>
        ))}
      </tr>
      {passages.map((passage) => (
        <PassageRow
          key={`${passage.kind} ${passage.id} ${passage.passage?.start}`}
          query={query}
          passage={passage}
        />
      ))}
    </tbody>
  )
}

function PassageRow({ query, passage: listed }: { readonly query: string; readonly passage: ListedPassage }) {
  const open = useOpenHit(query)
  const { kind, title } = listed
  return (
    <tr className="query-table-passage">
      <td colSpan={7}>
        <Link className="query-table-words" onPress={() => open(listed, listed.passage)}>
          <bdi>
            <Words listed={listed} />
          </bdi>
        </Link>
        <p className="query-table-about">
          {kind !== 'source' && `${placeWords[kind]} `}
          <bdi>{title}</bdi> <SourceOrigin {...listed} />
        </p>
      </td>
    </tr>
  )
}

/** What was found; a mark that was found by its tag or its type shows its own words. */
function Words({ listed: { passage, mark } }: { readonly listed: ListedPassage }): ReactNode {
  if (passage !== null) return <Snippet passage={passage} />
  return mark === null ? <em>In its title or its details</em> : mark.quote
}

const placeWords: Readonly<Record<Exclude<ListedPassage['kind'], 'source'>, string>> = {
  highlight: 'Highlight in',
  note: 'Note in',
  entity: 'Entity',
  brief: 'Brief',
}
