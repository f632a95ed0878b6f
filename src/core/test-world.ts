import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '#contract/engine.ts'
import { createCasebook, type EngineOptions, openCasebook } from './engine.ts'
import type { LogEntry, Outside } from './outside.ts'
import { resourcesFolder } from './real-outside.ts'

/** A world that holds still, and an engine in it: for tests. */

export interface StillOutside extends Outside {
  readonly logged: LogEntry[]
  /** Moves the clock on, in milliseconds. */
  pass(milliseconds: number): void
}

/** A clock at 2026-01-05T09:00:00Z that moves when told to, ids that count up, a log that is kept. */
export function stillOutside(program = 'Casebook (test)'): StillOutside {
  let time = Date.parse('2026-01-05T09:00:00Z')
  let id = 0
  const logged: LogEntry[] = []
  return {
    now: () => new Date(time),
    newId: () => (++id).toString(16).padStart(16, '0'),
    program,
    resource: (name) => readFileSync(join(resourcesFolder, name), 'utf8'),
    log: (entry) => void logged.push(entry),
    logged,
    pass: (milliseconds) => {
      time += milliseconds
    },
  }
}

export interface TestCasebook extends AsyncDisposable {
  readonly engine: Engine
  readonly outside: StillOutside
  readonly path: string
  readonly folder: string
  /** Closes the casebook and opens it again, as after a restart. */
  reopen(options?: Partial<EngineOptions>): Promise<Engine>
}

/** `await using casebook = newTestCasebook()`: a casebook in a folder of its own, gone at the end. */
export function newTestCasebook(): TestCasebook {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-'))
  const path = join(folder, 'test.casebook')
  const outside = stillOutside()
  let engine = createCasebook(path, { outside, checkAnswers: true })
  return {
    get engine() {
      return engine
    },
    outside,
    path,
    folder,
    async reopen(options = {}) {
      await engine.close()
      engine = openCasebook(path, { outside, checkAnswers: true, ...options })
      return engine
    },
    async [Symbol.asyncDispose]() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
