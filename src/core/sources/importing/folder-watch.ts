import { watch } from 'chokidar'
import type { Outside } from '../../outside.ts'
import { isPassedOver } from './gather.ts'
import { waitUntilWhole } from './whole-file.ts'

/**
 * Tells which files of a folder are new or have changed, once each is whole: a file that still grows is waited for. What an import
 * of the folder would pass over (links, hidden files, casebooks) is passed over here.
 */

export interface FolderWatch {
  /** Done once the folder has been looked through for the first time: from then on nothing is missed. */
  readonly ready: Promise<void>
  /** No batch begins afterwards, and the one that runs is waited for. */
  close(): Promise<void>
}

export interface WatchOptions {
  /** Whether files that are there already count as new. */
  readonly existing: boolean
  /** One batch at a time, in the order of their names; what comes meanwhile is the next one. */
  readonly onFiles: (paths: readonly string[]) => Promise<void>
  readonly log: Outside['log']
}

/** Files that come together are one batch, in milliseconds. */
const batchAfter = 200

export function watchFolder(folder: string, { existing, onFiles, log }: WatchOptions): FolderWatch {
  const batches = new Batches(onFiles, log)
  const watcher = watch(folder, {
    ignoreInitial: !existing,
    followSymlinks: false,
    ignored: (path, facts) => path !== folder && isPassedOver(path, facts),
    ignorePermissionErrors: true,
  })
  watcher.on('add', (path) => void batches.addOnceWhole(path))
  watcher.on('change', (path) => void batches.addOnceWhole(path))
  watcher.on('error', (cause) => log({ level: 'warning', what: 'sources.watch', cause }))
  const { promise: ready, resolve } = Promise.withResolvers<void>()
  watcher.once('ready', resolve)
  return {
    ready,
    close: async () => {
      resolve()
      await Promise.all([watcher.close(), batches.close()])
    },
  }
}

class Batches {
  readonly #onFiles: WatchOptions['onFiles']
  readonly #log: Outside['log']
  #waiting = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  readonly #waitedFor = new Set<string>()
  readonly #closing = new AbortController()

  constructor(onFiles: WatchOptions['onFiles'], log: Outside['log']) {
    this.#onFiles = onFiles
    this.#log = log
  }

  async addOnceWhole(path: string): Promise<void> {
    // Every piece that is written is told: one wait for all of them.
    if (this.#waitedFor.has(path)) return
    this.#waitedFor.add(path)
    const isWhole = await waitUntilWhole(path, this.#closing.signal)
    this.#waitedFor.delete(path)
    if (!isWhole || this.#closing.signal.aborted) return
    this.#waiting.add(path)
    this.#timer ??= setTimeout(() => this.#next(), batchAfter)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
  }

  #next(): void {
    this.#timer = null
    if (this.#closing.signal.aborted || this.#running !== null || this.#waiting.size === 0) return
    const paths = [...this.#waiting].toSorted()
    this.#waiting = new Set()
    this.#running = this.#onFiles(paths)
      // A folder goes on being watched whatever became of some files in it.
      .catch((cause: unknown) => this.#log({ level: 'fault', what: 'sources.watch', cause }))
      .finally(() => {
        this.#running = null
        this.#next()
      })
  }
}
