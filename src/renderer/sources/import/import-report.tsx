import type { ReactNode } from 'react'
import type { SourceId } from '#contract/ids.ts'
import type { ImportReport } from '#contract/importing.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { CheckIcon, InfoIcon, SourcesIcon, WarningIcon } from '../../parts/icons.tsx'
import { useAnswer, usePlace } from '../../session/session.tsx'
import { countOf, nameOf } from '../source-words.ts'
import { type ImportStage, useImport } from './import-store.ts'
import { PossibleVersions } from './possible-versions.tsx'
import { RetryFailed } from './retry-failed.tsx'

interface ImportReportDialogProps {
  readonly done: Extract<ImportStage, { kind: 'done' }>
  readonly onClose: () => void
}

/** What became of each file: brought in, there already, not readable and why. */
export function ImportReportDialog({ done: { report, incoming }, onClose }: ImportReportDialogProps) {
  const { retry } = useImport()
  const go = usePlace((state) => state.go)
  const open = (id: SourceId) => {
    onClose()
    go({ kind: 'source', id })
  }
  return (
    <Dialog
      title={titleOf(report)}
      isOpen
      size="medium"
      onClose={onClose}
      buttons={
        <>
          <Button tone="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <Failed failed={report.failed} />
      <RetryFailed failed={report.failed} onRetry={(options) => retry(incoming, report, options)} />
      <Imported report={report} onOpen={open} />
      <Section
        icon={<InfoIcon />}
        title={countOf(report.versions.length, 'newer version')}
        size={report.versions.length}
      >
        {report.versions.map(({ path, of }) => (
          <Line key={path} name={path}>
            newer version of <SourceName id={of} onOpen={open} />
          </Line>
        ))}
      </Section>
      <PossibleVersions possible={report.possibleVersions} onLeave={onClose} />
      <Section
        icon={<InfoIcon />}
        title={`${countOf(report.duplicates.length, 'duplicate')}, not kept twice`}
        size={report.duplicates.length}
      >
        {report.duplicates.map(({ path, of, kind }) => (
          <Line key={path} name={path}>
            {sameness[kind]} <SourceName id={of} onOpen={open} />
          </Line>
        ))}
      </Section>
      <Section
        icon={<InfoIcon />}
        title={`${countOf(report.skipped.length, 'file')} passed over`}
        size={report.skipped.length}
      >
        {report.skipped.map(({ path, reason }) => (
          <Line key={path} name={path}>
            {reason}
          </Line>
        ))}
      </Section>
    </Dialog>
  )
}

const sameness: Readonly<Record<ImportReport['duplicates'][number]['kind'], string>> = {
  exact: 'the same file as',
  text: 'the same text as',
  near: 'nearly the same text as',
}

function titleOf({ imported, failed, cancelled }: ImportReport): string {
  const counts = `${countOf(imported.length, 'source')} imported`
  if (cancelled) return `Stopped: ${counts}`
  return failed.length === 0 ? counts : `${counts}, ${failed.length.toLocaleString('en')} failed`
}

function Failed({ failed }: { readonly failed: ImportReport['failed'] }) {
  return (
    <Section
      icon={<WarningIcon />}
      tone="danger"
      title={`${countOf(failed.length, 'file')} could not be read`}
      size={failed.length}
    >
      {failed.map(({ path, message }) => (
        <Line key={path} name={path}>
          {message}
        </Line>
      ))}
    </Section>
  )
}

function Imported(props: { readonly report: ImportReport; readonly onOpen: (id: SourceId) => void }) {
  const { imported } = props.report
  return (
    <Section
      icon={<CheckIcon />}
      tone="good"
      title={`${countOf(imported.length, 'source')} imported`}
      size={imported.length}
    >
      {imported.map((source) => (
        <li key={source.id} className="import-line">
          <button type="button" className="import-open one-line" onClick={() => props.onOpen(source.id)}>
            <SourcesIcon />
            <bdi className="one-line">{nameOf(source)}</bdi>
          </button>
          {source.warnings.map((warning) => (
            <span key={warning} className="import-why">
              {warning}
            </span>
          ))}
        </li>
      ))}
    </Section>
  )
}

/** Lines beyond these are counted, not shown. */
const mostLines = 200

interface SectionProps {
  readonly icon: ReactNode
  readonly title: string
  readonly tone?: 'good' | 'danger'
  readonly size: number
  readonly children: readonly ReactNode[]
}

function Section({ icon, title, tone, size, children }: SectionProps) {
  if (size === 0) return null
  return (
    <section className="import-section" data-tone={tone}>
      <h3>
        {icon}
        {title}
      </h3>
      <ul>{children.slice(0, mostLines)}</ul>
      {size > mostLines && <p className="import-why">and {(size - mostLines).toLocaleString('en')} more</p>}
    </section>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className="import-line">
      <bdi className="import-file">{name}</bdi>
      <span className="import-why">{children}</span>
    </li>
  )
}

function SourceName({ id, onOpen }: { readonly id: SourceId; readonly onOpen: (id: SourceId) => void }) {
  const { data } = useAnswer('sources.find', { what: id })
  return (
    <button type="button" className="import-link" onClick={() => onOpen(id)}>
      <bdi>{data === undefined ? 'a source' : nameOf(data)}</bdi>
    </button>
  )
}
