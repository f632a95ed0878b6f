import type { Problem } from '#contract/casebook.ts'
import type { Store } from '../../casebook/casebook.ts'

/**
 * Holds the narrow rows that the list of sources is sorted by (migration 0003) against the sources. Triggers keep them in step; where
 * something else wrote to the file, `repair` makes them anew.
 */
export function checkLibrary(store: Store, repair: boolean): Problem[] {
  const wrong = store.value<number>(
    `SELECT count(*) FROM (
       SELECT key FROM (SELECT * FROM library EXCEPT SELECT * FROM library_rows)
       UNION SELECT key FROM (SELECT * FROM library_rows EXCEPT SELECT * FROM library)
     )`,
  )
  if (wrong === 0) return []
  if (repair) {
    store.db.transaction(() => {
      store.run('DELETE FROM library')
      store.run('INSERT INTO library SELECT * FROM library_rows')
    })()
  }
  const rows = wrong === 1 ? 'one source' : `${wrong} sources`
  const message = `The list of sources does not agree with ${rows}.`
  return [{ kind: 'index', about: 'library', message, repaired: repair }]
}
