import { setImmediate as turn } from 'node:timers/promises'
import type { Place, SharedText } from '#contract/copies.ts'
import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import { eachPossibleFingerprint } from '#text/fingerprints.ts'
import { type Casebook, readText, type Store } from '../../casebook/casebook.ts'
import type { Job } from '../../handlers.ts'
import { rowOf } from '../library/read-sources.ts'
import { zonesOf } from './likeness.ts'
import { unpackPrints } from './prints.ts'
import { type Sentence, sharedRuns, wordsOf } from './shared-runs.ts'
import { sentencesWith, type TextUnit, unitsOf } from './text-units.ts'

/**
 * Sentences, quotations and captions that several sources have, whole or in large part (`shared-runs.ts` says how large). The index of shingles tells which texts can have any; those are
 * read one by one, and of their sentences only a number each is kept, until two of different articles agree.
 */

interface Wanted {
  readonly source?: SourceId | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** @throws CasebookError source.not-found, job.cancelled */
export async function sharedTexts(
  { store }: Casebook,
  { source, offset = 0, limit }: Wanted,
  job: Job,
): Promise<{ total: number; items: SharedText[] }> {
  const only = source === undefined ? null : rowOf(store, source)
  const repeated = findRepeatedPrints(store, only?.text ?? null)
  const { whole, sentences } = await readUnits(store, repeated, job)
  const parts = sharedRuns(sentences, keptWords(store))
  const shared = withoutParts(
    [...whole.values(), ...parts].filter(
      (group) =>
        new Set(group.map(({ article }) => article)).size > 1 &&
        (source === undefined || group.some((unit) => unit.source === source)),
    ),
  ).toSorted(byWidth)
  const page = shared.slice(offset, limit === undefined ? undefined : offset + limit)
  return { total: shared.length, items: page.map((group) => tell(store, group)) }
}

/** Those that most sources have first, then as they came in. */
function byWidth(a: readonly SharedUnit[], b: readonly SharedUnit[]): number {
  const [one, other] = [a[0], b[0]]
  if (a.length !== b.length || one === undefined || other === undefined) return b.length - a.length
  return one.key - other.key || one.start - other.start
}

/**
 * The fingerprints that more than one text has (of those that `only` has, where it is given). A few that one text alone has may
 * be among them: they are counted in two rows of bits, which have room for less than all 32 bits of each.
 */
function findRepeatedPrints(store: Store, only: number | null): { has(print: number): boolean } {
  if (only !== null) {
    const own = store.get<{ prints: Uint8Array }>('SELECT prints FROM shingles WHERE text = ?', only)
    return new Set(unpackPrints(own?.prints ?? new Uint8Array()))
  }
  const [once, again] = [new Uint8Array(BITS / 8), new Uint8Array(BITS / 8)]
  for (const { prints } of eachPrints(store)) {
    for (const print of unpackPrints(prints)) {
      const [at, bit] = [(print % BITS) >>> 3, 1 << (print & 7)]
      if (((once[at] ?? 0) & bit) === 0) once[at] = (once[at] ?? 0) | bit
      else again[at] = (again[at] ?? 0) | bit
    }
  }
  return { has: (print) => ((again[(print % BITS) >>> 3] ?? 0) & (1 << (print & 7))) !== 0 }
}

/** 16 MB each: of the fingerprints of 100,000 articles about one in six is read in vain. */
const BITS = 2 ** 27

function eachPrints(store: Store): Iterable<{ text: number; prints: Uint8Array }> {
  return store.each(
    'SELECT text, prints FROM shingles WHERE EXISTS (SELECT 1 FROM sources WHERE sources.text = shingles.text)',
  )
}

/** A sentence of a source that another may have too. */
export interface SharedUnit extends TextUnit {
  readonly key: number
  readonly source: SourceId
  /** The oldest version of it: a chain of versions is one article. */
  readonly article: number
}

const atOnce = 100

interface UnitsRead {
  /** By their words: what stands whole in several texts. */
  readonly whole: ReadonlyMap<number, SharedUnit[]>
  /** What may stand in several in part. */
  readonly sentences: readonly Sentence[]
}

async function readUnits(
  store: Store,
  repeated: { has(print: number): boolean },
  job: Job,
): Promise<UnitsRead> {
  const texts = textsWith(store, repeated)
  const groups = new Map<number, SharedUnit[]>()
  const sentences: Sentence[] = []
  for (const [done, text] of texts.entries()) {
    if (done % atOnce === 0) {
      job.progress({ done, total: texts.length, label: 'shared sentences' })
      await turn()
      if (job.signal.aborted)
        throw new CasebookError('job.cancelled', 'Stopped before all sources were compared.')
    }
    const found = unitsIn(store, text, repeated)
    sentences.push(...found.sentences)
    for (const unit of found.units) {
      const group = groups.get(unit.hash)
      if (group === undefined) groups.set(unit.hash, [unit])
      else group.push(unit)
    }
  }
  return { whole: groups, sentences }
}

/** Texts whose words are kept while sentences are compared: those of one print stand near each other. */
const textsKept = 200

function keptWords(store: Store): (sentence: Sentence) => ReturnType<typeof wordsOf> {
  const texts = new Map<number, string>()
  return (sentence) => {
    const text = texts.get(sentence.key) ?? readText(store, rowOf(store, sentence.source).text)
    if (texts.size >= textsKept) texts.clear()
    texts.set(sentence.key, text)
    return wordsOf(text, sentence)
  }
}

function textsWith(store: Store, repeated: { has(print: number): boolean }): number[] {
  const texts: number[] = []
  for (const { text, prints } of eachPrints(store)) {
    if (unpackPrints(prints).some((print) => repeated.has(print))) texts.push(text)
  }
  return texts
}

interface SourceOfText {
  readonly key: number
  readonly id: SourceId
  readonly zones: string
  readonly replaces: number | null
}

function unitsIn(
  store: Store,
  key: number,
  repeated: { has(print: number): boolean },
): { units: SharedUnit[]; sentences: Sentence[] } {
  const text = readText(store, key)
  const [places, prints]: [number[], number[]] = [[], []]
  eachPossibleFingerprint(text, (print, start) => {
    if (!repeated.has(print)) return
    places.push(start)
    prints.push(print)
  })
  const sources = store.all<SourceOfText>(
    'SELECT key, id, zones, replaces FROM sources WHERE text = ? ORDER BY key',
    key,
  )
  const [units, inPart]: [SharedUnit[], Sentence[]] = [[], []]
  for (const source of sources) {
    const whose = { key: source.key, source: source.id, article: oldestOf(store, source) }
    const zones = zonesOf(source.zones)
    for (const unit of unitsOf(text, zones, places)) units.push({ ...unit, ...whose })
    for (const { from, to, ...unit } of sentencesWith(text, zones, places))
      inPart.push({ ...unit, ...whose, prints: prints.slice(from, to) })
  }
  return { units, sentences: inPart }
}

function oldestOf(store: Store, { key, replaces }: Pick<SourceOfText, 'key' | 'replaces'>): number {
  let [oldest, before] = [key, replaces]
  while (before !== null) {
    oldest = before
    before =
      store.get<{ replaces: number | null }>('SELECT replaces FROM sources WHERE key = ?', oldest)
        ?.replaces ?? null
  }
  return oldest
}

/** A quotation whose whole sentence is shared by the same sources says nothing more. */
function withoutParts(groups: readonly SharedUnit[][]): SharedUnit[][] {
  const longestFirst = groups.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const covered = new Map<number, SharedUnit[]>()
  return longestFirst.filter((group) => {
    const isPart = group.every((unit) =>
      covered.get(unit.key)?.some(({ start, end }) => start <= unit.start && unit.end <= end),
    )
    if (isPart) return false
    for (const unit of group) covered.set(unit.key, [...(covered.get(unit.key) ?? []), unit])
    return true
  })
}

function lengthOf([unit]: readonly SharedUnit[]): number {
  return unit === undefined ? 0 : unit.end - unit.start
}

function tell(store: Store, group: readonly SharedUnit[]): SharedText {
  const occurrences = group
    .toSorted((a, b) => a.key - b.key || a.start - b.start)
    .map(({ source, start, end }): Place => ({ source, start, end }))
  const [first] = occurrences
  if (first === undefined) throw new Error('a shared sentence stands nowhere')
  return { text: readText(store, rowOf(store, first.source).text).slice(first.start, first.end), occurrences }
}
