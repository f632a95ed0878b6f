import { useMemo } from 'react'
import { create } from 'zustand'
import type { Progress } from '#contract/engine.ts'
import type { CasebookHost } from '#contract/host.ts'
import type { FilePreview, ImportOptions, ImportReport } from '#contract/importing.ts'
import { chooseFilesInPage } from '../../parts/choose-files.ts'
import { type Ask, showFailure, useAsk, useHost } from '../../session/session.tsx'
import {
  type FileOptions,
  type ImportRun,
  type Incoming,
  importAll,
  incomingFile,
  incomingToRetry,
  previewAll,
} from './incoming.ts'

/** The import that is going on, if any: it goes on, too, while its dialog is out of sight. */

export type ImportStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'paste'; readonly text: string; readonly html: string | null }
  | {
      readonly kind: 'running'
      /** Looking for what the files leave open, or bringing them in. */
      readonly doing: 'looking' | 'importing'
      readonly progress: Progress
      /** Since it began, in milliseconds. */
      readonly elapsed: number
      readonly cancel: () => void
      readonly cancelling: boolean
    }
  | {
      readonly kind: 'preview'
      readonly files: readonly FilePreview[]
      readonly incoming: readonly Incoming[]
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
  /** Asks for a folder, and imports what is in it, folders in it included. */
  readonly chooseFolder: () => void
  /** Shows what was pasted, or an empty field to paste into. */
  readonly pasteText: () => void
  /** What imports of this casebook go by, and the folders that it watches. */
  readonly showSettings: () => void
  readonly offerPaste: (text: string, html: string | null) => void
  /** Looks at the files first: what they leave open is asked, what is clear is not. */
  readonly start: (incoming: readonly Incoming[]) => void
  readonly startAnswered: (incoming: readonly Incoming[], options: FileOptions) => void
  /** Hands in once more what failed, with a password or an encoding that was missing. */
  readonly retry: (incoming: readonly Incoming[], report: ImportReport, options?: ImportOptions) => void
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
    if (incoming.length > 0 && isIdle()) void lookAndImport(ask, incoming)
  }
  const startAnswered: Importing['startAnswered'] = (incoming, options) => {
    if (isIdle()) void runImport(ask, incoming, options)
  }
  return {
    chooseFiles: () => void chooseIncoming(host).then(start, showFailure),
    chooseFolder: () => void chooseIncomingFolder(host).then(start, showFailure),
    pasteText: () => offerPaste('', null),
    showSettings: () => {
      if (isIdle()) useImportStore.getState().set({ kind: 'settings' })
    },
    offerPaste,
    start,
    startAnswered,
    retry: (incoming, report, options = {}) => {
      const again = incomingToRetry(incoming, report)
      startAnswered(again, new Map(report.failed.map(({ path }) => [path, options])))
    },
  }
}

function isIdle(): boolean {
  return useImportStore.getState().stage.kind !== 'running'
}

async function lookAndImport(ask: Ask, incoming: readonly Incoming[]): Promise<void> {
  const files = await running('looking', (run) => previewAll(incoming, { ask, ...run }))
  if (files === null) return
  if (files.length > 0) useImportStore.getState().set({ kind: 'preview', files, incoming })
  else await runImport(ask, incoming, new Map())
}

async function runImport(ask: Ask, incoming: readonly Incoming[], options: FileOptions): Promise<void> {
  const report = await running('importing', (run) => importAll(incoming, { ask, ...run }, options))
  if (report === null) return
  const { set, hide } = useImportStore.getState()
  set({ kind: 'done', report, incoming })
  hide(false)
}

/** A progress bar need not move oftener than this, in milliseconds. */
const oftenEnough = 80

/** Shows long work while it goes on. @returns null where it failed or was called off: then that has been shown */
async function running<T>(
  doing: 'looking' | 'importing',
  work: (run: Omit<ImportRun, 'ask'>) => Promise<T>,
): Promise<T | null> {
  const { set, hide } = useImportStore.getState()
  const abort = new AbortController()
  const stage = {
    kind: 'running',
    doing,
    cancelling: false,
    cancel: () => {
      abort.abort()
      const { stage: now } = useImportStore.getState()
      if (now.kind === 'running') set({ ...now, cancelling: true })
    },
  } as const
  // Going on to the next step of the same import keeps out of sight what was put there.
  if (useImportStore.getState().stage.kind !== 'running') hide(false)
  set({ ...stage, elapsed: 0, progress: { done: 0, total: null, label: '' } })
  const since = performance.now()
  let told = 0
  try {
    return await work({
      signal: abort.signal,
      onProgress: (progress) => {
        const now = performance.now()
        if (now - told < oftenEnough && progress.done !== progress.total) return
        told = now
        set({ ...stage, cancelling: abort.signal.aborted, elapsed: now - since, progress })
      },
    })
  } catch (error) {
    set({ kind: 'none' })
    showFailure(error)
    return null
  }
}

async function chooseIncoming(host: CasebookHost): Promise<readonly Incoming[]> {
  if (host.chooseFilesToImport !== undefined) {
    const paths = await host.chooseFilesToImport()
    return paths.map((path) => ({ kind: 'path', path }))
  }
  const files = await chooseFilesInPage({ what: 'files' })
  return files.map((file) => incomingFile(file, file.name, host))
}

async function chooseIncomingFolder(host: CasebookHost): Promise<readonly Incoming[]> {
  if (host.chooseFolder !== undefined) {
    const path = await host.chooseFolder('import')
    return path === null ? [] : [{ kind: 'path', path }]
  }
  const files = await chooseFilesInPage({ what: 'folder' })
  return files.map((file) => incomingFile(file, file.webkitRelativePath, host))
}
