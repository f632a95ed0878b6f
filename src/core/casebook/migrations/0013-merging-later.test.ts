import { expect, test } from 'vitest'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'
import { migrate, openForWriting } from '../file.ts'

test('the indexes of a casebook of the format before merge nothing by themselves any more', async () => {
  await using casebook = newTestCasebook()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 12)
  const add = old.prepare(
    `INSERT INTO search_words (rowid, title, body, boilerplate) VALUES (?, '', 'envoy', '')`,
  )
  const segments = old.prepare<[], number>(
    'SELECT count(DISTINCT id >> 37) FROM search_words_data WHERE id > 10',
  )
  add.run(1)
  migrate(old, path)
  for (let key = 2; key <= 40; key += 1) add.run(key)
  expect(segments.pluck().get()).toBe(40)
  expect(old.prepare(`SELECT count(*) FROM search_words('envoy')`).pluck().get()).toBe(40)
  old.close()
})
