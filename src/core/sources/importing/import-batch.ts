import type { ImportedSource, ImportOptions, ImportReport } from '#contract/importing.ts'
import type { Casebook, OpenStep, Transaction } from '../../casebook/casebook.ts'
import { type CarryHighlights, joinVersion } from '../copies/versions.ts'
import { type PackedFile, releaseFile } from '../parsing/packed-file.ts'
import type { GatheredFile } from './gather.ts'
import { judgeArticle, tellJudgement } from './judge-article.ts'
import { findSameBytes, importedFrom, keepOriginal, recordArticle } from './record-source.ts'
import { holdYoungGeneration } from './young-generation.ts'

/** What becomes of parsed files: recorded in batches of whole files, or only told. The report grows by what is certain. */
export interface Recorder {
  add(file: GatheredFile, parsed: PackedFile): void
  flush(): void
}

/** What the analyst said about a file. */
export type OptionsFor = (file: GatheredFile) => ImportOptions

/** The part of the report that speaks of what was kept. */
type Kept = Pick<ImportReport, 'imported' | 'duplicates' | 'versions' | 'possibleVersions'>

const emptyKept = (): Kept => ({ imported: [], duplicates: [], versions: [], possibleVersions: [] })

function addTo(all: Kept, more: Partial<Kept>): void {
  all.imported.push(...(more.imported ?? []))
  all.duplicates.push(...(more.duplicates ?? []))
  all.versions.push(...(more.versions ?? []))
  all.possibleVersions.push(...(more.possibleVersions ?? []))
}

// Each batch leaves a segment of the index of words that is merged later: few large ones cost half of many small ones.
const batchFiles = 512
const batchUnits = 4_000_000
const batchMilliseconds = 1_500

export class Batch implements Recorder {
  readonly #step: OpenStep
  readonly #report: ImportReport
  readonly #optionsFor: OptionsFor
  readonly #carry: CarryHighlights
  #waiting: { file: GatheredFile; parsed: PackedFile }[] = []
  #units = 0
  #since = performance.now()

  constructor(step: OpenStep, report: ImportReport, optionsFor: OptionsFor, carry: CarryHighlights) {
    this.#step = step
    this.#report = report
    this.#optionsFor = optionsFor
    this.#carry = carry
  }

  add(file: GatheredFile, parsed: PackedFile): void {
    this.#waiting.push({ file, parsed })
    this.#units += parsed.articles.reduce((sum, { text }) => sum + text.length, 0)
    const isDue = performance.now() - this.#since > batchMilliseconds
    if (this.#waiting.length >= batchFiles || this.#units >= batchUnits || isDue) this.flush()
  }

  /** One transaction. The report grows only by what was committed. */
  flush(): void {
    if (this.#waiting.length === 0) return
    addTo(
      this.#report,
      this.#step.record((tx) => this.#recordAll(tx)),
    )
    for (const { parsed } of this.#waiting) releaseFile(parsed)
    holdYoungGeneration()
    this.#waiting = []
    this.#units = 0
    this.#since = performance.now()
  }

  #recordAll(tx: Transaction): Kept {
    const kept = emptyKept()
    for (const { file, parsed } of this.#waiting) addTo(kept, this.#recordFile(tx, file, parsed))
    const total = this.#report.imported.length + kept.imported.length
    const only = total === 1 ? (kept.imported[0] ?? this.#report.imported[0]) : undefined
    tx.describe(only ? `Imported ${only.title ?? only.label}` : `Imported ${total} sources`)
    return kept
  }

  #recordFile(tx: Transaction, file: GatheredFile, parsed: PackedFile): Partial<Kept> {
    const same = findSameBytes(tx.store, parsed.sha256)
    if (same !== null) return { duplicates: [{ path: file.path, of: same, kind: 'exact' }] }
    keepOriginal(tx.store, parsed)
    const kept = emptyKept()
    for (const article of parsed.articles) {
      const facts = { path: file.path, storedPath: file.storedPath, sha256: parsed.sha256 }
      const judged = judgeArticle(tx.store, article, facts, this.#optionsFor(file))
      const source = recordArticle(tx, parsed, article, file)
      const { older } = judged.versions
      if (older !== null) this.#carry(tx, joinVersion(tx, { newer: source.id, older: older.id }).pairs)
      addTo(kept, { imported: [source], ...tellJudgement(judged, source.id, file.path) })
    }
    return kept
  }
}

/** Says what would be made of each file, and keeps nothing. */
export class DryRun implements Recorder {
  readonly #casebook: Casebook
  readonly #report: ImportReport
  readonly #optionsFor: OptionsFor

  constructor(casebook: Casebook, report: ImportReport, optionsFor: OptionsFor) {
    this.#casebook = casebook
    this.#report = report
    this.#optionsFor = optionsFor
  }

  add(file: GatheredFile, parsed: PackedFile): void {
    const { store, outside } = this.#casebook
    const same = findSameBytes(store, parsed.sha256)
    if (same !== null) {
      this.#report.duplicates.push({ path: file.path, of: same, kind: 'exact' })
      return
    }
    for (const article of parsed.articles) {
      const facts = { path: file.path, storedPath: file.storedPath, sha256: parsed.sha256 }
      const judged = judgeArticle(store, article, facts, this.#optionsFor(file))
      const source: ImportedSource = importedFrom(`source_${outside.newId()}`, file.path, article)
      addTo(this.#report, { imported: [source], ...tellJudgement(judged, source.id, file.path) })
    }
    releaseFile(parsed)
  }

  flush(): void {}
}
