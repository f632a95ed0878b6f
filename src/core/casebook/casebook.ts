import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type Database from 'better-sqlite3'
import type { Holder, Step } from '#contract/casebook.ts'
import type { EngineEvent, Station } from '#contract/engine.ts'
import { stations } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { IdPrefix } from '#contract/ids.ts'
import type { Outside } from '../outside.ts'
import { diskFailure } from './disk-failure.ts'
import {
  closeWhole,
  inspectFile,
  makeEmptyFile,
  migrate,
  openForReading,
  openForWriting,
  refuseUnwritable,
} from './file.ts'
import { claimCasebook, type Hold, holderOf } from './hold.ts'
import {
  beginStep,
  forgetOldest,
  forgetUndone,
  installJournal,
  isEmptyStep,
  nextStep,
  removeStep,
  swapStep,
  type Touched,
} from './journal.ts'
import { formatVersion } from './migrations/migrations.ts'
import { refreshIndex } from './refresh-index.ts'
import { Store } from './store.ts'

export { checkFile } from './check-file.ts'
export { placeholders, Store, type Value } from './store.ts'

/** SQL functions that triggers of the file call; every connection that writes must have them. */
export type SqlFunctions = Readonly<
  Record<string, (...values: never[]) => string | number | Uint8Array | null>
>

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
  /** Makes this step one with the last, if that had the same words and was a moment ago. */
  mergeWith(words: string): void
}

export interface OpenOptions {
  readonly outside: Outside
  readonly functions?: SqlFunctions
  /** Open for reading where another program holds the file, or where it cannot be written to. */
  readonly readOnly?: boolean
}

/** Steps with the same merge words within this time are one. */
const mergeWithin = 30_000
/** More ids than this are announced as "many". */
const touchedLimit = 1_000

/**
 * One open casebook file. Questions read from `store`; everything that changes goes through `record`, which runs
 * alone, as one transaction, one undo step and one announcement.
 */
export class Casebook implements Reading {
  readonly file: CasebookFile
  readonly store: Store
  readonly outside: Outside
  readonly #hold: Hold | null
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  #step: number | null = null
  #openSteps = 0

