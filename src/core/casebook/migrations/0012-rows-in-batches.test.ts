import { expect, test } from 'vitest'
import { checkIndex } from '../../search/index/check-index.ts'
import { checkPrints } from '../../sources/copies/check-prints.ts'
import { checkLibrary } from '../../sources/library/check-library.ts'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'
import { migrate, openForWriting } from '../file.ts'
import { refreshIndex } from '../refresh-index.ts'
import { Store } from '../store.ts'

test('a casebook of the format before has its list, its index and its fingerprints kept in step from then on', async () => {
  await using casebook = newTestCasebook()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 11)
  const addSource = (key: number, words: string) =>
    old.exec(`
      INSERT INTO originals VALUES ('${key}', 1, 'none', x'61');
      INSERT INTO texts (key, sha256, length, structure) VALUES (${key}, '${key}', 47, '{}');
      INSERT INTO text_chunks (text, start, chunk) VALUES (${key}, 0, '${words}');
      INSERT INTO sources (key, id, original, text, label, format, direction, words, imported, evidence, zones)
        VALUES (${key}, 'source_${key}', '${key}', ${key}, 'a', 'text', 'ltr', 0, '2026-01-05', '{}', '[]')`)
  addSource(1, 'The harbour of Norrel was closed again on Monday')
  const store = new Store(old)
  // Noted by the triggers of the format before, and not followed yet.
  expect(checkIndex(store, false)).toHaveLength(2)
  migrate(old, path)

  addSource(2, 'Nobody said when it would open')
  addSource(3, 'Ships went on to Calvera')
  old.exec(`UPDATE sources SET publisher = 'Évening Post' WHERE key = 2; DELETE FROM sources WHERE key = 3`)
  refreshIndex(store)
  expect([
    ...checkIndex(store, false),
    ...checkLibrary(store, false),
    ...[...checkPrints(store, false)].filter((problem) => problem !== null),
  ]).toEqual([])
  expect(store.all('SELECT key, publisher FROM library')).toEqual([
    { key: 1, publisher: null },
    { key: 2, publisher: 'evening post' },
  ])
  expect(store.value('SELECT count(*) FROM least_shingles WHERE text = 3')).toBeGreaterThan(0)
  old.exec('DELETE FROM texts WHERE key = 3')
  expect(store.value('SELECT count(*) FROM least_shingles WHERE text = 3')).toBe(0)
  old.close()
})
