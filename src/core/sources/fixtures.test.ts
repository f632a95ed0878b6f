import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { metadataField } from '#contract/source.ts'
import { readWords } from './reading/read-words.ts'

/** Pairs on disk: an article and what is to be found in it. `fixtures/README.md` says how to add one. */

const folder = join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

test.each(names)('fields and zones of %s', (name) => {
  const found = whatIsFound(readFileSync(join(folder, `${name}.txt`), 'utf8'))
  const expected = join(folder, `${name}.json`)
  if (process.env['UPDATE_FIXTURES'] !== undefined)
    writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`)
  expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
})

test('the words of every piece of evidence stand at its place', () => {
  for (const name of names) {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    for (const { evidence } of Object.values(readWords(text).fields)) {
      const { start, end } = evidence.span ?? { start: 0, end: 0 }
      expect([name, text.slice(start, end)]).toEqual([name, evidence.words])
    }
  }
})

const shown = 40

function whatIsFound(text: string) {
  const { fields, zones } = readWords(text)
  return {
    ...Object.fromEntries(metadataField.options.map((field) => [field, fields[field]?.value ?? null])),
    guesses: metadataField.options.filter((field) => fields[field]?.evidence.certainty === 'guess'),
    zones: zones.map(
      ({ kind, start, end }) =>
        `${kind}: ${text.slice(start, Math.min(end, start + shown)).replaceAll('\n', ' ')}`,
    ),
  }
}