  private constructor(
    path: string,
    db: Database.Database,
    options: OpenOptions,
    hold: Hold | null,
    heldBy: Holder | null,
  ) {
    const name = basename(path).replace(/\.casebook$/, '')
    this.file = { path, name, readOnly: hold === null, heldBy }
    this.store = new Store(db)
    this.outside = options.outside
    this.#hold = hold
    if (hold !== null) installJournal(this.store, () => this.#step)
  }

  /**
   * Makes a new, empty casebook.
   * @throws CasebookError casebook.exists, casebook.not-found (its folder), casebook.held, disk.full, disk.failed
   */
  static create(path: string, options: OpenOptions): Casebook {
    const full = resolve(path)
    refuseMissingFolder(full)
    refuseExisting(full)
    let made = false
    try {
      return Casebook.#openHeld(full, options, () => {
        // Another program may have made it before the claim was ours.
        refuseExisting(full)
        makeEmptyFile(full, (db) => addFunctions(db, options.functions))
        made = true
      })
    } catch (error) {
      if (made) for (const ending of ['', '-wal', '-shm']) rmSync(full + ending, { force: true })
      throw diskFailure(error, full)
    }
  }

  /**
   * @throws CasebookError casebook.not-found, casebook.not-one, casebook.newer, casebook.held (unless `readOnly`),
   * casebook.damaged, casebook.read-only
   */
  static open(path: string, options: OpenOptions): Casebook {
    const full = resolve(path)
    const isOld = inspectFile(full).formatVersion < formatVersion
    try {
      if (options.readOnly !== true) {
        refuseUnwritable(full)
        return Casebook.#openHeld(full, options)
      }
      // Questions are written for the newest format: an older file is brought to it first.
      if (isOld) Casebook.#openHeld(full, options).close()
      return Casebook.#openReading(full, options)
    } catch (error) {
      throw diskFailure(error, full)
    }
  }

  static #openReading(path: string, options: OpenOptions): Casebook {
    const db = openForReading(path)
    addFunctions(db, options.functions)
    return new Casebook(path, db, options, null, holderOf(path))
  }

  /** `prepare` runs when the claim is taken, before the file is opened. */
  static #openHeld(path: string, options: OpenOptions, prepare: () => void = () => {}): Casebook {
    const claim = claimCasebook(path, options.outside)
    if (!claim.held) throw heldFailure(path, claim.by)
    let db: Database.Database | null = null
    try {
      prepare()
      db = openForWriting(path)
      addFunctions(db, options.functions)
      migrate(db, path)
      // What another program wrote into the file is not found before.
      refreshIndex(new Store(db))
      return new Casebook(path, db, options, claim.hold, null)
    } catch (error) {
      db?.close()
      claim.hold.release()
      throw error
    }
  }

  /**
   * Runs a command: one transaction, one step, one announcement. A command that changes no row leaves no step.
   * @throws CasebookError casebook.read-only, disk.full, disk.failed, or what `run` throws: then nothing is changed
   */
  record<T>(call: string, run: (tx: Transaction) => T): T {
    this.#mustWrite()
    return this.#announcing((touched) => {
      const now = this.outside.now().toISOString()
      const step = beginStep(this.store, call, now)
      return this.#recording(step, now, touched, run)
    })
  }

  /**
   * A step that long work fills piece by piece, each piece a transaction of its own: what was acknowledged stays,
   * and one undo takes it all back. Close it with `end`, whatever happened.
   */
  openStep(call: string): OpenStep {
    this.#mustWrite()
    const now = this.outside.now().toISOString()
    let step: number | null = null
    this.#openSteps++
    return {
      record: (run) =>
        this.#announcing((touched) => {
          step ??= beginStep(this.store, call, now)
          return this.#recording(step, now, touched, run)
        }),
      end: () => {
        this.#openSteps--
      },
    }
  }

  /** @throws CasebookError undo.nothing, redo.nothing, undo.busy */
  undo(steps = 1): Step[] {
    return this.#swap('undo', steps)
  }

  redo(steps = 1): Step[] {
    return this.#swap('redo', steps)
  }

  /** @returns its own undo */
  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    try {
      if (this.#hold === null) this.store.db.close()
      else closeWhole(this.store.db)
    } finally {
      this.#hold?.release()
    }
  }

  #recording<T>(step: number, now: string, touched: TouchedSets, run: (tx: Transaction) => T): T {
    const told = { title: '', merge: null as string | null }
    this.#step = step
    try {
      const result = run(this.#transaction(now, touched, told))
      this.#step = null
      this.#finishStep(step, now, touched, told)
      return result
    } finally {
      this.#step = null
    }
  }

  #transaction(
    now: string,
    touched: TouchedSets,
    told: { title: string; merge: string | null },
  ): Transaction {
    return {
      file: this.file,
      store: this.store,
      outside: this.outside,
      now,
      newId: (prefix) => `${prefix}_${this.outside.newId()}`,
      describe: (title) => {
        told.title = title
      },
      touch: (station, ids) => {
        const known = touched.get(station) ?? new Set()
        for (const id of ids) known.add(id)
        touched.set(station, known)
      },
      mergeWith: (words) => {
        told.merge = words
      },
    }
  }

  #finishStep(
    step: number,
    now: string,
    touched: TouchedSets,
    told: { title: string; merge: string | null },
  ): void {
    if (isEmptyStep(this.store, step)) {
      removeStep(this.store, step)
      return
    }
    forgetUndone(this.store)
    forgetOldest(this.store)
    const before = this.store.get<{ touched: string }>(
      'SELECT touched FROM journal_steps WHERE step = ?',
      step,
    )
    const all = joinTouched(JSON.parse(before?.touched ?? '{}') as Touched, touched)
    this.store.run(
      'UPDATE journal_steps SET title = ?, merge = ?, touched = ? WHERE step = ?',
      told.title,
      told.merge,
      JSON.stringify(all),
      step,
    )
    if (told.merge !== null) this.#mergeIntoLast(step, told.merge, now)
  }

  #mergeIntoLast(step: number, merge: string, now: string): void {
    const last = this.store.get<{ step: number; merge: string | null; at: string }>(
      'SELECT step, merge, at FROM journal_steps WHERE step < ? ORDER BY step DESC LIMIT 1',
      step,
    )
    if (last === undefined || last.merge !== merge || Date.parse(now) - Date.parse(last.at) > mergeWithin)
      return
    const offset = this.store.value<number>(
      'SELECT coalesce(max(seq), 0) FROM journal_rows WHERE step = ?',
      last.step,
    )
    this.store.run('UPDATE journal_rows SET step = ?, seq = seq + ? WHERE step = ?', last.step, offset, step)
    this.store.run('UPDATE journal_steps SET at = ? WHERE step = ?', now, last.step)
    removeStep(this.store, step)
  }

  #swap(direction: 'undo' | 'redo', steps: number): Step[] {
    this.#mustWrite()
    if (this.#openSteps > 0) {
      throw new CasebookError(
        'undo.busy',
        'Something long is still running: cancel it or let it finish, then undo.',
      )
    }
    return this.#announcing((touched) => {
      this.store.db.pragma('defer_foreign_keys = ON')
      const swapped: Step[] = []
      while (swapped.length < steps) {
        const next = nextStep(this.store, direction)
        if (next === undefined) break
        swapStep(this.store, next.step, direction)
        addTouched(touched, JSON.parse(next.touched) as Touched)
        swapped.push({
          step: next.step,
          at: next.at,
          title: next.title,
          state: direction === 'undo' ? 'undone' : 'done',
        })
      }
      if (swapped.length > 0) return swapped
      throw direction === 'undo'
        ? new CasebookError('undo.nothing', 'There is nothing to undo.')
        : new CasebookError('redo.nothing', 'There is nothing to redo.')
    })
  }

  /** One transaction, then the announcement of what it touched; on failure neither. */
  #announcing<T>(run: (touched: TouchedSets) => T): T {
    const touched: TouchedSets = new Map()
    const result = this.#transact(() => run(touched))
    for (const station of stations) {
      const ids = touched.get(station)
      if (ids !== undefined) this.#announce({ name: `${station}.changed`, ids: limited(ids) })
    }
    this.#announce({ name: 'casebook.changed', ids: null })
    return result
  }

  #transact<T>(run: () => T): T {
    try {
      return this.store.db
        .transaction(() => {
          const result = run()
          refreshIndex(this.store)
          return result
        })
        .immediate()
    } catch (error) {
      const failure = diskFailure(error, this.file.path)
      if (failure instanceof CasebookError && failure.code.startsWith('disk.')) {
        this.#announce({ name: 'casebook.saveFailed', message: failure.message })
      }
      throw failure
    }
  }

  #announce(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  #mustWrite(): void {
    if (this.file.readOnly) {
      throw new CasebookError('casebook.read-only', `${this.file.name} is open for reading only.`, {
        path: this.file.path,
      })
    }
  }
}

