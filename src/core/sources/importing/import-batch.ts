import type { SourceId } from '#contract/ids.ts'
import type { ImportedSource, ImportOptions, ImportReport } from '#contract/importing.ts'
import type { Casebook, OpenStep, Transaction } from '../../casebook/casebook.ts'
import { type CarryHighlights, joinVersion } from '../copies/versions.ts'
import { type PackedPart, releasePart } from '../parsing/packed-file.ts'
import type { GatheredFile } from './gather.ts'
import { judgeArticle, tellJudgement } from './judge-article.ts'
import { findSameBytes, importedFrom, keepOriginal, knownParts, recordArticle } from './record-source.ts'
import { holdYoungGeneration } from './young-generation.ts'

/**
 * What becomes of parsed files: recorded in batches of whole files (of one with very many articles, in batches of whole articles), or
 * only told. The report grows by what is certain.
 */
export interface Recorder {
  add(file: GatheredFile, part: PackedPart): void
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
const batchArticles = 512
const batchUnits = 4_000_000
const batchMilliseconds = 1_500

export class Batch implements Recorder {
  readonly #step: OpenStep
  readonly #report: ImportReport
  readonly #optionsFor: OptionsFor
  readonly #carry: CarryHighlights
  #waiting: { file: GatheredFile; part: PackedPart }[] = []
  #articles = 0
  #units = 0
  /** The file whose parts are being recorded: what the casebook held of it before, and how many articles are new. */
  #file = { sameBytes: null as SourceId | null, known: new Set() as ReadonlySet<string | null>, taken: 0 }
  #since = performance.now()

  constructor(step: OpenStep, report: ImportReport, optionsFor: OptionsFor, carry: CarryHighlights) {
    this.#step = step
    this.#report = report
    this.#optionsFor = optionsFor
    this.#carry = carry
  }

  add(file: GatheredFile, part: PackedPart): void {
    this.#waiting.push({ file, part })
    this.#articles += part.articles.length
    this.#units += part.articles.reduce((sum, { text }) => sum + text.length, 0)
    const isDue = performance.now() - this.#since > batchMilliseconds
    if (this.#articles >= batchArticles || this.#units >= batchUnits || isDue) this.flush()
  }

  /** One transaction. The report grows only by what was committed. */
  flush(): void {
    if (this.#waiting.length === 0) return
    addTo(
      this.#report,
      this.#step.record((tx) => this.#recordAll(tx)),
    )
    for (const { part } of this.#waiting) releasePart(part)
    holdYoungGeneration()
    this.#waiting = []
    this.#articles = 0
    this.#units = 0
    this.#since = performance.now()
  }

  #recordAll(tx: Transaction): Kept {
    const kept = emptyKept()
    for (const { file, part } of this.#waiting) addTo(kept, this.#recordPart(tx, file, part))
    const total = this.#report.imported.length + kept.imported.length
    const only = total === 1 ? (kept.imported[0] ?? this.#report.imported[0]) : undefined
    tx.describe(only ? `Imported ${only.title ?? only.label}` : `Imported ${total} sources`)
    return kept
  }

  /** What is there already of the same bytes stays as it is; what is missing of them (an import was cancelled) comes in. */
  #recordPart(tx: Transaction, file: GatheredFile, part: PackedPart): Partial<Kept> {
    const { sha256 } = part
    if (part.original !== null) {
      const sameBytes = findSameBytes(tx.store, sha256)
      this.#file = {
        sameBytes,
        known: sameBytes === null ? new Set() : knownParts(tx.store, sha256),
        taken: 0,
      }
    }
    const { sameBytes, known } = this.#file
    const articles = known.size === 0 ? part.articles : part.articles.filter((one) => !known.has(one.part))
    this.#file.taken += articles.length
    if (sameBytes !== null && part.isLast && this.#file.taken === 0)
      return { duplicates: [{ path: file.path, of: sameBytes, kind: 'exact' }] }
    keepOriginal(tx.store, part)
    const kept = emptyKept()
    for (const article of articles) {
      const facts = { path: file.path, storedPath: file.storedPath, sha256 }
      const judged = judgeArticle(tx.store, article, facts, this.#optionsFor(file))
      const source = recordArticle(tx, part, article, file)
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

  add(file: GatheredFile, part: PackedPart): void {
    const { store, outside } = this.#casebook
    const { sha256 } = part
    const same = findSameBytes(store, sha256)
    const known = same === null ? new Set<string | null>() : knownParts(store, sha256)
    const articles = part.articles.filter((one) => !known.has(one.part))
    if (same !== null && articles.length === 0 && part.isLast)
      this.#report.duplicates.push({ path: file.path, of: same, kind: 'exact' })
    for (const article of articles) {
      const facts = { path: file.path, storedPath: file.storedPath, sha256 }
      const judged = judgeArticle(store, article, facts, this.#optionsFor(file))
      const source: ImportedSource = importedFrom(`source_${outside.newId()}`, file.path, article)
      addTo(this.#report, { imported: [source], ...tellJudgement(judged, source.id, file.path) })
    }
    releasePart(part)
  }

  flush(): void {}
}
