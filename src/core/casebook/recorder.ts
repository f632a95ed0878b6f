import type { Step } from '#contract/casebook.ts'
import { type EngineEvent, stations } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import { diskFailure } from './disk-failure.ts'
import { beginStep, finishStep, installJournal, nextStep, swapStep } from './journal.ts'
import { refreshIndex } from './refresh-index.ts'
import { addTouched, named, type Touched, type TouchedSets } from './touched.ts'
import {
  type Gathering,
  type OpenStep,
  type Reading,
  type StepWords,
  type Transaction,
  transactionOn,
} from './transaction.ts'

/**
 * The one way in which a casebook changes: alone, in one transaction, as one undo step, with one announcement. On
 * failure there is none of the four.
 */
export class Recorder {
  readonly #on: Reading
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  /** The step that the journal's triggers write to; null while nothing is recorded. */
  #step: number | null = null
  #openSteps = 0

  constructor(on: Reading) {
    this.#on = on
    if (!on.file.readOnly) installJournal(on.store, () => this.#step)
  }

  /** @see Casebook.record */
  record<T>(call: string, run: (tx: Transaction) => T): T {
    this.#mustWrite()
    return this.#announcing((gathering) => {
      const now = this.#now()
      return this.#recording(beginStep(this.#on.store, call, now), now, gathering, run).result
    })
  }

  /** @see Casebook.openStep */
  openStep(call: string): OpenStep {
    this.#mustWrite()
    const now = this.#now()
    let step: number | null = null
    this.#openSteps++
    return {
      record: (run) => {
        const recorded = this.#announcing((gathering) => {
          const begun = step ?? beginStep(this.#on.store, call, now)
          return { begun, ...this.#recording(begun, now, gathering, run) }
        })
        // Only what was committed is there to go on with: not the step of a part that failed or that changed nothing.
        step = recorded.stands ? recorded.begun : null
        return recorded.result
      },
      end: () => {
        this.#openSteps--
      },
    }
  }

  /** @see Casebook.undo */
  swap(direction: 'undo' | 'redo', steps: number): Step[] {
    this.#mustWrite()
    if (this.#openSteps > 0) {
      throw new CasebookError(
        'undo.busy',
        'Something long is still running: cancel it or let it finish, then undo.',
      )
    }
    return this.#announcing(({ touched }) => {
      this.#on.store.db.pragma('defer_foreign_keys = ON')
      const swapped: Step[] = []
      while (swapped.length < steps) {
        const next = this.#swapNext(direction, touched)
        if (next === null) break
        swapped.push(next)
      }
      if (swapped.length > 0) return swapped
      throw direction === 'undo'
        ? new CasebookError('undo.nothing', 'There is nothing to undo.')
        : new CasebookError('redo.nothing', 'There is nothing to redo.')
    })
  }

  /** @returns its own undo */
  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #swapNext(direction: 'undo' | 'redo', touched: TouchedSets): Step | null {
    const next = nextStep(this.#on.store, direction)
    if (next === undefined) return null
    swapStep(this.#on.store, next.step, direction)
    addTouched(touched, JSON.parse(next.touched) as Touched)
    const state = direction === 'undo' ? 'undone' : 'done'
    return { step: next.step, at: next.at, title: next.title, state }
  }

  #recording<T>(
    step: number,
    now: string,
    gathering: Gathering,
    run: (tx: Transaction) => T,
  ): { result: T; stands: boolean } {
    const words: StepWords = { title: '', merge: null }
    this.#step = step
    try {
      const result = run(transactionOn(this.#on, now, gathering, words))
      this.#step = null
      const stands = finishStep(this.#on.store, { step, at: now, words, touched: gathering.touched })
      return { result, stands }
    } finally {
      this.#step = null
    }
  }

  /** One transaction, then the announcement of what it touched; on failure neither. */
  #announcing<T>(run: (gathering: Gathering) => T): T {
    const gathering: Gathering = { touched: new Map(), brought: new Map() }
    const result = this.#transact(gathering, run)
    for (const station of stations) {
      const ids = gathering.touched.get(station)
      if (ids !== undefined) this.#announce({ name: `${station}.changed`, ids: named(ids) })
    }
    this.#announce({ name: 'casebook.changed', ids: null })
    return result
  }

  #transact<T>(gathering: Gathering, run: (gathering: Gathering) => T): T {
    const { store, file } = this.#on
    try {
      return store.db
        .transaction(() => {
          const result = run(gathering)
          refreshIndex(store, gathering.brought)
          return result
        })
        .immediate()
    } catch (error) {
      const failure = diskFailure(error, file.path)
      if (failure instanceof CasebookError && failure.code.startsWith('disk.')) {
        this.#announce({ name: 'casebook.saveFailed', message: failure.message })
      }
      throw failure
    }
  }

  #announce(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  #now(): string {
    return this.#on.outside.now().toISOString()
  }

  #mustWrite(): void {
    const { name, path, readOnly } = this.#on.file
    if (readOnly) throw new CasebookError('casebook.read-only', `${name} is open for reading only.`, { path })
  }
}
