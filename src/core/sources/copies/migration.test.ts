import { expect, test } from 'vitest'
import { fingerprints } from '#text/fingerprints.ts'
import { migrate, openForWriting } from '../../casebook/file.ts'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'
import { unpackPrints } from './prints.ts'

test('a casebook of the format before has its index of shingles made from its texts', async () => {
  await using casebook = newTestCasebook()
  await casebook.engine.close()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 4)
  old.exec(`
    INSERT INTO originals VALUES ('a', 1, 'none', x'61');
    INSERT INTO texts (sha256, length, structure) VALUES ('a', 47, '{}');
    INSERT INTO text_chunks (text, start, chunk) VALUES
      (1, 0, 'The harbour of Norrel wa'), (1, 24, 's closed again on Monday');
    INSERT INTO sources (id, original, text, label, format, direction, words, imported, evidence, zones)
      VALUES ('source_1', 'a', 1, 'a', 'text', 'ltr', 9, '2026-01-05', '{}', '[]')`)
  migrate(old, path)
  const prints = old.prepare<[], Buffer>('SELECT prints FROM shingles WHERE text = 1').pluck().get()
  const expected = fingerprints('The harbour of Norrel was closed again on Monday')
  expect(unpackPrints(prints ?? new Uint8Array())).toEqual(expected)
  expect(old.prepare('SELECT print FROM least_shingles ORDER BY print').pluck().all()).toEqual(
    Array.from(expected.toSorted()),
  )
  old.exec('DELETE FROM sources; DELETE FROM texts')
  expect(old.prepare('SELECT count(*) FROM shingles').pluck().get()).toBe(0)
  expect(old.prepare('SELECT count(*) FROM least_shingles').pluck().get()).toBe(0)
  old.close()
})
