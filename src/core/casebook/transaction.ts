import type { Holder } from '#contract/casebook.ts'
import type { Station } from '#contract/engine.ts'
import type { IdPrefix } from '#contract/ids.ts'
import type { Outside } from '../outside.ts'
import { type BroughtWords, bringWords, type SourceWords } from './refresh-index.ts'
import type { Store } from './store.ts'
import type { TouchedSets } from './touched.ts'

/** What the stations are handed: something to read from, and, in a command, something to write with. */

/** The file that is open, and whether this program may write to it. */
export interface CasebookFile {
  readonly path: string
  /** The file's name without its ending. */
  readonly name: string
  readonly readOnly: boolean
  /** Who holds it, where another program does. */
  readonly heldBy: Holder | null
}

/** What a question may use: a store to read from, and the world. */
export interface Reading {
  readonly file: CasebookFile
  readonly store: Store
  readonly outside: Outside
}

/** What a command works with: everything it writes becomes one step. */
export interface Transaction extends Reading {
  /** The moment of the command, ISO 8601 in UTC. The same for everything it writes. */
  readonly now: string
  newId<P extends IdPrefix>(prefix: P): `${P}_${string}`
  /** The line of history, in words: `Linked 12 passages to Tom Barrack`. Every command says one. */
  describe(title: string): void
  /** What changed, for those who keep copies. */
  touch(station: Station, ids: Iterable<string>): void
  /** The words of a source that was just inserted, for the index: whoever has cut them already spares it doing so again. */
  bringWords(source: number, words: SourceWords): void
  /** Makes this step one with the last, if that had the same words and was a moment ago. */
  mergeWith(words: string): void
}

/** A step that long work fills piece by piece. */
export interface OpenStep {
  record<T>(run: (tx: Transaction) => T): T
  end(): void
}

/** What a command says of itself while it runs. */
export interface StepWords {
  title: string
  /** Equal words of two steps make them one; null: this one stands for itself. */
  merge: string | null
}

/** What a command names and brings along, for when it is done. */
export interface Gathering {
  readonly touched: TouchedSets
  readonly brought: BroughtWords
}

/** @param gathering filled while the command runs */
export function transactionOn(
  reading: Reading,
  now: string,
  { touched, brought }: Gathering,
  words: StepWords,
): Transaction {
  const { file, store, outside } = reading
  return {
    file,
    store,
    outside,
    now,
    newId: (prefix) => `${prefix}_${outside.newId()}`,
    describe: (title) => {
      words.title = title
    },
    touch: (station, ids) => {
      const known = touched.get(station) ?? new Set()
      for (const id of ids) known.add(id)
      touched.set(station, known)
    },
    bringWords: (source, cut) => bringWords(store, brought, source, cut),
    mergeWith: (merge) => {
      words.merge = merge
    },
  }
}
