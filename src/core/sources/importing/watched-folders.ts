import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { CasebookError } from '#contract/failure.ts'
import type { ImportReport } from '#contract/importing.ts'
import type { WatchedFolder } from '#contract/sources.ts'
import type { Casebook, Reading, Store, Transaction } from '../../casebook/casebook.ts'
import type { Handlers } from '../../handlers.ts'
import type { CarryHighlights } from '../copies/versions.ts'
import { type FolderWatch, watchFolder } from './folder-watch.ts'
import { importSources } from './import-sources.ts'

/** Folders whose new files come into the casebook by themselves, as long as a host that stays open has it. */

const setting = 'watched-folders'

export function listWatchedFolders(store: Store): string[] {
  const kept = store.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', setting)
  if (kept === undefined) return []
  // Anybody may write a setting: what is no list is none.
  const paths = z.array(z.string()).safeParse(JSON.parse(kept.value))
  return paths.success ? paths.data : []
}

/** @throws CasebookError input.invalid for what is no folder */
export function addWatchedFolder(tx: Transaction, { path }: { path: string }): { folders: string[] } {
  const folder = resolve(path)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CasebookError('input.invalid', `There is no folder ${folder}.`, { path: folder })
  tx.describe(`Watched the folder ${folder}`)
  return keep(tx, [...new Set([...listWatchedFolders(tx.store), folder])])
}

export function removeWatchedFolder(tx: Transaction, { path }: { path: string }): { folders: string[] } {
  tx.describe(`Stopped watching the folder ${path}`)
  return keep(
    tx,
    listWatchedFolders(tx.store).filter((one) => one !== path),
  )
}

function keep(tx: Transaction, folders: string[]): { folders: string[] } {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'
  tx.store.run(sql, setting, JSON.stringify(folders))
  tx.touch('sources', [])
  return { folders }
}

/** What a host answers that does not stay open: nothing is watched there. */
export function tellWatchedFolders({ store }: Reading): { folders: WatchedFolder[] } {
  return { folders: listWatchedFolders(store).map((path) => toldOf(path, null)) }
}

interface Running {
  readonly watch: FolderWatch
  last: WatchedFolder['last']
}

function toldOf(path: string, running: Running | null): WatchedFolder {
  const state = !existsSync(path) ? 'missing' : running === null ? 'idle' : 'watching'
  return { path, state, last: running?.last ?? null }
}

/** Watches what the casebook's setting says, also after it changes. Close it before the casebook. */
export class FolderKeeper {
  readonly handlers: Pick<Handlers, 'sources.watched'>
  readonly #casebook: Casebook
  readonly #carry: CarryHighlights
  readonly #running = new Map<string, Running>()
  readonly #abort = new AbortController()
  readonly #stopListening: () => void

  constructor(casebook: Casebook, carry: CarryHighlights) {
    this.#casebook = casebook
    this.#carry = carry
    this.handlers = {
      'sources.watched': ({ store }) => ({
        folders: listWatchedFolders(store).map((path) => toldOf(path, this.#running.get(path) ?? null)),
      }),
    }
    this.#stopListening = casebook.onEvent(({ name }) => {
      if (name === 'sources.changed') this.#follow()
    })
    this.#follow()
  }

  async close(): Promise<void> {
    this.#stopListening()
    this.#abort.abort()
    await Promise.all([...this.#running.values()].map(({ watch }) => watch.close()))
  }

  #follow(): void {
    const wanted = new Set(listWatchedFolders(this.#casebook.store))
    for (const [path, { watch }] of this.#running) {
      if (wanted.has(path)) continue
      this.#running.delete(path)
      void watch.close()
    }
    for (const path of wanted) if (!this.#running.has(path)) this.#start(path)
  }

  #start(path: string): void {
    const watch = watchFolder(path, {
      existing: true,
      onFiles: (files) => this.#bringIn(path, files),
      log: this.#casebook.outside.log,
    })
    this.#running.set(path, { watch, last: null })
  }

  async #bringIn(folder: string, files: readonly string[]): Promise<void> {
    const fresh = files.filter((file) => !isKnown(this.#casebook.store, file))
    const running = this.#running.get(folder)
    if (fresh.length === 0 || running === undefined) return
    const report = await importSources(
      this.#casebook,
      { items: fresh.map((path) => ({ kind: 'path', path })) },
      { progress: () => {}, signal: this.#abort.signal },
      this.#carry,
    )
    running.last = summaryOf(report, this.#casebook.outside.now())
  }
}

/** Nothing happened to the file since it came in: a restart need not take all of them apart again. */
function isKnown(store: Store, path: string): boolean {
  const known = store.get<{ imported: string; bytes: number }>(
    `SELECT s.imported, o.bytes FROM sources s JOIN originals o ON o.sha256 = s.original
     WHERE s.path = ? ORDER BY s.key DESC LIMIT 1`,
    path,
  )
  const facts = statSync(path, { throwIfNoEntry: false })
  if (facts === undefined) return true
  return known !== undefined && known.bytes === facts.size && facts.mtimeMs <= Date.parse(known.imported)
}

function summaryOf({ imported, failed }: ImportReport, at: Date): WatchedFolder['last'] {
  return {
    at: at.toISOString(),
    imported: imported.length,
    failed: failed.map(({ path, message }) => ({ path, message })),
  }
}
