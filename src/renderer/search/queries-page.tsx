import type { ComponentType } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ListAnswer, ListProblem } from '#contract/query-lists.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/fields.tsx'
import { showMessage } from '../parts/messages.tsx'
import { EmptyState, ProgressBar } from '../parts/states.tsx'
import { PageHead } from '../parts/toolbar.tsx'
import { useList } from './list-store.ts'
import { QueryTable } from './query-table.tsx'
import { type RunningList, useRunList } from './run-list.ts'
import './queries-page.css'

export interface QueriesPageProps {
  /** Writes the table as a file: what a later station can do. */
  readonly exportTable: ComponentType<{ readonly list: string }>
}

/** A list of queries, run at once: what each of them finds. */
export function QueriesPage({ exportTable: ExportTable }: QueriesPageProps) {
  const { list, write, answer, keep } = useList()
  const { running, run, stop } = useRunList(keep)
  const isEmpty = list.trim() === ''
  return (
    <div className="queries">
      <PageHead title="A list of queries">
        <FileTrigger
          acceptedFileTypes={['.txt', '.tsv', 'text/plain']}
          onSelect={(files) => void readList(files, write)}
        >
          <Button>Choose a file…</Button>
        </FileTrigger>
        {running === null ? (
          <Button tone="primary" isDisabled={isEmpty} onPress={() => run(list)}>
            Run
          </Button>
        ) : (
          <Button onPress={stop}>Stop</Button>
        )}
        {!isEmpty && <ExportTable list={list} />}
      </PageHead>
      <div className="queries-body">
        <TextField
          label="One query a line"
          description="A name and a tab may stand before a query. Lines that begin with # are passed over."
          value={list}
          onChange={write}
          multiline
        />
        <Outcome running={running} answer={answer} />
      </div>
    </div>
  )
}

interface OutcomeProps {
  readonly running: RunningList | null
  readonly answer: ListAnswer | null
}

function Outcome({ running, answer }: OutcomeProps) {
  if (running !== null) {
    return (
      <div className="queries-running">
        <ProgressBar label="Running the list" done={running.done} total={running.total} />
        <p className="one-line">{running.label}</p>
      </div>
    )
  }
  if (answer === null) {
    return (
      <EmptyState title="Nothing run yet">Each query gets a row: how much it finds, and where.</EmptyState>
    )
  }
  return (
    <>
      <Problems problems={answer.problems} />
      {answer.queries.length > 0 && <QueryTable queries={answer.queries} />}
    </>
  )
}

function Problems({ problems }: { readonly problems: readonly ListProblem[] }) {
  if (problems.length === 0) return null
  return (
    <section className="queries-problems" role="alert">
      <h2>Left out</h2>
      <ul>
        {problems.map(({ line, query, message }) => (
          <li key={line}>
            Line {line}: <bdi className="queries-query">{query}</bdi> — {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function readList(files: FileList | null, write: (list: string) => void): Promise<void> {
  const file = files?.[0]
  if (file === undefined) return
  try {
    write(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    showMessage({ tone: 'failure', text: `${file.name} is not UTF-8: save it as UTF-8, or paste its lines.` })
  }
}
