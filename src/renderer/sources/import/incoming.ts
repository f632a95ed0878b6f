import type { Progress } from '#contract/engine.ts'
import type { CasebookHost } from '#contract/host.ts'
import type { FilePreview, ImportItem, ImportOptions, ImportReport } from '#contract/importing.ts'
import type { Ask } from '../../session/session.tsx'

/** What was handed to the page to be imported: paths, files of the browser, pasted words. */

export type Incoming =
  | Extract<ImportItem, { kind: 'path' | 'paste' }>
  | { readonly kind: 'file'; readonly name: string; readonly file: File }

/** Bytes that travel in one message: what more there is comes in the next one. */
const batchBytes = 24 * 1024 * 1024

/** Where the desktop knows where a file lies, the engine reads it there; otherwise its bytes are sent. */
export function incomingFile(file: File, name: string, { pathOf }: CasebookHost): Incoming {
  const path = pathOf?.(file) ?? null
  return path === null ? { kind: 'file', name, file } : { kind: 'path', path }
}

/** Reads what was dropped, folders included. What the browser offers must be taken before anything is waited for. */
export async function incomingFromDrop(data: DataTransfer, host: CasebookHost): Promise<readonly Incoming[]> {
  const dropped = [...data.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      const known = file === null ? null : incomingFile(file, file.name, host)
      if (known?.kind === 'path' || entry === null || entry.isFile) return known === null ? [] : [known]
      return filesIn(entry as FileSystemDirectoryEntry, host)
    }),
  )
  return found.flat()
}

async function filesIn(folder: FileSystemDirectoryEntry, host: CasebookHost): Promise<Incoming[]> {
  const found: Incoming[] = []
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory) found.push(...(await filesIn(entry as FileSystemDirectoryEntry, host)))
    else {
      const file = await fileOf(entry as FileSystemFileEntry)
      found.push(incomingFile(file, entry.fullPath.replace(/^\//, ''), host))
    }
  }
  return found
}

/** A folder hands out its entries in portions, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return entries
    entries.push(...portion)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

export interface ImportRun {
  readonly ask: Ask
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

/** What the files leave open, looked for in portions like those of the import. @throws CasebookError job.cancelled */
export async function previewAll(
  incoming: readonly Incoming[],
  { ask, signal, onProgress }: ImportRun,
): Promise<readonly FilePreview[]> {
  const files: FilePreview[] = []
  let before = 0
  for (const batch of batchesOf(incoming)) {
    const items = await Promise.all(batch.map(itemOf))
    const start = before
    const answer = await ask(
      'sources.preview',
      { items },
      {
        quiet: true,
        signal,
        onProgress: ({ done, label, total }) =>
          onProgress({
            done: start + done,
            total: batch.length === incoming.length ? total : incoming.length,
            label,
          }),
      },
    )
    files.push(...answer.files)
    before += batch.length
  }
  return files
}

/** What the analyst said about single files, by their paths as the report names them. */
export type FileOptions = ReadonlyMap<string, ImportOptions>

/** Imports everything, in portions where bytes travel, and gives one report. @throws CasebookError */
export async function importAll(
  incoming: readonly Incoming[],
  run: ImportRun,
  options: FileOptions = new Map(),
): Promise<ImportReport> {
  let report = emptyReport
  let before = 0
  for (const batch of batchesOf(incoming)) {
    if (run.signal.aborted) return { ...report, cancelled: true }
    const items = await Promise.all(batch.map(itemOf))
    const whole = batch.length === incoming.length
    const start = before
    const part = await run.ask(
      'sources.import',
      { items, fileOptions: Object.fromEntries(options) },
      {
        quiet: true,
        signal: run.signal,
        onProgress: (progress) =>
          run.onProgress(
            whole ? progress : { ...progress, done: start + progress.done, total: incoming.length },
          ),
      },
    )
    report = joined(report, part)
    before += batch.length
    if (part.cancelled) return report
  }
  return report
}

function* batchesOf(incoming: readonly Incoming[]): Generator<readonly Incoming[]> {
  let batch: Incoming[] = []
  let bytes = 0
  for (const one of incoming) {
    const size = one.kind === 'file' ? one.file.size : 0
    if (batch.length > 0 && bytes + size > batchBytes) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(one)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

async function itemOf(one: Incoming): Promise<ImportItem> {
  if (one.kind !== 'file') return one
  return {
    kind: 'bytes',
    name: one.name,
    bytes: new Uint8Array(await one.file.arrayBuffer()),
  }
}

const emptyReport: ImportReport = {
  imported: [],
  duplicates: [],
  versions: [],
  possibleVersions: [],
  failed: [],
  skipped: [],
  cancelled: false,
}

function joined(one: ImportReport, other: ImportReport): ImportReport {
  return {
    imported: [...one.imported, ...other.imported],
    duplicates: [...one.duplicates, ...other.duplicates],
    versions: [...one.versions, ...other.versions],
    possibleVersions: [...one.possibleVersions, ...other.possibleVersions],
    failed: [...one.failed, ...other.failed],
    skipped: [...one.skipped, ...other.skipped],
    cancelled: one.cancelled || other.cancelled,
  }
}

/** What to hand in once more for the files that failed. */
export function incomingToRetry(incoming: readonly Incoming[], report: ImportReport): readonly Incoming[] {
  return report.failed.map(
    ({ path }): Incoming =>
      incoming.find((one) => (one.kind === 'path' ? one.path === path : one.name === path)) ?? {
        kind: 'path',
        path,
      },
  )
}
