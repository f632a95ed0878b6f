import { CasebookError } from '#contract/failure.ts'
import type { ImportItem, ImportOptions, ImportReport } from '#contract/importing.ts'
import type { Casebook } from '../../casebook/casebook.ts'
import type { Job } from '../../handlers.ts'
import type { CarryHighlights } from '../copies/versions.ts'
import { withSettings } from '../library/source-settings.ts'
import type { PackedFile } from '../parsing/packed-file.ts'
import { type ParseOrder, parser } from '../parsing/parser.ts'
import { type GatheredFile, gatherFiles } from './gather.ts'
import { Batch, DryRun, type Recorder } from './import-batch.ts'

export interface ImportInput {
  readonly items: ImportItem[]
  readonly options?: ImportOptions | undefined
  readonly fileOptions?: Readonly<Record<string, ImportOptions>> | undefined
}

/**
 * The import: files are read and parsed one after the other, outside any transaction, and recorded in batches of whole files.
 * All batches are one undo step. What a batch has recorded stays, also when the import is cancelled, the disk full or the program
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

async function parseAll(
  files: readonly GatheredFile[],
  optionsFor: (file: GatheredFile) => ImportOptions,
  job: Job,
  report: ImportReport,
  recorder: Recorder,
): Promise<void> {
  const nextOutcome = parseAhead(files, optionsFor)
  for (const [done, file] of files.entries()) {
    if (job.signal.aborted) {
      report.cancelled = true
      break
    }
    job.progress({ done, total: files.length, label: file.name })
    const outcome = await nextOutcome()
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

function failedParts({ path }: GatheredFile, { failed }: PackedFile): ImportReport['failed'] {
  return failed.map(({ part, code, message }) => ({ path: `${path}: ${part}`, code, message }))
}

/**
 * So much is read and parsed while others are recorded: enough to keep the parser busy while a batch is committed, and no more than
 * memory holds with ease, whatever the size of the files.
 */
const aheadFiles = 512
const aheadBytes = 4 * 1024 * 1024

interface UnderWay {
  readonly size: number
  readonly outcome: Promise<PackedFile | CasebookError>
}

/** The outcome for each file, in order; those behind it are already under way. */
function parseAhead(
  files: readonly GatheredFile[],
  optionsFor: (file: GatheredFile) => ImportOptions,
): () => Promise<PackedFile | CasebookError> {
  const underWay: UnderWay[] = []
  let [next, bytes] = [0, 0]
  return async () => {
    while (underWay.length === 0 || (underWay.length < aheadFiles && bytes < aheadBytes)) {
      const file = files[next]
      if (file === undefined) break
      const started = startParsing(file, optionsFor(file))
      underWay.push(started)
      bytes += started.size
      next += 1
    }
    const first = underWay.shift()
    if (first === undefined) throw new RangeError('all files were taken apart already')
    const outcome = await first.outcome
    bytes -= first.size
    return outcome
  }
}

function startParsing(file: GatheredFile, options: ImportOptions): UnderWay {
  try {
    const content = file.content()
    const size = content instanceof Uint8Array ? content.length : content.size
    return { size, outcome: parseOne(file, content, options).catch(ofTheFile) }
  } catch (error) {
    return { size: 0, outcome: Promise.resolve(ofTheFile(error)) }
  }
}

/** What is wrong with a file is its outcome; all else ends the import. */
function ofTheFile(error: unknown): CasebookError {
  if (error instanceof CasebookError && error.code.startsWith('source.')) return error
  throw error
}

/** @throws CasebookError source.* in one sentence that says why not */
export async function parseOne(
  file: GatheredFile,
  content: ParseOrder['content'],
  options: ImportOptions,
): Promise<PackedFile> {
  const { name, pasted } = file
  const label = file.storedPath === null ? null : name.replace(/\.[^.]+$/, '')
  const parsed = await parser.parse({ name, content, pasted, options, label })
  if (file.warnings.length === 0) return parsed
  const articles = parsed.articles.map((article) => ({
    ...article,
    warnings: [...file.warnings, ...article.warnings],
  }))
  return { ...parsed, articles }
}
