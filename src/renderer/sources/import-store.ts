import { useMemo } from 'react'
import { create } from 'zustand'
import type { Progress } from '#contract/engine.ts'
import type { CasebookHost } from '#contract/host.ts'
import type { ImportReport } from '#contract/sources.ts'
import { type Ask, showFailure, useAsk, useHost } from '../session/session.tsx'
import { type Incoming, importAll, incomingFile, incomingToRetry } from './incoming.ts'

/** The import that is going on, if any: it goes on, too, while its dialog is out of sight. */

export type ImportStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'paste'; readonly text: string; readonly html: string | null }
  | {
      readonly kind: 'running'
      readonly progress: Progress
      /** Since it began, in milliseconds. */
      readonly elapsed: number
      readonly cancel: () => void
      readonly cancelling: boolean
    }
  | { readonly kind: 'done'; readonly report: ImportReport; readonly incoming: readonly Incoming[] }

interface ImportState {
  readonly stage: ImportStage
  /** Whether the dialog is out of sight while the import runs. */
  readonly hidden: boolean
  readonly set: (stage: ImportStage) => void
  readonly hide: (hidden: boolean) => void
}

export const useImportStore = create<ImportState>()((set) => ({
  stage: { kind: 'none' },
  hidden: false,
  set: (stage) => set({ stage }),
  hide: (hidden) => set({ hidden }),
}))

export interface Importing {
  /** Asks for files, and imports them. */
  readonly chooseFiles: () => void
  /** Shows what was pasted, or an empty field to paste into. */
  readonly pasteText: () => void
  readonly offerPaste: (text: string, html: string | null) => void
  readonly start: (incoming: readonly Incoming[]) => void
  readonly retry: (incoming: readonly Incoming[], report: ImportReport) => void
}

export function useImport(): Importing {
  const ask = useAsk()
  const host = useHost()
  return useMemo(() => importing(ask, host), [ask, host])
}

/** The import that goes on out of sight, and the way to see it again; null where there is none. */
export function useImportProgress(): { readonly progress: Progress; readonly show: () => void } | null {
  const { stage, hidden, hide } = useImportStore()
  return stage.kind === 'running' && hidden ? { progress: stage.progress, show: () => hide(false) } : null
}

function importing(ask: Ask, host: CasebookHost): Importing {
  const offerPaste: Importing['offerPaste'] = (text, html) => {
    if (useImportStore.getState().stage.kind !== 'running')
      useImportStore.getState().set({ kind: 'paste', text, html })
  }
  const start: Importing['start'] = (incoming) => {
    if (incoming.length > 0 && useImportStore.getState().stage.kind !== 'running')
      void runImport(ask, incoming)
  }
  return {
    chooseFiles: () => void chooseIncoming(host).then(start, showFailure),
    pasteText: () => offerPaste('', null),
    offerPaste,
    start,
    retry: (incoming, report) => start(incomingToRetry(incoming, report)),
  }
}

/** A progress bar need not move oftener than this, in milliseconds. */
const oftenEnough = 80

async function runImport(ask: Ask, incoming: readonly Incoming[]): Promise<void> {
  const { set, hide } = useImportStore.getState()
  const abort = new AbortController()
  const running = {
    kind: 'running',
    cancelling: false,
    cancel: () => {
      abort.abort()
      const { stage } = useImportStore.getState()
      if (stage.kind === 'running') set({ ...stage, cancelling: true })
    },
  } as const
  hide(false)
  set({ ...running, elapsed: 0, progress: { done: 0, total: null, label: '' } })
  const since = performance.now()
  let told = 0
  try {
    const report = await importAll(incoming, {
      ask,
      signal: abort.signal,
      onProgress: (progress) => {
        const now = performance.now()
        if (now - told < oftenEnough && progress.done !== progress.total) return
        told = now
        set({ ...running, cancelling: abort.signal.aborted, elapsed: now - since, progress })
      },
    })
    set({ kind: 'done', report, incoming })
    hide(false)
  } catch (error) {
    set({ kind: 'none' })
    showFailure(error)
  }
}

async function chooseIncoming(host: CasebookHost): Promise<readonly Incoming[]> {
  if (host.chooseFilesToImport !== undefined) {
    const paths = await host.chooseFilesToImport()
    return paths.map((path) => ({ kind: 'path', path }))
  }
  const files = await chooseInPage()
  return files.map((file) => incomingFile(file, file.name, host))
}

function chooseInPage(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
