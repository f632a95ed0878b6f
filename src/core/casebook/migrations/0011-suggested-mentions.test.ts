import { expect, test } from 'vitest'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'
import { migrate, openForWriting } from '../file.ts'

test('in a casebook of the format before, mentions can be suggested, each once', async () => {
  await using casebook = newTestCasebook()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 10)
  old.exec(
    `INSERT INTO entities (id, type, name, iri, created, changed) VALUES ('entity_1', 'person', 'A', 'urn:1', '', '')`,
  )
  migrate(old, path)
  const suggest = old.prepare(
    `INSERT OR IGNORE INTO suggested_mentions (entity, source, start, end, state, rule, created)
     SELECT key, 1, 0, 4, 'suggested', 'a search', '' FROM entities`,
  )
  old.pragma('foreign_keys = OFF')
  expect([suggest.run().changes, suggest.run().changes]).toEqual([1, 0])
  old.close()
})
