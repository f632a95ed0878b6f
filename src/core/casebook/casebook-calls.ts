import { statSync } from 'node:fs'
import type { CasebookInfo } from '#contract/casebook.ts'
import type { Handlers } from '../handlers.ts'
import { backUp } from './backup.ts'
import { listSteps, nextStep } from './journal.ts'
import { formatVersion } from './migrations/migrations.ts'
import type { Reading, Transaction } from './transaction.ts'

export const casebookHandlers = {
  'casebook.info': describeCasebook,
  'casebook.history': ({ store }, { limit }) => ({ steps: listSteps(store, limit ?? 100) }),
  'casebook.undo': async (casebook, { steps }) => ({ steps: casebook.undo(steps) }),
  'casebook.redo': async (casebook, { steps }) => ({ steps: casebook.redo(steps) }),
  'casebook.backup': (casebook, { to }, job) => backUp(casebook, to, job),
  'casebook.settings': ({ store }) => ({ settings: readSettings(store) }),
  'casebook.set': setSetting,
} satisfies Partial<Handlers>

function describeCasebook({ file, store }: Reading): CasebookInfo {
  const count = (table: string) => store.value<number>(`SELECT count(*) FROM ${table}`)
  return {
    ...file,
    formatVersion,
    bytes: statSync(file.path).size,
    counts: {
      sources: count('sources'),
      highlights: count('highlights'),
      entities: count('entities'),
      briefs: count('briefs'),
    },
    undo: nextStep(store, 'undo')?.title ?? null,
    redo: nextStep(store, 'redo')?.title ?? null,
  }
}

function readSettings(store: Reading['store']): Record<string, string> {
  const rows = store.all<{ name: string; value: string }>('SELECT name, value FROM settings ORDER BY name')
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

function setSetting(
  tx: Transaction,
  { name, value }: { name: string; value: string },
): Record<string, never> {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'
  tx.store.run(sql, name, value)
  tx.describe(`Set ${name}`)
  tx.touch('casebook', [name])
  return {}
}