export interface OpenStep {
  record<T>(run: (tx: Transaction) => T): T
  end(): void
}

type TouchedSets = Map<Station, Set<string>>

/** Before any migration, for its SQL may call them. */
function addFunctions(db: Database.Database, functions: SqlFunctions = {}): void {
  for (const [name, run] of Object.entries(functions)) db.function(name, { deterministic: true }, run)
}

function limited(ids: Set<string>): string[] | null {
  return ids.size > touchedLimit ? null : [...ids]
}

function joinTouched(before: Touched, touched: TouchedSets): Touched {
  const joined: Touched = { ...before }
  for (const [station, ids] of touched) {
    const known = joined[station]
    joined[station] = known === null ? null : limited(new Set([...(known ?? []), ...ids]))
  }
  return joined
}

function addTouched(touched: TouchedSets, more: Touched): void {
  for (const station of stations) {
    const ids = more[station]
    if (ids === undefined) continue
    // "Many" stays many: more ids than the limit, none of which anybody has.
    const known = touched.get(station) ?? new Set()
    for (const id of ids ?? Array.from({ length: touchedLimit + 1 }, (_, at) => `${at}`)) known.add(id)
    touched.set(station, known)
  }
}

function refuseMissingFolder(path: string): void {
  const folder = dirname(path)
  if (existsSync(folder)) return
  throw new CasebookError('casebook.not-found', `There is no folder ${folder}: make it first.`, { path })
}

function refuseExisting(path: string): void {
  if (!existsSync(path)) return
  throw new CasebookError('casebook.exists', `${path} exists already: choose another name.`, { path })
}

function heldFailure(path: string, by: Holder | null): CasebookError {
  const who =
    by === null ? 'another program' : `${by.program} on ${by.host} (process ${by.pid}, since ${by.since})`
  return new CasebookError(
    'casebook.held',
    `${path} is held by ${who}. Close it there, or open it here for reading.`,
    {
      path,
      program: by?.program ?? null,
      pid: by?.pid ?? null,
      host: by?.host ?? null,
      since: by?.since ?? null,
    },
  )
}
