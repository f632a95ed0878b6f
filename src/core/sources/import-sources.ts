import { CasebookError } from '#contract/failure.ts'
import type { ImportItem, ImportOptions, ImportReport } from '#contract/sources.ts'
import type { Casebook, OpenStep, Transaction } from '../casebook/casebook.ts'
import type { Job } from '../handlers.ts'
import { type GatheredFile, gatherFiles } from './gather.ts'
import type { ParsedFile } from './parse-file.ts'
import { parser } from './parser.ts'
import { findSameBytes, importedFrom, recordFile } from './record-source.ts'
import { withSettings } from './source-settings.ts'

export interface ImportInput {
  readonly items: ImportItem[]
  readonly options?: ImportOptions | undefined
  readonly fileOptions?: Readonly<Record<string, ImportOptions>> | undefined
}

/**
 * The import: files are read and parsed one after the other, outside any transaction, and recorded in batches of whole files.
 * All batches are one undo step. What a batch has recorded stays, also when the import is cancelled or the program killed.
 */
export async function importSources(
  casebook: Casebook,
  { items, options: given = {}, fileOptions = {} }: ImportInput,
  job: Job,
): Promise<ImportReport> {
  const options = withSettings(casebook.store, given)
  const optionsFor = ({ path }: GatheredFile): ImportOptions => ({ ...options, ...fileOptions[path] })
  const { files, skipped, failed } = await gatherFiles(items)
  const report: ImportReport = {
    imported: [],
    duplicates: [],
    versions: [],
    possibleVersions: [],
    failed,
    skipped,
    cancelled: false,
  }
  if (options.dryRun === true) {
    await parseAll(files, optionsFor, job, report, new DryRun(casebook, report))
    return report
  }
  const step = casebook.openStep('sources.import')
  try {
    await parseAll(files, optionsFor, job, report, new Batch(step, report))
  } finally {
    step.end()
  }
  return report
}

interface Recorder {
  add(file: GatheredFile, parsed: ParsedFile): void
  flush(): void
}

async function parseAll(
  files: readonly GatheredFile[],
  optionsFor: (file: GatheredFile) => ImportOptions,
  job: Job,
  report: ImportReport,
  recorder: Recorder,
): Promise<void> {
  const ahead = parseAhead(files, optionsFor)
  for (const [done, file] of files.entries()) {
    if (job.signal.aborted) {
      report.cancelled = true
      break
    }
    job.progress({ done, total: files.length, label: file.name })
    const outcome = await ahead(done)
    if (outcome instanceof CasebookError) {
      report.failed.push({ path: file.path, code: outcome.code, message: outcome.message })
    } else {
      report.failed.push(...failedParts(file, outcome))
      report.skipped.push(
        ...outcome.skipped.map(({ part, reason }) => ({ path: `${file.path}: ${part}`, reason })),
      )
      if (outcome.articles.length > 0) recorder.add(file, outcome)
    }
  }
  recorder.flush()
  if (!report.cancelled) job.progress({ done: files.length, total: files.length, label: '' })
}

function failedParts({ path }: GatheredFile, { failed }: ParsedFile): ImportReport['failed'] {
  return failed.map(({ part, code, message }) => ({ path: `${path}: ${part}`, code, message }))
}

/** How many files are read and parsed while others are recorded. */
const aheadFiles = 8

/** The outcome for each file, in order; a few behind it are already under way. */
function parseAhead(
  files: readonly GatheredFile[],
  optionsFor: (file: GatheredFile) => ImportOptions,
): (at: number) => Promise<ParsedFile | CasebookError> {
  const started = new Map<number, Promise<ParsedFile | CasebookError>>()
  const start = (file: GatheredFile) =>
    parseOne(file, optionsFor(file)).catch((error: unknown) => {
      if (error instanceof CasebookError && error.code.startsWith('source.')) return error
      throw error
    })
  return async (at) => {
    for (let next = at; next < Math.min(files.length, at + aheadFiles); next++) {
      const file = files[next]
      if (file !== undefined && !started.has(next)) started.set(next, start(file))
    }
    const outcome = await started.get(at)
    started.delete(at)
    if (outcome === undefined) throw new RangeError(`there is no file ${at}`)
    return outcome
  }
}

async function parseOne(file: GatheredFile, options: ImportOptions): Promise<ParsedFile> {
  const bytes = await file.readBytes()
  const label = file.storedPath === null ? null : file.name.replace(/\.[^.]+$/, '')
  const parsed = await parser.parse({
    name: file.name,
    bytes,
    pasted: file.pasted,
    options,
    label,
  })
  if (file.warnings.length === 0) return parsed
  const articles = parsed.articles.map((article) => ({
    ...article,
    warnings: [...file.warnings, ...article.warnings],
  }))
  return { ...parsed, articles }
}

const batchFiles = 64
const batchUnits = 4_000_000
const batchMilliseconds = 500

class Batch implements Recorder {
  readonly #step: OpenStep
  readonly #report: ImportReport
  #waiting: { file: GatheredFile; parsed: ParsedFile }[] = []
  #units = 0
  #since = performance.now()

  constructor(step: OpenStep, report: ImportReport) {
    this.#step = step
    this.#report = report
  }

  add(file: GatheredFile, parsed: ParsedFile): void {
    this.#waiting.push({ file, parsed })
    this.#units += parsed.articles.reduce((sum, { text }) => sum + text.length, 0)
    const isDue = performance.now() - this.#since > batchMilliseconds
    if (this.#waiting.length >= batchFiles || this.#units >= batchUnits || isDue) this.flush()
  }

  /** One transaction. The report grows only by what was committed. */
  flush(): void {
    if (this.#waiting.length === 0) return
    const { imported, duplicates } = this.#step.record((tx) => this.#recordAll(tx))
    this.#report.imported.push(...imported)
    this.#report.duplicates.push(...duplicates)
    this.#waiting = []
    this.#units = 0
    this.#since = performance.now()
  }

  #recordAll(tx: Transaction): Pick<ImportReport, 'imported' | 'duplicates'> {
    const [imported, duplicates]: [ImportReport['imported'], ImportReport['duplicates']] = [[], []]
    for (const { file, parsed } of this.#waiting) {
      const same = findSameBytes(tx.store, parsed.sha256)
      if (same === null) imported.push(...recordFile(tx, parsed, file))
      else duplicates.push({ path: file.path, of: same, kind: 'exact' })
    }
    const total = this.#report.imported.length + imported.length
    const only = total === 1 ? (imported[0] ?? this.#report.imported[0]) : undefined
    tx.describe(only ? `Imported ${only.title ?? only.label}` : `Imported ${total} sources`)
    return { imported, duplicates }
  }
}

/** Says what would be made of each file, and keeps nothing. */
class DryRun implements Recorder {
  readonly #casebook: Casebook
  readonly #report: ImportReport

  constructor(casebook: Casebook, report: ImportReport) {
    this.#casebook = casebook
    this.#report = report
  }

  add(file: GatheredFile, parsed: ParsedFile): void {
    const same = findSameBytes(this.#casebook.store, parsed.sha256)
    if (same !== null) {
      this.#report.duplicates.push({ path: file.path, of: same, kind: 'exact' })
      return
    }
    for (const article of parsed.articles) {
      const id = `source_${this.#casebook.outside.newId()}` as const
      this.#report.imported.push(importedFrom(id, file.path, article))
    }
  }

  flush(): void {}
}
