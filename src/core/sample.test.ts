import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCasebook } from './engine.ts'
import { makeSampleCasebook } from './sample.ts'
import { stillOutside } from './test-world.ts'

test('the sample casebook is made of its eight articles, with marks, entities and a brief that cites them', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'casebook-')), 'sample.casebook')
  const outside = stillOutside()
  await makeSampleCasebook(path, outside)
  const engine = openCasebook(path, { outside, checkAnswers: true })
  const { counts } = await engine.ask('casebook.info', {})
  expect(counts).toMatchObject({ sources: 8, briefs: 1 })
  expect(counts.highlights).toBeGreaterThanOrEqual(25)
  expect(counts.entities).toBeGreaterThanOrEqual(12)
  const [brief] = (await engine.ask('briefs.list', {})).items
  if (brief === undefined) throw new Error('there is no brief')
  const { items } = await engine.ask('briefs.citations', { id: brief.id })
  expect(items.length).toBeGreaterThan(10)
  expect(items.filter(({ state }) => state === 'missing')).toEqual([])
  await engine.close()
})
