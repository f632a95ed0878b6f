import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type Database from 'better-sqlite3'
import type { Holder, Step } from '#contract/casebook.ts'
import type { EngineEvent } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
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
import { formatVersion } from './migrations/migrations.ts'
import { Recorder } from './recorder.ts'
import { refreshIndex } from './refresh-index.ts'
import { Store } from './store.ts'
import type { CasebookFile, OpenStep, Reading, Transaction } from './transaction.ts'
import { keepUp, type UpkeepStep } from './upkeep.ts'

export { checkFile } from './check-file.ts'
export { LONGEST_BROUGHT, type SourceWords, searchedViews } from './refresh-index.ts'
export { placeholders, Store, type Value } from './store.ts'
export { cutText, readText } from './text-chunks.ts'
export type { CasebookFile, OpenStep, Reading, Transaction } from './transaction.ts'
export type { UpkeepStep } from './upkeep.ts'

/** SQL functions that triggers of the file call; every connection that writes must have them. */
export type SqlFunctions = Readonly<
  Record<string, (...values: never[]) => string | number | Uint8Array | null>
>

export interface OpenOptions {
  readonly outside: Outside
  readonly functions?: SqlFunctions
  /** Open for reading where another program holds the file, or where it cannot be written to. */
  readonly readOnly?: boolean
}

/**
 * One open casebook file. Questions read from `store`; everything that changes goes through `record`, which runs
 * alone, as one transaction, one undo step and one announcement.
 */
export class Casebook implements Reading {
  readonly file: CasebookFile
  readonly store: Store
  readonly outside: Outside
  readonly #hold: Hold | null
  readonly #recorder: Recorder

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
    this.#recorder = new Recorder(this)
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
    return this.#recorder.record(call, run)
  }

  /**
   * A step that long work fills piece by piece, each piece a transaction of its own: what was acknowledged stays,
   * and one undo takes it all back. Close it with `end`, whatever happened.
   */
  openStep(call: string): OpenStep {
    return this.#recorder.openStep(call)
  }

  /** @throws CasebookError undo.nothing, redo.nothing, undo.busy */
  undo(steps = 1): Step[] {
    return this.#recorder.swap('undo', steps)
  }

  redo(steps = 1): Step[] {
    return this.#recorder.swap('redo', steps)
  }

  /** Does a step of the file's upkeep (`upkeep.ts`): a small one takes some milliseconds. @returns whether there may be more to do */
  keepUp(step: UpkeepStep): boolean {
    return this.#hold !== null && keepUp(this.store, step)
  }

  /** @returns its own undo */
  onEvent(listener: (event: EngineEvent) => void): () => void {
    return this.#recorder.onEvent(listener)
  }

  close(): void {
    try {
      if (this.#hold === null) this.store.db.close()
      else closeWhole(this.store.db)
    } finally {
      this.#hold?.release()
    }
  }
}

/** Before any migration, for its SQL may call them. */
function addFunctions(db: Database.Database, functions: SqlFunctions = {}): void {
  for (const [name, run] of Object.entries(functions)) db.function(name, { deterministic: true }, run)
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
