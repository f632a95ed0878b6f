import { Link } from 'react-aria-components'
import type { ListedPassage, ListedQuery } from '#contract/query-lists.ts'
import { usePlace } from '../session/session.tsx'
import { SourceOrigin } from '../sources/sources.tsx'

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
        <PassageRow key={`${passage.id} ${passage.passage?.start}`} query={query} passage={passage} />
      ))}
    </tbody>
  )
}

function PassageRow({ query, passage: listed }: { readonly query: string; readonly passage: ListedPassage }) {
  const go = usePlace((state) => state.go)
  const { kind, source, title, passage } = listed
  const words = passage === null ? 'In its title or its details' : `“${passage.quote}”`
  const open =
    kind !== 'source' || source === null
      ? null
      : () => go({ kind: 'source', id: source, query, ...(passage === null ? {} : { span: passage }) })
  return (
    <tr className="query-table-passage">
      <td colSpan={7}>
        {open === null ? (
          <bdi>{words}</bdi>
        ) : (
          <Link onPress={open}>
            <bdi>{words}</bdi>
          </Link>
        )}{' '}
        <bdi>{title}</bdi> <SourceOrigin {...listed} />
      </td>
    </tr>
  )
}
