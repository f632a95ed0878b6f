import { expect, test } from 'vitest'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'
import { migrate, openForWriting } from '../file.ts'

test('in a casebook of the format before, a source is found by its path without reading all of them', async () => {
  await using casebook = newTestCasebook()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 8)
  old.exec(`
    INSERT INTO originals VALUES ('a', 1, 'none', x'61');
    INSERT INTO texts (sha256, length, structure) VALUES ('a', 0, '{}');
    INSERT INTO sources (id, original, text, path, label, format, direction, words, imported, evidence, zones)
      VALUES ('source_1', 'a', 1, '/in/a.txt', 'a', 'text', 'ltr', 0, '2026-01-05', '{}', '[]')`)
  migrate(old, path)
  const byPath = 'SELECT id FROM sources WHERE path = ? ORDER BY key DESC'
  expect(old.prepare(byPath).pluck().all('/in/a.txt')).toEqual(['source_1'])
  const plan = old.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${byPath}`).all('/in/a.txt')
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH sources USING INDEX sources_by_path (path=?)'])
  old.close()
})
