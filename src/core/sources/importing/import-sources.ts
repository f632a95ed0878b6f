import { CasebookError } from '#contract/failure.ts'
import type { ImportItem, ImportOptions, ImportReport } from '#contract/importing.ts'
import type { Casebook } from '../../casebook/casebook.ts'
import type { Job } from '../../handlers.ts'
import type { CarryHighlights } from '../copies/versions.ts'
import { withSettings } from '../library/source-settings.ts'
import type { PackedPart } from '../parsing/packed-file.ts'
import { type GatheredFile, gatherFiles } from './gather.ts'
import { Batch, DryRun, type Recorder } from './import-batch.ts'
import { ImportProgress } from './import-progress.ts'
import { isOfTheFile, ParsedAhead } from './parsed-ahead.ts'

export interface ImportInput {
  readonly items: ImportItem[]
  readonly options?: ImportOptions | undefined
  readonly fileOptions?: Readonly<Record<string, ImportOptions>> | undefined
}

/**
 * The import: files are read and parsed one after the other, outside any transaction, and recorded in batches of whole files; one with
 * very many articles in batches of whole articles, and what is missing of it comes in when it is imported again. All batches are one
 * undo step. What a batch has recorded stays, also when the import is cancelled, the disk full or the program
 * killed.
 * @param carry takes the highlights of a version along to a newer one
 * @throws CasebookError disk.full, disk.failed where nothing was recorded before
 */
export async function importSources(
  casebook: Casebook,
  { items, options: given = {}, fileOptions = {} }: ImportInput,
  job: Job,
  carry: CarryHighlights,
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
    await parseAll(files, optionsFor, job, report, new DryRun(casebook, report, optionsFor))
    return report
  }
  const step = casebook.openStep('sources.import')
  try {
    await parseAll(files, optionsFor, job, report, new Batch(step, report, optionsFor, carry))
  } catch (error) {
    if (!isFullDisk(error) || report.imported.length === 0) throw error
    report.stopped = { code: error.code, message: error.message }
  } finally {
    step.end()
  }
  return report
}

/** What was committed before stays, so the report of it must not be lost. */
function isFullDisk(error: unknown): error is CasebookError {
  return error instanceof CasebookError && error.code.startsWith('disk.')
}

interface Import {
  readonly job: Job
  readonly report: ImportReport
  readonly recorder: Recorder
  readonly progress: ImportProgress
}

async function parseAll(
  files: readonly GatheredFile[],
  optionsFor: (file: GatheredFile) => ImportOptions,
  job: Job,
  report: ImportReport,
  recorder: Recorder,
): Promise<void> {
  const ahead = new ParsedAhead(files, optionsFor)
  const progress = new ImportProgress(job, files.length)
  try {
    for (const file of files) {
      report.cancelled = job.signal.aborted
      if (!report.cancelled) await takeFile(file, ahead.next(), { job, report, recorder, progress })
      if (report.cancelled) break
    }
  } finally {
    ahead.stop()
  }
  recorder.flush()
  if (!report.cancelled) progress.end()
}

/** A file of many parts can be cancelled between two of them. */
async function takeFile(
  file: GatheredFile,
  parts: AsyncIterable<PackedPart>,
  { job, report, recorder, progress }: Import,
): Promise<void> {
  progress.begin(file.name)
  let articles = 0
  try {
    for await (const part of parts) {
      articles += part.articles.length
      report.failed.push(...failedParts(file, part))
      report.skipped.push(...skippedParts(file, part))
      if (part.articles.length > 0) recorder.add(file, part)
      progress.take(part)
      report.cancelled = !part.isLast && job.signal.aborted
      if (report.cancelled) return
    }
  } catch (error) {
    if (!isOfTheFile(error)) throw error
    const only = articles > 0 ? ` Only its first ${articles.toLocaleString('en-GB')} articles were read.` : ''
    report.failed.push({ path: file.path, code: error.code, message: error.message + only })
  }
  progress.endFile()
}

function failedParts({ path }: GatheredFile, { failed }: PackedPart): ImportReport['failed'] {
  return failed.map(({ part, code, message }) => ({ path: `${path}: ${part}`, code, message }))
}

function skippedParts({ path }: GatheredFile, { skipped }: PackedPart): ImportReport['skipped'] {
  return skipped.map(({ part, reason }) => ({ path: `${path}: ${part}`, reason }))
}
