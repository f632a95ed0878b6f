import { expect, test } from 'vitest'
import { sqlFunctions } from '../../sql-functions.ts'
import { newTestCasebook } from '../../test-world.ts'
import { migrate, openForWriting } from '../file.ts'

test('in a casebook of the format before, what was marked is found', async () => {
  await using casebook = newTestCasebook()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 7)
  old.exec(`
    INSERT INTO originals VALUES ('a', 1, 'none', x'61');
    INSERT INTO texts (sha256, length, structure) VALUES ('a', 0, '{}');
    INSERT INTO sources (id, original, text, label, format, direction, words, imported, evidence, zones)
      VALUES ('source_1', 'a', 1, 'a', 'text', 'ltr', 0, '2026-01-05', '{}', '[]');
    INSERT INTO highlights (key, id, source, created, changed) VALUES (5, 'highlight_1', 1, '', '');
    INSERT INTO passages (highlight, source, ordinal, start, end, quote, prefix, suffix)
      VALUES (5, 1, 0, 0, 9, 'The Envoy’s', '', ''), (5, 1, 1, 20, 24, 'left', '', '')`)
  migrate(old, path)
  const matching = 'SELECT rowid FROM search_words WHERE search_words MATCH ?'
  expect(old.prepare(matching).pluck().all('envoy AND left')).toEqual([5 * 8 + 4])
  expect(old.prepare(matching).pluck().all('"envoy left"')).toEqual([])
  old.close()
})
