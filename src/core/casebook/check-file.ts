import type { Problem } from '#contract/casebook.ts'
import type { Store } from './store.ts'

/** What SQLite itself finds wrong with the file, and rows that point to rows that are not there. */
export function checkFile(store: Store): Problem[] {
  const found = store.db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const broken = found.map((row) => row.integrity_check).filter((message) => message !== 'ok')
  const loose = store.db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return [
    ...broken.map((message) => problem('file', message, `The file is damaged (${message}): open a backup.`)),
    ...loose.map(({ table, rowid, parent }) =>
      problem(
        'link',
        `${table} ${rowid}`,
        `A row of ${table} (${rowid}) points into ${parent} at nothing: open a backup.`,
      ),
    ),
  ]
}

function problem(kind: 'file' | 'link', about: string, message: string): Problem {
  return { kind, about, message, repaired: false }
}
