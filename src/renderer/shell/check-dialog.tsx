import { useEffect, useState } from 'react'
import type { CallOutput, Progress } from '#contract/engine.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { CheckIcon } from '../parts/icons.tsx'
import { EmptyState, ProgressBar } from '../parts/states.tsx'
import { useAsk } from '../session/session.tsx'
import { useDialogs } from './dialogs-store.ts'

type CheckReport = CallOutput<'casebook.check'>

/** Whether the file is whole, and what can be done where it is not. */
export function CheckDialog() {
  const { open, close } = useDialogs()
  return open === 'check' ? <RunningCheck onClose={close} /> : null
}

function RunningCheck({ onClose }: { readonly onClose: () => void }) {
  const ask = useAsk()
  const [repair, setRepair] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [report, setReport] = useState<CheckReport | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    ask('casebook.check', { repair }, { signal: abort.signal, onProgress: setProgress }).then(
      setReport,
      onClose,
    )
    return () => abort.abort()
  }, [ask, repair, onClose])
  const mendable = report !== null && !report.ok && !repair
  return (
    <Dialog
      title="Check this casebook"
      size="medium"
      isOpen
      onClose={onClose}
      buttons={
        <>
          {mendable && (
            <Button
              onPress={() => {
                setReport(null)
                setRepair(true)
              }}
            >
              Rebuild what can be rebuilt
            </Button>
          )}
          <Button tone="primary" onPress={onClose}>
            {report === null ? 'Stop' : 'Done'}
          </Button>
        </>
      }
    >
      {report === null ? (
        <>
          <p>{progress?.label ?? 'Looking at the file…'}</p>
          <ProgressBar label="Checking" done={progress?.done ?? 0} total={progress?.total ?? null} />
        </>
      ) : (
        <CheckResult report={report} />
      )}
    </Dialog>
  )
}

function CheckResult({ report: { problems } }: { readonly report: CheckReport }) {
  if (problems.length === 0) {
    return (
      <EmptyState title="Everything is whole" icon={<CheckIcon size={20} />}>
        The file, the search index, every source’s text and every highlight’s words are as they should be.
      </EmptyState>
    )
  }
  return (
    <ul className="check-problems">
      {problems.map((problem) => (
        <li key={`${problem.kind} ${problem.about} ${problem.message}`}>
          <strong>{problem.repaired ? 'Rebuilt: ' : ''}</strong>
          {problem.message}
        </li>
      ))}
    </ul>
  )
}
