import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import { proseFromText } from '#contract/prose.ts'
import { newTestCasebook } from './test-world.ts'

/**
 * `CASEBOOK_OPERATIONS=10000 npx vitest run --config build/vitest.config.ts src/core/index-in-step.test.ts` does as many, in five and a
 * half minutes, and found nothing out of step; the ordinary run has no minutes for it.
 */
const OPERATIONS = Number(process.env.CASEBOOK_OPERATIONS ?? 600)
const A_LOOK = 200
/** Characters; what is longer than 65,536 is searched by its pieces, too. */
const LONG = 70_000

const words = ['envoy', 'border', 'talks', 'al-Sharaa', 'U.S.', 'Hay’at', 'pact', 'Damascus']
const text = fc
  .array(fc.constantFrom(...words), { minLength: 6, maxLength: 40 })
  .map((all) => `${all.join(' ')}.`)
const operation = fc.tuple(fc.nat(15), fc.nat(1_000), text)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

test('whatever is imported, edited, marked, joined, deleted and undone, the index equals a fresh one', async () => {
  await using casebook = newTestCasebook()
  const operations = fc.sample(operation, { numRuns: OPERATIONS, seed: 20_261_122 })
  for (const [at, one] of operations.entries()) {
    await apply(casebook.engine, one).catch(refused)
    if ((at + 1) % A_LOOK === 0 || at + 1 === OPERATIONS) {
      expect(await casebook.engine.ask('casebook.check', {}), `after ${at + 1}`).toMatchObject({
        problems: [],
      })
    }
  }
  expect(casebook.outside.logged).toEqual([])
}, 3_600_000)

/** What cannot be done (twice the same name, nothing to undo) is no fault. */
function refused(error: unknown): void {
  if (!(error instanceof CasebookError) || error.code === 'engine.fault') throw error
}

async function apply(engine: Engine, [what, nth, said]: Operation): Promise<unknown> {
  const pick = <T>(all: readonly T[]): T => {
    const one = all[nth % Math.max(1, all.length)]
    if (one === undefined) throw new CasebookError('input.invalid', 'There is nothing to choose from.')
    return one
  }
  const sources = async () => (await engine.ask('sources.list', {})).items
  const highlights = async () => (await engine.ask('highlights.list', {})).items
  const entities = async () => (await engine.ask('entities.list', {})).items
  const briefs = async () => (await engine.ask('briefs.list', {})).items
  const prose = proseFromText(said)
  switch (what) {
    case 0:
    case 1:
      return engine.ask('sources.import', { items: [{ kind: 'paste', text: `${said}\n\n${nth} ${said}` }] })
    case 2: {
      // One in four is long enough to have an index of its pieces.
      const text = `${nth} ${said}\n\n`.repeat(nth % 4 === 0 ? Math.ceil(LONG / said.length) : 2)
      return engine.ask('sources.import', { items: [{ kind: 'paste', text }] })
    }
    case 3:
      return engine.ask('sources.edit', {
        ids: [pick(await sources()).id],
        set: { title: said, publisher: words[nth % 8] ?? '' },
      })
    case 4:
    case 5: {
      const source = pick(await sources()).id
      return engine.ask('highlights.add', {
        source,
        spans: [{ start: nth % 10, end: 12 }],
        note: prose,
        tags: ['a'],
      })
    }
    case 6:
      return engine.ask('highlights.change', {
        ids: [pick(await highlights()).id],
        set: { note: nth % 3 === 0 ? null : prose },
      })
    case 7:
      return engine.ask('highlights.delete', { ids: [pick(await highlights()).id] })
    case 8:
      return engine.ask('entities.add', {
        type: 'person',
        name: said.slice(0, 30),
        aliases: [`${nth}`, said],
        notes: prose,
      })
    case 9:
      return engine.ask('entities.change', {
        id: pick(await entities()).id,
        set: { name: `${nth}`, aliases: [said] },
      })
    case 10:
      return engine.ask('entities.delete', { ids: [pick(await entities()).id] })
    case 11:
      return nth % 2 === 0
        ? engine.ask('briefs.add', { title: said, prose })
        : engine.ask('briefs.delete', { ids: [pick(await briefs()).id] })
    case 12:
      return engine.ask('sources.delete', { ids: [pick(await sources()).id] })
    case 13: {
      const [older, newer] = [pick(await sources()).id, pick((await sources()).toReversed()).id]
      return engine.ask('sources.joinVersion', { older, newer })
    }
    case 14:
      return engine.ask('casebook.undo', { steps: 1 + (nth % 4) })
    default:
      return engine.ask('casebook.redo', { steps: 1 + (nth % 3) })
  }
}
