import type { Store } from '../../casebook/casebook.ts'

/**
 * Lets go of texts and originals that no source holds any more and that no step of the journal could bring back. They are the
 * one thing that deletion leaves behind, because undo needs them. Meant for the moment of closing, while nothing else runs.
 * @returns how many of each were dropped
 */
export function dropUnreferenced(store: Store): { texts: number; originals: number } {
  return store.db
    .transaction(() => {
      const kept = (column: string) => `
        SELECT ${column} FROM sources
        UNION SELECT json_extract(image, '$.${column}') FROM journal_rows
        WHERE name = 'sources' AND json_extract(image, '$.${column}') IS NOT NULL`
      return {
        texts: store.run(`DELETE FROM texts WHERE key NOT IN (${kept('text')})`).changes,
        originals: store.run(`DELETE FROM originals WHERE sha256 NOT IN (${kept('original')})`).changes,
      }
    })
    .immediate()
}
